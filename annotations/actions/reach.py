"""How far an act reaches: the claims that texts make, what those quote, and what shows a text."""

from collections.abc import Iterable

from django.db.models import Q

from annotations.actions.locking import Keys
from annotations.interchange.closure import with_merged
from annotations.models import Annotation, Claim, ClaimState
from archive.models import Document, Edition, EditionKind, Rendition, Source


def touched(renditions: Iterable[int]) -> list[int]:
    """The claims that these texts make or bear on."""
    keys = set(renditions)
    spans = Q(spans__rendition__in=keys) | Q(evidence__annotation__rendition__in=keys)
    rows = Claim.objects.filter(spans, state=ClaimState.ACTIVE).order_by("pk")
    return list(rows.values_list("pk", flat=True).distinct())


def quoted(claims: Iterable[int]) -> set[int]:
    """The renditions whose words the claims' places stand in."""
    keys = list(claims)
    places = Annotation.objects.active().filter(Q(claim__in=keys) | Q(evidence_for__claim__in=keys))
    return set(places.values_list("rendition_id", flat=True))


def composed_of(documents: Iterable[Document]) -> Keys:
    """All that editions of these documents, and of their claims and sources, are made of."""
    keys = {document.pk for document in documents}
    texts = Rendition.objects.filter(capture__document__in=keys).values_list("pk", flat=True)
    claims = touched(texts)
    others = Rendition.objects.filter(pk__in=quoted(claims))
    keys |= set(others.values_list("capture__document", flat=True))
    # Publishing closes what is open of claims that were merged into these.
    return {Document: keys, Claim: with_merged(Claim, set(claims)), Source: sources_of(keys)}


def sources_of(documents: set[int]) -> set[int]:
    names = ("source", "source__part_of", "comment_source", "comment_source__part_of")
    rows = Document.objects.filter(pk__in=documents).values_list(*names)
    return {key for row in rows for key in row if key}


def shown_by(document: Document) -> Keys:
    """The document, and the documents and claims whose open editions show words of it."""
    rows = Edition.objects.open().filter(quotations__rendition__capture__document=document)
    uids: dict[str, set[str]] = {EditionKind.DOCUMENT: {document.uid}, EditionKind.CLAIM: set()}
    for kind, uid in rows.values_list("kind", "subject_uid").distinct():
        uids[kind].add(uid)
    return {
        Document: pks(Document, uids[EditionKind.DOCUMENT]),
        Claim: pks(Claim, uids[EditionKind.CLAIM]),
    }


def pks(model: type[Document] | type[Claim], uids: set[str]) -> set[int]:
    return set(model.objects.filter(uid__in=uids).values_list("pk", flat=True))
