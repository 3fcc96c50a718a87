"""A document, its captures, originals, texts and editions as objects of PREMIS."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from django.conf import settings

from archive.models import Blob, Capture, Document, Edition, EditionKind, Rendition
from archive.premis.elements import Content, identifier, typed

ALGORITHM = "SHA-256"
HAS, IS = "has part", "is part of"


def objects(document: Document) -> Iterator[Element]:
    captures = [*Capture.objects.filter(document=document).select_related("blob")]
    yield typed("object", "intellectualEntity", [
        identifier("objectIdentifier", "document", document.uid),
        identifier("objectIdentifier", "URI", settings.SITE_URL + document.get_absolute_url()),
        *(relation("structural", HAS, "capture", each.uid) for each in captures),
    ])  # fmt: skip
    yield from map(capture_object, captures)
    yield from map(file_object, {each.blob.pk: each.blob for each in captures}.values())
    rows = Rendition.objects.filter(capture__document=document).select_related("capture__blob")
    yield from map(text_object, rows.order_by("number").iterator(chunk_size=10))
    yield from map(edition_object, editions(document))


def editions(document: Document) -> Iterator[Edition]:
    rows = Edition.objects.filter(kind=EditionKind.DOCUMENT, subject_uid=document.uid)
    return rows.defer("payload").order_by("number").iterator()


def capture_object(capture: Capture) -> Element:
    return typed("object", "representation", [
        identifier("objectIdentifier", "capture", capture.uid),
        ("originalName", capture.original_name),
        relation("structural", IS, "document", capture.document.uid),
        relation("structural", HAS, "blob", capture.blob.sha256),
    ])  # fmt: skip


def file_object(blob: Blob) -> Element:
    return typed("object", "file", [
        identifier("objectIdentifier", "blob", blob.sha256),
        characteristics(blob.sha256, str(blob.size), blob.media_type or "application/octet-stream"),
    ])  # fmt: skip


def text_object(rendition: Rendition) -> Element:
    """The derived text in UTF-8; a file never changes, so that each derivation is a new one."""
    size = str(len(rendition.text.encode()))
    made_by = f"{rendition.extractor} {rendition.extractor_version}"
    return typed("object", "file", [
        identifier("objectIdentifier", "rendition", rendition.uid),
        characteristics(rendition.text_sha256, size, "text/plain", made_by),
        relation("derivation", "has source", "blob", rendition.capture.blob.sha256),
    ])  # fmt: skip


def edition_object(edition: Edition) -> Element:
    name = f"{edition.kind}/{edition.slug}/{edition.number}"
    return typed("object", "file", [
        identifier("objectIdentifier", "edition", name),
        characteristics(edition.sha256, "", "application/json"),
        relation("derivation", "has source", "document", edition.subject_uid),
    ])  # fmt: skip


def characteristics(digest: str, size: str, form: str, made_by: str = "") -> tuple[str, Content]:
    fixity = [("messageDigestAlgorithm", ALGORITHM), ("messageDigest", digest)]
    return "objectCharacteristics", [
        ("fixity", fixity),
        ("size", size),
        ("format", [("formatDesignation", [("formatName", form)])]),
        ("creatingApplication", [("creatingApplicationName", made_by)] if made_by else None),
    ]


def relation(kind: str, way: str, of: str, name: str) -> tuple[str, Content]:
    return "relationship", [
        ("relationshipType", kind),
        ("relationshipSubType", way),
        identifier("relatedObjectIdentifier", of, name),
    ]
