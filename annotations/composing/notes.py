"""Notes in the margin: what editors say of the words they marked."""

from annotations.composing.claims import Quoted, claim_part, with_evidence
from annotations.composing.layer import Layer
from annotations.composing.occasion import stamp
from annotations.composing.passages import Passage, number_at
from annotations.composing.ranges import Range, holding
from annotations.composing.runs import Highlight, Sign
from annotations.composing.scope import Scope
from annotations.models import Annotation, AnnotationKind, ClaimState
from archive.models import Rendition
from archive.payloads import ClaimPart, Note

SHOWN = (
    AnnotationKind.CLAIM,
    AnnotationKind.NOTE,
    AnnotationKind.QUESTION,
    AnnotationKind.LACUNA,
)


def annotated(rendition: Rendition) -> list[Annotation]:
    """Active annotations that a reader sees as notes; evidence shows at its claim."""
    rows = Annotation.objects.active().filter(rendition=rendition, kind__in=SHOWN)
    ordered = rows.select_related("claim", "created_by").order_by("start", "end", "uid")
    return [row for row in ordered if row.claim is None or row.claim.state == ClaimState.ACTIVE]


def within_shown(rows: list[Annotation], removed: list[Range]) -> list[Annotation]:
    """Those that keep some of their words: a mark on removed words only is left out."""
    return [
        row for row in rows if row.start == row.end or not holding((row.start, row.end), removed)
    ]


def highlights(rows: list[Annotation]) -> Layer[Highlight]:
    return Layer(Highlight(row.uid, row.start, row.end) for row in rows)


def signs(rendition: Rendition, rows: list[Annotation]) -> Layer[Sign]:
    """Reference marks and "citation needed" of the text, and the editors' lacunae."""
    found = [Sign(mark["kind"], mark["start"], mark["end"]) for mark in rendition.marks]
    gaps = [row for row in rows if row.kind == AnnotationKind.LACUNA and row.start == row.end]
    return Layer([*found, *(Sign("lacuna", row.start, row.end) for row in gaps)])


def notes(rows: list[Annotation], leaves: list[Passage], scope: Scope) -> tuple[list[Note], Quoted]:
    """The notes in the order of the text, and the words that their evidence quotes."""
    claims = with_evidence(row.claim_id for row in rows if row.claim_id)
    parts = {claim.pk: claim_part(claim, scope) for claim in claims}
    made = [note(row, leaves, parts[row.claim_id][0] if row.claim_id else None) for row in rows]
    return made, {words for _, quoted in parts.values() for words in quoted}


def note(row: Annotation, leaves: list[Passage], claim: ClaimPart | None) -> Note:
    return Note(
        id=row.uid,
        kind=row.kind,
        passage=number_at(leaves, row.start),
        markdown=row.body,
        stance=row.stance,
        claim=claim,
        by=row.created_by.shown_name,
        at=stamp(row.created_at),
    )
