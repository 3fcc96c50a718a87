"""What may be done with a document, as the archive states it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from archive.models import Document
from archive.premis.elements import Content, element, identifier


def rights(document: Document) -> Iterator[Element]:
    """The licence, and the rights statement in words; nothing where neither is known."""
    if document.licence:
        licence = [("licenseTerms", document.licence), ("licenseNote", document.licence_url)]
        yield statement(document, "license", "licenseInformation", licence)
    if document.rights:
        other = [("otherRightsBasis", "statement"), ("otherRightsNote", document.rights)]
        yield statement(document, "other", "otherRightsInformation", other)


def statement(document: Document, basis: str, kind: str, content: Content) -> Element:
    said = [
        identifier("rightsStatementIdentifier", "local", f"{document.uid}/{basis}"),
        ("rightsBasis", basis),
        (kind, content),
        identifier("linkingObjectIdentifier", "document", document.uid),
    ]
    return element("rights", [("rightsStatement", said)])
