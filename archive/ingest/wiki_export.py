"""Exports of MediaWiki: XML with one page or many, each with one revision or its whole history."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.ingest.encoding import replace_unstorable
from archive.ingest.plain_xml import events
from archive.ingest.unreadable import Unreadable

_EXPORT = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*)?<(?:mediawiki[\s>]|!DOCTYPE\s+mediawiki|page>\s*<title>)"
)
_NAME = "the export"
_PAGE = {"title": "title", "ns": "namespace", "id": "id"}
_REVISION = {
    "id": "id",
    "parentid": "parent",
    "timestamp": "timestamp",
    "comment": "comment",
    "model": "model",
    "format": "format",
    "sha1": "sha1",
}


@dataclass(slots=True)
class Exported:
    """A page: its newest revision, and which bytes of the file it is (`start` to `end`)."""

    start: int
    end: int = 0
    page: dict[str, str] = field(default_factory=dict)
    revision: dict[str, str] = field(default_factory=dict)
    text: str = ""
    revisions: int = 0

    def clean(self) -> tuple[str, str]:
        """The text as it can be stored, and its encoding."""
        return replace_unstorable(self.text)[0], "utf-8"

    @property
    def warnings(self) -> list[str]:
        said = f"The export holds {self.revisions} revisions of the page; the newest was read."
        return [said] * (self.revisions > 1)

    def take(self, revision: dict[str, str]) -> None:
        """Keep the revision where it is the newest yet."""
        self.revisions += 1
        if revision.get("timestamp", "") >= self.revision.get("timestamp", ""):
            self.text = revision.pop("text", "")
            self.revision = revision


def is_export(text: str) -> bool:
    """Whether a text begins as an export does, or as a page cut out of one."""
    return bool(_EXPORT.match(text[:2000]))


def only_page(data: bytes) -> Exported:
    """The page of an export of one. Raises Unreadable for none, and for several."""
    found = pages(data)
    first = next(found, None)
    if first is None:
        raise Unreadable("The export holds no pages.")
    if next(found, None):
        raise Unreadable("The export holds several pages: each is a document of its own.")
    if not first.text.strip():
        raise Unreadable("The export holds no text of the page.")
    return first


def pages(data: bytes) -> Iterator[Exported]:
    """The pages one by one. Raises Unreadable where the XML is not sound."""
    page, revision = Exported(0), dict[str, str]()
    path: list[str] = []
    words: list[str] = []
    for event in events(data, _NAME):
        name = event.name.rpartition(" ")[2]
        if event.kind == "text":
            words.append(event.name)
            continue
        if event.kind == "start":
            path.append(name)
            words.clear()
            page = Exported(event.at) if name == "page" else page
            revision = {} if name == "revision" else revision
            continue
        path.pop()
        _told(name, path[-1:], "".join(words), page, revision)
        words.clear()
        if name == "revision":
            page.take(revision)
        elif name == "page":
            page.end = data.index(b">", event.at) + 1
            yield page


def _told(
    name: str, within: list[str], words: str, page: Exported, revision: dict[str, str]
) -> None:
    """Note down what an element says that has ended."""
    if within == ["page"] and name in _PAGE:
        page.page[_PAGE[name]] = words.strip()
    elif within == ["revision"] and name == "text":
        revision["text"] = words
    elif within == ["revision"] and name in _REVISION and words.strip():
        revision[_REVISION[name]] = words.strip()
    elif within == ["contributor"] and name in ("username", "ip"):
        revision["contributor"] = words.strip()
