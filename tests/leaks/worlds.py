"""An archive to which anything may happen, in any order; what is refused changes nothing."""

from collections.abc import Callable
from contextlib import suppress
from random import Random

from annotations.actions.cases import flag, open_cases
from annotations.actions.renaming import withhold_address
from annotations.actions.withdraw import withdraw
from annotations.models import Case, Claim
from annotations.moderation import taxonomy
from archive.actions.documents import rename
from archive.actions.ingest import ingest
from archive.errors import Refused
from archive.models import Conflict, Document, Rendition
from tests import factories
from tests.leaks.generated import Writer, borne_out, claimed, described, judged, marked, released
from tests.leaks.generated import undone as taken_back

OUTCOMES = ("keep", "collapse", "redact", "withhold")
# A comment: which handle (0 none), which comment it answers, which it quotes (0 none).
Shape = list[tuple[int, int, int]]
Step = tuple[str, int, int, int]


class World:
    """Documents of invented words. Every verb takes three numbers, which choose what it acts on."""

    def __init__(self, seed: int, shapes: list[Shape]) -> None:
        self.writer = Writer(Random(seed))
        self.handles = [self.writer.token() for _ in range(3)]
        self.source = factories.source(f"source-{seed}")
        self.texts = [self.written(number, shape) for number, shape in enumerate(shapes)]

    def written(self, number: int, shape: Shape) -> Rendition:
        comments: list[tuple[str, str, int] | tuple[str, str]] = []
        for handle, parent, quoted in shape:
            name = self.handles[handle - 1] if handle else ""
            body = self.writer.sentence()
            if quoted and comments:
                words = comments[quoted % len(comments)][1].split()
                body = f"{' '.join(words[: 3 + quoted % 4])} {body}"
            answer = (parent % len(comments),) if parent and comments else ()
            comments.append((name, body, *answer))
        paragraphs = "\n".join(self.writer.sentence(12) for _ in range(2))
        text = factories.rendition(
            paragraphs,
            comments,
            slug=f"of-{self.writer.token()}",
            title=self.writer.sentence(5),
            source=self.source,
        )
        open_cases(rendition=text)
        return text

    def happens(self, step: Step) -> None:
        verb, *numbers = step
        with suppress(Refused, Conflict):
            VERBS[verb](self, *numbers)

    def text(self, number: int) -> Rendition:
        return self.texts[number % len(self.texts)]

    def document(self, number: int) -> Document:
        return Document.objects.get(pk=self.text(number).capture.document.pk)

    def case(self, number: int, which: int) -> Case | None:
        rows = Case.objects.filter(comment__rendition=self.text(number)).order_by("pk")
        found = list(rows.select_related("comment"))
        return found[which % len(found)] if found else None

    def decide(self, number: int, which: int, how: int) -> None:
        if row := self.case(number, which):
            text, outcome = self.text(number), OUTCOMES[how % 4]
            words = text.text[row.comment.start : row.comment.end].split()
            chosen = words[how % len(words) :][: 1 + how % 5]
            cut = " ".join(chosen) if outcome == "redact" and row.part == "body" else ""
            judged(
                text,
                row.comment.number,
                outcome,
                row.part,
                cut=cut,
                needs_second_opinion=how % 7 == 6,
                by=factories.moderator(("moira", "mona")[how % 2]),
            )

    def undo(self, number: int, which: int, _: int) -> None:
        if row := self.case(number, which):
            taken_back(self.text(number), row.comment.number, row.part)

    def flag(self, number: int, which: int, how: int) -> None:
        if row := self.case(number, which):
            category = list(taxonomy.CATEGORIES)[how % len(taxonomy.CATEGORIES)]
            flag(case=row, category=category, reason="Look at it.", by=factories.editor())

    def publish(self, which: int, _: int, __: int) -> None:
        """Some of the documents, by the bits of a number."""
        chosen = [text for at, text in enumerate(self.texts) if which >> at & 1]
        if chosen:
            released(*chosen)

    def withdraw(self, number: int, _: int, ticked: int) -> None:
        withdraw(
            document=self.document(number),
            by=factories.publisher(),
            reason="The owner asked.",
            show_title=False,
        )

    def passage(self, number: int, which: int, how: int) -> str:
        """Some words of a comment, or of the article."""
        text = self.text(number)
        comments = list(text.comments.order_by("number"))
        lines = [text.text[row.start : row.end] for row in comments] + text.text.split("\n")[:2]
        words = lines[which % len(lines)].split()
        at = how % len(words)
        return " ".join(words[at : at + 5])

    def note(self, number: int, which: int, how: int) -> None:
        marked(self.text(number), self.passage(number, which, how))

    def claim(self, number: int, which: int, how: int) -> None:
        slug = f"claim-{Claim.objects.count() + 1}"
        words = self.passage(number, which, how)
        claimed(self.text(number), words, slug, f"The statement of {slug}.")

    def evidence(self, number: int, which: int, how: int) -> None:
        claims = list(Claim.objects.order_by("pk"))
        if claims:
            words = self.passage(number, which, how)
            borne_out(claims[how % len(claims)], self.text(number), words, "qualifies")

    def repeat(self, number: int, which: int, how: int) -> None:
        """An editor repeats words of a comment where every reader would see them."""
        words = self.passage(number if which % 2 else number + 1, which, how)
        if how % 3 == 0:
            described(self.text(number), abstract=f"It says: {words}.")
        elif how % 3 == 1:
            marked(self.text(number), self.passage(number, which + 1, 0), body=f"Compare {words}.")
        else:
            described(self.text(number), abstract="")

    def recapture(self, number: int, which: int, how: int) -> None:
        """A new capture: the same comments, perhaps with another article, and perhaps one more."""
        old = self.text(number)
        comments = []
        places = {row.pk: at for at, row in enumerate(old.comments.order_by("number"))}
        for row in old.comments.order_by("number"):
            handle = old.text[row.author_start or 0 : row.author_end or 0]
            answer = (places[row.parent_id],) if row.parent_id else ()
            comments.append((handle, old.text[row.start : row.end], *answer))
        if how % 2:
            comments.append((self.handles[how % 3], self.writer.sentence()))
        article = old.text.split("\n")[:2] + [self.writer.sentence()] * (which % 3)
        made = factories.parsed("\n".join(filter(None, article)), comments)
        done = ingest(
            data=made.text.encode(),
            parsed=made,
            by=factories.editor(),
            title="",
            document=old.capture.document,
        )
        open_cases(rendition=done.rendition)
        self.texts[number % len(self.texts)] = done.rendition

    def rename(self, number: int, _: int, how: int) -> None:
        """Renamed, or its address withheld."""
        document = self.document(number)
        act = (withhold_address, rename)[how % 2]
        slug = f"{'of-' + self.writer.token() if how % 2 else 'plain'}-{number}-{how}"
        act(document=document, expected=document.version, slug=slug, by=factories.publisher())


Verb = Callable[[World, int, int, int], None]
VERBS: dict[str, Verb] = {
    "decide": World.decide,
    "undo": World.undo,
    "flag": World.flag,
    "publish": World.publish,
    "withdraw": World.withdraw,
    "note": World.note,
    "claim": World.claim,
    "evidence": World.evidence,
    "repeat": World.repeat,
    "recapture": World.recapture,
    "rename": World.rename,
}
