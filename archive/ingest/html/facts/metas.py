"""The `meta` elements of a page, by name. RDFa and Dublin Core write the same names variously."""

import html
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from archive.ingest.html.page import Page

_NAMING = ("name", "property", "itemprop", "http-equiv", "id")


def tidy(words: str) -> str:
    """One line, entities resolved (some pages escape twice), no white space at the ends."""
    plain = html.unescape(words) if "&" in words else words
    return re.sub(r"\s+", " ", plain.replace("\u200b", "").replace("\ufeff", "")).strip()


@dataclass(frozen=True, slots=True)
class Metas:
    """Names are lower case, with `.` for `:`."""

    contents: dict[str, list[str]]

    @classmethod
    def of(cls, page: Page) -> "Metas":
        contents: dict[str, list[str]] = defaultdict(list)
        for node in page.all("meta"):
            words = tidy(node.attributes.get("content") or node.attributes.get("value") or "")
            for name in _names(node.attributes) if words else ():
                contents[name].append(words)
        return cls(dict(contents))

    def every(self, names: Iterable[str]) -> list[str]:
        """What is said under the names, in their order."""
        return [words for name in names for words in self.contents.get(name, [])]

    def first(self, names: Iterable[str]) -> str | None:
        return next(iter(self.every(names)), None)


def _names(attributes: dict[str, str | None]) -> list[str]:
    """A `property` may hold several names, parted by blanks."""
    said = next((words for key in _NAMING if (words := attributes.get(key))), "")
    return [name.replace(":", ".") for name in said.lower().split()]
