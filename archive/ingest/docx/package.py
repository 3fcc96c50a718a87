"""The parts of a word-processor file, and how they refer to one another."""

from collections.abc import Iterator
from functools import lru_cache
from posixpath import dirname, join, normpath

from archive.ingest.plain_xml import Event, events
from archive.ingest.unpacking import Bounds, Members, members
from archive.ingest.unreadable import Unreadable

BOUNDS = Bounds(count=5000, member=64 << 20, total=512 << 20)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PREFIXES = {
    _W: "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://schemas.microsoft.com/office/word/2018/wordml/cex": "cex:",
    "http://schemas.microsoft.com/office/word/2016/wordml/cid": "cid:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "r:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
_MAIN = "word/document.xml"


class Package:
    """A file unpacked within bounds. Parts are named by their path, absent ones are empty."""

    def __init__(self, data: bytes) -> None:
        self.members: Members = members(data, BOUNDS)
        self.main = next(self.parts("", "officeDocument"), _MAIN)
        if self.main not in self.members:
            raise Unreadable("The zip file holds no word-processor document.")

    def parts(self, of: str, kind: str) -> Iterator[str]:
        """The parts that one (or "", the file) refers to by the last word of the relation."""
        folder, _, name = of.rpartition("/")
        for event in self.read(join(folder, "_rels", f"{name}.rels")):
            said = event.attributes
            if event.name != "r:Relationship" or said.get("TargetMode") == "External":
                continue
            if said.get("Type", "").rpartition("/")[2] == kind:
                path = join("/", dirname(of), said.get("Target", ""))
                if (part := normpath(path).lstrip("/")) in self.members:
                    yield part

    def read(self, part: str) -> Iterator[Event]:
        """What a part says, its names with the usual prefixes."""
        if part not in self.members:
            return
        for event in events(self.members.read(part), part):
            if event.kind == "text":
                yield event
            else:
                said = {prefixed(key): value for key, value in event.attributes.items()}
                yield Event(event.kind, prefixed(event.name), said)


@lru_cache(4096)
def prefixed(name: str) -> str:
    """The name with the usual prefix of its namespace, ":" where that is not one of ours."""
    namespace, _, local = name.rpartition(" ")
    return _PREFIXES.get(namespace, ":") + local if namespace else local
