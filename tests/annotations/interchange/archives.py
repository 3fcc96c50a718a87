"""A small archive with a row of every model; it passes `verify`."""

from datetime import UTC, datetime

from annotations.actions.adjudicate import adjudicate, close_double_reading
from annotations.actions.assignments import assign
from annotations.actions.claims import create_claim, edit_claim
from annotations.actions.publish import publish
from annotations.actions.replies import review, take_down
from annotations.actions.scales import Word, make_scale
from annotations.models import (
    Annotation,
    Assessment,
    Case,
    Claim,
    Decision,
    Evidence,
    Flag,
    Placing,
    Settlement,
)
from archive.actions.authorities import Naming, create_authority, merge
from archive.actions.deaccession import deaccession
from archive.actions.derive import derive
from archive.actions.documents import describe
from archive.actions.editions import close
from archive.actions.sources import rate
from archive.models import Authority, Document, Edition, Rendition, Source
from tests import factories
from tests.annotations import double
from tests.annotations.composing import scenes

# Line ends, a character outside the basic plane and one of two code points have to survive.
TEXT = "The treaty was ratified.\r\nA clef \U0001d11e stands here.\nCafe\u0301 and naïve words."
COMMENTS = [
    ("nightingale", "A first remark about the harbour."),
    ("kingfisher", "A reply to the first remark, quite long.", 0),
    ("", "A third remark."),
]
WORDS = [
    Word("true", "true", "It holds.", "supported", 2),
    Word("false", "false", "It does not hold.", "refuted", 1),
]
# A time with all its digits: the digests of events are taken over them.
MOMENT = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)


def small(slug: str = "first") -> Document:
    """A document with all that hangs on it, published twice; the first edition is closed."""
    document = judged(slug).capture.document
    first = published(document)
    describe(document=document, expected=2, by=factories.editor(), abstract="Said better.")
    close(
        first,
        by=factories.publisher(),
        reason="A newer one stands.",
        replaced_by=published(document),
    )
    return document


def taken_out() -> None:
    """A document that was brought in by mistake."""
    gone = factories.document("A text brought in twice.", slug="gone", external_id="gone")
    deaccession(document=gone, by=factories.editor(), reason="Brought in twice.")


def judged(slug: str) -> Rendition:
    """A corrected rendition with claims, evidence and decided cases."""
    rendition = corrected(slug)
    claim, other = (made(f"{slug}-{name}") for name in ("claim", "merged-claim"))
    by = factories.editor()
    place = create_authority(kind="place", name=f"The river of {slug}", by=by)
    names = [(place, "place")]
    edit_claim(claim=claim, expected=1, by=by, reason="Known.", speaker="It", mentions=names)
    assign(claim=claim, owner=by, by=by, task="Look it up.")
    Claim.objects.filter(pk=other.pk).update(state="merged", merged_into=claim)
    placed(scenes.makes(rendition, "The treaty was ratified.", claim))
    weigh(scenes.bears(rendition, "A clef", claim))
    decide(rendition)
    twice(rendition)
    answered(claim)
    make_scale(slug="two", name="Two words", definition="For plain claims.", words=WORDS, by=by)
    return rendition


def corrected(slug: str) -> Rendition:
    part = rated(slug)
    rendition = factories.rendition(f"{TEXT} {slug}", COMMENTS, slug=slug, source=part.part_of)
    editor, document = factories.editor(), rendition.capture.document
    describe(
        document=document,
        expected=1,
        by=editor,
        abstract="It says.",
        comment_source=part,
        authorities={"subject": [place(slug)]},
    )
    parsed = factories.parsed(f"{TEXT} {slug}", COMMENTS)
    return derive(rendition.capture, parsed, by=editor, at=MOMENT, corrects=rendition)


