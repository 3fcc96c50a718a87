"""A document's edition: text after redaction, notes, comments as decided, provenance."""

from typing import Any

from django.db.models import QuerySet

from annotations.composing import gate
from annotations.composing.comments import comment_section
from annotations.composing.composition import Composition
from annotations.composing.decisions import Verdicts
from annotations.composing.notes import annotated, highlights, notes, signs, within_shown
from annotations.composing.occasion import Occasion, stamp
from annotations.composing.passages import block, flat, left_out, passages
from annotations.composing.ranges import merge
from annotations.composing.replies import reply_parts
from annotations.composing.scope import Scope
from annotations.composing.sources import source_part
from annotations.models import Annotation, AnnotationState, Reply
from archive import storage
from archive.actions.fixity import came_damaged
from archive.digests import sha256
from archive.models import Deaccession, Document, EditionKind, Rendition
from archive.payloads import Provenance


def newest_rendition(document: Document) -> Rendition | None:
    rows = Rendition.objects.of(document)
    return rows.select_related("capture__blob", "capture__document").first()


def compose_document(
    document: Document, rendition: Rendition, verdicts: Verdicts, scope: Scope, occasion: Occasion
) -> Composition:
    """Everything that the document's page shows. `scope` must hold the document itself."""
    removed = verdicts.removed()
    rows = annotated(rendition)
    shown = within_shown(rows, merge([*removed, *left_out(rendition)]))
    marks, gaps = highlights(shown), signs(rendition, shown)
    tree = passages(rendition)
    margin, quoted = notes(shown, flat(tree), scope)
    replies = Reply.objects.filter(document=document)
    payload: dict[str, Any] = {
        **occasion.base(EditionKind.DOCUMENT, document, document.title),
        **description(document),
        "provenance": provenance(document, rendition),
        "blocks": [block(rendition.text, passage, marks, gaps) for passage in tree],
        "notes": margin,
        "notes_left_out": len(rows) - len(shown),
        "comments": comment_section(document, rendition, verdicts, marks),
        "notices": [document.editorial_note] if document.editorial_note else [],
        "replies": reply_parts(replies.prefetch_related("reviews")),
    }
    own = {(rendition.pk, *span) for span in scope.shown[rendition.pk].ranges}
    composition = Composition(payload, quoted | own)
    composition.warnings = warnings(document, verdicts)
    withheld = gate.withheld(rendition, verdicts)
    composition.blocks = [*blocks(rendition), *gate.refusals(payload, withheld, document.slug)]
    return composition


def description(document: Document) -> dict[str, Any]:
    return {
        "item_type": document.kind,
        "language": document.language,
        "authors": list(document.authors),
        "dated": document.published,
        "dated_note": document.published_note,
        "abstract": document.abstract,
        "source": source_part(document.source),
    }


def provenance(document: Document, rendition: Rendition) -> Provenance:
    capture, blob = rendition.capture, rendition.capture.blob
    return Provenance(
        origin_status=document.origin_status,
        origin_status_label=document.get_origin_status_display(),
        origin=document.origin,
        authenticity=document.authenticity,
        rights=document.rights,
        licence=document.licence,
        licence_url=document.licence_url,
        attribution=document.attribution,
        captured_at=stamp(capture.captured_at) if capture.captured_at else None,
        received_at=stamp(capture.received_at),
        address=capture.url,
        original_sha256=blob.sha256,
        original_size=blob.size,
        media_type=blob.media_type,
        encoding=rendition.encoding,
        extractor=rendition.extractor,
        extractor_version=rendition.extractor_version,
        completeness=rendition.completeness,
        warnings=list(rendition.warnings),
    )


def blocks(rendition: Rendition) -> list[str]:
    """What forbids publication: failed fixity, a text without words, orphaned annotations."""
    found = []
    capture = rendition.capture
    try:
        intact = sha256(storage.get(capture.blob.sha256)) == capture.blob.sha256
    except FileNotFoundError:
        intact = False
    if not intact or sha256(rendition.text) != rendition.text_sha256:
        found.append("Failed fixity: the stored original or its text is not what came in.")
    if Deaccession.objects.filter(document=capture.document).exists():
        found.append("The document was taken out of the holdings: it cannot be published.")
    if came_damaged(capture):
        found.append(
            "Failed fixity: this capture came with a digest that is not that of its bytes. Bring "
            "in a sound one."
        )
    orphans = Annotation.objects.filter(
        rendition__capture__document=capture.document, state=AnnotationState.ORPHAN
    ).count()
    if not rendition.text.strip():
        lack = rendition.completeness or "the text is blank"
        found.append(f"There are no words to publish: {lack}. Bring in a capture that has them.")
    if orphans:
        found.append(f"{orphans} annotations are orphans: find their words again or delete them.")
    if behind := left_behind(rendition).filter(state=AnnotationState.ACTIVE).count():
        found.append(
            f"{behind} annotations stand on an earlier text of the document: carry them over, and "
            "look at those that wait for review."
        )
    return found


def left_behind(rendition: Rendition) -> QuerySet[Annotation]:
    """The marks on other texts of the document, deleted ones too: its page would not show them."""
    rows = Annotation.objects.filter(rendition__capture__document=rendition.capture.document)
    return rows.exclude(rendition=rendition)


def warnings(document: Document, verdicts: Verdicts) -> list[str]:
    """What a publisher must have seen: undecided comments, missing ratings."""
    found = []
    if undecided := verdicts.undecided():
        found.append(f"{undecided} comments or handles are undecided: shown as “not reviewed”.")
    for source in filter(None, (document.source, document.comment_source)):
        if not source.ratings.exists():
            found.append(f"{source.name} has no rating: shown as F, not judged.")
    if document.source is None:
        found.append("The document names no publisher or platform: its reliability is F.")
    return found
