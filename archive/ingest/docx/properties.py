"""What a word-processor file says of itself: title, creator, dates, language."""

from archive.ingest.docx.package import Package

_NAMES = {
    "dc:title": "title",
    "dc:creator": "creator",
    "dc:subject": "subject",
    "dc:description": "description",
    "dc:language": "language",
    "cp:keywords": "keywords",
    "cp:lastModifiedBy": "last_modified_by",
    "dcterms:created": "created",
    "dcterms:modified": "modified",
}
_PART = "docProps/core.xml"


def properties(package: Package) -> dict[str, str]:
    """The properties that are filled in, as written; dates are ISO 8601 where the file is sound."""
    part = next(package.parts("", "core-properties"), _PART)
    found: dict[str, str] = {}
    inside = ""
    for event in package.read(part):
        if event.kind == "text" and inside:
            found[inside] = found.get(inside, "") + event.name
        else:
            inside = _NAMES.get(event.name, "") if event.kind == "start" else ""
    return {name: value.strip() for name, value in found.items() if value.strip()}