def place(slug: str) -> Authority:
    """A record with a name of its own, and one that it took over from another."""
    by = factories.editor()
    kept, other = (
        create_authority(kind="place", name=f"{name} {slug}", names=[Naming("愛琿", "zh")], by=by)
        for name in ("Aigun", "Aihui")
    )
    return merge(authority=other, into=kept, expected=1, by=by)


def rated(slug: str) -> Source:
    """The part of a platform, whose address sorts before that of the whole; the whole is rated."""
    platform = factories.source(f"{slug}-news")
    part = factories.source(f"{slug}-comments", part_of=platform)
    for value in ("C", "B"):
        rate(source=platform, value=value, grounds="Looked into.", by=factories.editor())
    return part


def made(slug: str) -> Claim:
    return create_claim(slug=slug, statement=f"That {slug} holds.", by=factories.editor())


def weigh(evidence: Evidence) -> None:
    """A second piece that derives from the first, and two judgements, the later superseding."""
    Evidence.objects.create(
        claim=evidence.claim, work="A book, 1902", access="in_hand", relation="supports",
        independence="derived", derived_from=evidence, note="Tells it again.",
        created_by=factories.editor(),
    )  # fmt: skip
    first = scenes.assessed(evidence.claim)
    Assessment.objects.create(
        claim=evidence.claim, credibility=2, verdict="supported", reasons="On second thoughts.",
        as_of="2026-02-01", assessed_by=factories.editor(), supersedes=first,
    )  # fmt: skip


def placed(mark: Annotation) -> None:
    """A place that was accepted for the mark, which was undone."""
    by = factories.editor()
    row = Placing.objects.create(
        annotation=mark, rendition=mark.rendition, start=0, end=3, state="moved", score=0.1 + 0.2,
        made_by=by,
    )  # fmt: skip
    first = Settlement.objects.create(
        placing=row, sequence=1, outcome="accepted", reason="It is.", version=2, decided_by=by
    )
    Settlement.objects.create(
        placing=row, sequence=2, outcome="undone", reason="It is not.", version=3, decided_by=by,
        undoes=first,
    )  # fmt: skip


def decide(rendition: Rendition) -> None:
    """All is kept but some words of the second comment; a decision on the third was undone."""
    scenes.decided(rendition, 2, "redact", redact=("quite long",))
    withhold = scenes.decided(rendition, 3, "withhold")
    Decision.objects.create(
        case=withhold.case, sequence=2, old_outcome="withhold", undoes=withhold,
        reason="Too strict.", decided_by=factories.moderator(),
    )  # fmt: skip
    Case.objects.filter(pk=withhold.case.pk).update(outcome="", state="open")
    Flag.objects.create(case=withhold.case, category="spam", created_by=factories.moderator())
    scenes.keep_all(rendition)


def twice(rendition: Rendition) -> None:
    """Read by two people who differ on one mark; a third decided, and thought again."""
    reading = double.opened(rendition=rendition)
    first, second = double.part(reading, 1), double.part(reading, 2)
    differ = double.mark(first, "A clef", body="Which clef?", kind="question")
    for part in (first, second):
        double.mark(part, "naïve words")
    double.done(first, second)
    by, seen = factories.editor("erika"), ""
    for outcome in ("neither", "first"):
        seen = adjudicate(
            double=reading, matter=f"{differ.uid}/", outcome=outcome, reason="It is.", by=by,
            replacing=seen,
        ).uid  # fmt: skip
    close_double_reading(double=reading, by=by)


def answered(claim: Claim) -> None:
    """Somebody concerned answered; the answer is shown."""
    reply = take_down(
        claim=claim, name="The harbour office", concern="It signed.", words="We signed nothing.",
        received_on=MOMENT.date(), by=factories.publisher(),
    )  # fmt: skip
    review(reply=reply, outcome="show", reason="It is to the point.", by=factories.publisher())


def published(document: Document) -> Edition:
    rows = publish(
        documents=[document], by=factories.publisher(), reason="As it is.", accept_warnings=True
    )
    return next(row for row in rows if row.kind == "document")
