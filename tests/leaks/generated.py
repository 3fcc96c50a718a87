"""An archive of invented words in which every outcome occurs, and every comment holds a token."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from annotations.actions.annotate import annotate
from annotations.actions.assess import assess
from annotations.actions.cases import open_cases
from annotations.actions.claims import create_claim
from annotations.actions.decide import decide, undo
from annotations.actions.evidence import add_evidence
from annotations.actions.publish import publish, publish_rules, publish_scales
from annotations.actions.scales import Word, make_scale
from annotations.models import Case, Claim, Decision
from archive.actions.documents import describe
from archive.actions.sources import rate
from archive.models import Edition, Rendition, Source
from tests import factories
from tests.annotations.composing import scenes

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
SYLLABLES = [a + b for a in "bdklmnprst" for b in "aeiou"]

WORDS = [
    Word("true", "true", "It holds.", "supported", 2),
    Word("false", "false", "It does not hold.", "refuted", 1),
]
HANDLES = ("kept", "redacted", "plain", "undecided", "asked", "withheld")


@dataclass
class Writer:
    """Writes words that nobody else writes. The same seed, the same words."""

    random: Random

    def token(self) -> str:
        return "zq" + "".join(self.random.choices(LETTERS, k=10))

    def words(self, count: int) -> str:
        return " ".join(
            "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4)))
            for _ in range(count)
        )

    def sentence(self, count: int = 9) -> str:
        """Words with a token among them."""
        return f"{self.words(count // 2)} {self.token()} {self.words(count - count // 2)}."


@dataclass
class Archive:
    """What was made, for the tests to look up: renditions by name, handles by who they are."""

    writer: Writer
    texts: dict[str, Rendition] = field(default_factory=dict)
    handles: dict[str, str] = field(default_factory=dict)

    def comment(self, name: str, number: int) -> str:
        """The words of a comment."""
        text = self.texts[name]
        row = text.comments.get(number=number)
        return text.text[row.start : row.end]


def case(text: Rendition, number: int, part: str = "body") -> Case:
    return Case.objects.get(comment__rendition=text, comment__number=number, part=part)


def judged(
    text: Rendition, number: int, outcome: str, part: str = "body", *, cut: str = "", **more: Any
) -> Decision:
    """Decide as the desk does; `cut` are the words to redact."""
    row = case(text, number, part)
    start = text.text.index(cut, row.comment.start) if cut else 0
    return decide(
        case=row,
        expected=row.version,
        outcome=outcome,
        rule=scenes.rule(),
        reason="It was looked at.",
        by=more.pop("by", factories.moderator()),
        redactions=[(start, start + len(cut))] if cut else [],
        **more,
    )


def undone(text: Rendition, number: int, part: str = "body") -> Decision:
    row = case(text, number, part)
    by = factories.moderator()
    return undo(case=row, expected=row.version, by=by, reason="Looked at again.")


def kept(text: Rendition) -> None:
    """Keep whatever nobody has decided."""
    open_cases(rendition=text)
    rows = Case.objects.filter(comment__rendition=text, state="open")
    for number, part in rows.values_list("comment__number", "part"):
        judged(text, number, "keep", part)


def marked(text: Rendition, words: str, kind: str = "note", **more: Any) -> Any:
    start = text.text.index(words)
    if kind == "note":
        more.setdefault("body", "An editor’s remark.")
    end = start + len(words)
    by = factories.editor()
    return annotate(rendition=text, start=start, end=end, kind=kind, by=by, **more)


def claimed(text: Rendition, words: str, slug: str, statement: str) -> Claim:
    """A claim that these words make, assessed."""
    by = factories.editor()
    claim = create_claim(slug=slug, statement=statement, by=by, topics=["ferries"])
    marked(text, words, "claim", claim=claim, stance="asserts")
    assess(
        claim=claim,
        verdict="supported",
        reasons="It is said.",
        as_of=date(2026, 1, 1),
        credibility=3,
        by=by,
    )
    return claim


def borne_out(claim: Claim, text: Rendition, words: str, relation: str = "supports") -> None:
    mark = marked(text, words, "evidence")
    note = "It says so too."
    add_evidence(claim=claim, relation=relation, note=note, annotation=mark, by=factories.editor())


def released(*texts: Rendition, reason: str = "Published.") -> list[Edition]:
    documents = [text.capture.document for text in texts]
    by = factories.publisher()
    return publish(documents=documents, by=by, reason=reason, accept_warnings=True)


def described(text: Rendition, **values: Any) -> None:
    document = text.capture.document
    document.refresh_from_db()
    describe(document=document, expected=document.version, by=factories.editor(), **values)


def written(archive: Archive, name: str, comments: list[tuple[Any, ...]], **more: Any) -> Rendition:
    """A document of three paragraphs; a comment that is "" becomes a sentence with a token."""
    writer = archive.writer
    full = [(handle, body or writer.sentence(), *parent) for handle, body, *parent in comments]
    paragraphs = "\n".join(writer.sentence(14) for _ in range(3))
    more.setdefault("title", f"The {name} {writer.token()}")
    text = factories.rendition(paragraphs, full, slug=name, **more)
    open_cases(rendition=text)
    archive.texts[name] = text
    return text


def sources(writer: Writer) -> tuple[Source, Source]:
    """A publisher and its comment section, both rated."""
    whole = factories.source("gazette")
    part = factories.source("gazette-comments", part_of=whole)
    for source in (whole, part):
        rate(source=source, value="C", grounds="Known for some care.", by=factories.editor())
    return whole, part


def harbour(archive: Archive) -> Rendition:
    """Every outcome, one comment after the other."""
    writer, handles = archive.writer, archive.handles
    loud = writer.sentence(12)
    quoted = " ".join(loud.split()[2:8])
    text = written(
        archive,
        "harbour",
        [
            (handles["kept"], ""),
            (handles["redacted"], loud),
            (handles["kept"], f"{writer.words(3)} {quoted} {writer.words(3)}", 1),
            (handles["plain"], ""),
            (handles["plain"], f"{writer.words(4)} {writer.token()} {writer.words(4)}"),
            (handles["undecided"], ""),
            (handles["asked"], ""),
            (handles["redacted"], "", 1),
            (handles["plain"], f"{handles['redacted']} {writer.words(5)}", 1),
            ("", ""),
            (handles["kept"], "", 3),
            (handles["withheld"], ""),
        ],
    )
    judged(text, 2, "withhold", public_note="Withheld under the first rule.")
    judged(text, 2, "redact", "handle")
    judged(text, 3, "redact", cut=quoted)
    judged(text, 4, "collapse")
    judged(text, 5, "redact", cut=archive.comment("harbour", 5).split()[4])
    judged(text, 7, "keep", needs_second_opinion=True)
    judged(text, 7, "withhold", "handle", needs_second_opinion=True)
    judged(text, 9, "redact", cut=handles["redacted"])
    judged(text, 10, "withhold", severity=3)
    judged(text, 12, "withhold", "handle")
    for number in (1, 8, 11, 12):
        judged(text, number, "keep")
    for number in (1, 4):
        judged(text, number, "keep", "handle")
    return text


def remarks(archive: Archive, text: Rendition) -> None:
    """Notes and a claim on comments: shown, partly removed, and withheld ones."""
    marked(text, archive.comment("harbour", 1))
    marked(text, archive.comment("harbour", 2).split(" ", 3)[3])
    marked(text, archive.comment("harbour", 5))
    marked(text, archive.comment("harbour", 6))
    words = archive.comment("harbour", 11)
    claim = claimed(text, words, "a-ferry-runs", "A ferry runs.")
    borne_out(claim, archive.texts["quay"], archive.texts["quay"].text[:30].rsplit(" ", 1)[0])
    borne_out(claim, text, archive.comment("harbour", 4), "refutes")
    borne_out(claim, text, archive.comment("harbour", 10), "qualifies")
    draft = archive.texts["draft"]
    borne_out(claim, draft, draft.text[:40].rsplit(" ", 1)[0])


def built(seed: int = 1) -> Archive:
    """Published: harbour and quay. Never published: draft."""
    writer = Writer(Random(seed))
    archive = Archive(writer)
    archive.handles = {name: writer.token() for name in HANDLES}
    whole, part = sources(writer)
    text = harbour(archive)
    # The handle that is removed there is kept here: each document decides for itself.
    quay = written(archive, "quay", [(archive.handles["redacted"], ""), ("", "", 0)], source=whole)
    kept(quay)
    written(archive, "draft", [(writer.token(), "")])
    described(text, source=whole, comment_source=part, abstract="Of a harbour and its ferry.")
    described(quay, comment_source=part)
    remarks(archive, text)
    claimed(
        quay, quay.text.split("\n")[1][:25].rsplit(" ", 1)[0], "a-quay-stands", "A quay stands."
    )
    publish_rules(by=factories.publisher(), reason="First version.")
    make_scale(
        slug="two", name="Two words", definition="For plain claims.", words=WORDS,
        by=factories.publisher(),
    )  # fmt: skip
    publish_scales(by=factories.publisher(), reason="First version.")
    released(text, quay, reason="First publication.")
    return archive


def tokens(archive: Archive) -> Iterator[str]:
    """Every token of the archive, shown or not."""
    yield from archive.handles.values()
    for text in archive.texts.values():
        yield text.capture.document.title.split()[-1]
        yield from (word.strip(".") for word in text.text.split() if word.startswith("zq"))
