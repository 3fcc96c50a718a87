"""Bounds on markup before it is parsed: how deep it nests, and what else costs more than it is.

A parser asks of each tag what is open above it, so that a hundred thousand nested tags cost it
minutes. One pass over the tags keeps the stack that the parser would have; where that would pass
`DEEPEST`, the innermost element is closed first, as browsers do. Formatting, which is opened again
in each block, attributes and options are bounded too. All words stay, in their order.
"""

import re
from typing import NamedTuple

from archive.ingest.html.element_kinds import CLOSE_P, FORMATTING, RAW, TABLED, UNSURE
from archive.ingest.html.open_elements import OpenElements
from archive.ingest.unreadable import Unreadable

DEEPEST = 512
_FEW, _SHORT, _MOST = 1000, 1 << 16, 250_000
_MOST_COSTLY, _MOST_ATTRIBUTES, _MOST_FORMATTING = 2000, 500, 128
_COSTLY = frozenset(("option", "optgroup", "frameset"))
_W = r"[ \t\n\r\f]"
_VALUE = r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\r\f>\"'][^ \t\n\r\f>]*+)"
_ATTRIBUTE = rf"(?:[ \t\n\r\f/]++|=?[^ \t\n\r\f/>=]++(?:{_W}*+={_W}*+{_VALUE}?+)?+|=)"
_ONE = re.compile(_ATTRIBUTE)
_TAG = re.compile(
    rf"<(?:!--(?:-?>|.*?(?:--!?>|\Z))|(?P<end>/?)(?P<name>[a-z][^ \t\n\r\f/>]*+)"
    rf"(?P<rest>{_ATTRIBUTE}*+)(?:>|\Z))",
    re.DOTALL | re.IGNORECASE | re.ASCII,
)
_RAW_ENDS = {
    name: re.compile(rf"</{name}(?=[ \t\n\r\f/>])|\Z", re.IGNORECASE | re.ASCII) for name in RAW
}


class Flattened(NamedTuple):
    """The markup, and how many tags were left out or written to keep it within bounds."""

    markup: str
    changes: int


def flattened(markup: str) -> Flattened:
    """The markup within bounds; most is unchanged. Raises Unreadable where tags are too many."""
    tags = markup.count("<")
    if tags <= _FEW and len(markup) <= _SHORT:
        return Flattened(markup, 0)
    if tags > _MOST:
        raise Unreadable(f"The page has about {tags} tags; up to {_MOST} are read.")
    return _Pass(markup).run()


class _Pass:
    """One walk over the tags, which copies the markup up to each that it changes."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.parts: list[str] = []
        self.copied = self.changes = self.costly = 0
        self.stack = OpenElements()
        self.closed: dict[str, int] = {}

    def run(self) -> Flattened:
        at = 0
        while hit := _TAG.search(self.markup, at):
            at = hit.end()
            if name := hit["name"]:
                name = name.lower() if name.isascii() else name
                at = self._end(hit, name) if hit["end"] else self._start(hit, name)
        return Flattened("".join([*self.parts, self.markup[self.copied :]]), self.changes)

    def _end(self, hit: re.Match[str], name: str) -> int:
        """An end tag; one of an element that was closed before is left out."""
        if self.closed.get(name):
            self.closed[name] -= 1
            return self._replace(hit, "")
        self.stack.close(name)
        return hit.end()

    def _start(self, hit: re.Match[str], name: str) -> int:
        foreign = self.stack.in_foreign()
        if self._is_too_much(hit, name, foreign):
            return self._replace(hit, "")
        before = self._closings(name)
        if self.stack.open(name, closed=hit["rest"].endswith("/")):
            if name in RAW and not self.stack.in_foreign():
                return self._after_raw(hit, name, before)
            before += self._early()
            self.stack.push(name)
        return self._write(hit, before)

    def _is_too_much(self, hit: re.Match[str], name: str, foreign: bool) -> bool:
        if foreign and name in UNSURE:
            return True
        if name in _COSTLY:
            self.costly += 1
            return self.costly > _MOST_COSTLY
        if name not in FORMATTING:
            return False
        nested = sum(len(self.stack.places.get(each, ())) for each in FORMATTING)
        return nested > _MOST_FORMATTING or not self.stack.formatting.open(name, hit["rest"])

    def _closings(self, name: str) -> str:
        """The end of all formatting, where blocks have opened more of it than is to be borne."""
        if name not in CLOSE_P and name not in TABLED:
            return ""
        names = self.stack.formatting.block()
        for each in names:
            self.stack.close(each)
        return "".join(f"</{each}>" for each in names)

    def _early(self) -> str:
        """The end tags that make room for one more element."""
        names = []
        while self.stack.depth >= DEEPEST:
            if name := self.stack.pop():
                names.append(name)
                self.closed[name] = self.closed.get(name, 0) + 1
        return "".join(f"</{name}>" for name in names)

    def _after_raw(self, hit: re.Match[str], name: str, before: str) -> int:
        self._write(hit, before)
        found = _RAW_ENDS[name].search(self.markup, hit.end())
        return found.start() if found else len(self.markup)

    def _write(self, hit: re.Match[str], before: str) -> int:
        """The tag as it is, unless something goes before it or it has too many attributes."""
        rest = hit["rest"]
        if len(rest) > _MOST_ATTRIBUTES:
            kept = rest
            for number, each in enumerate(_ONE.finditer(rest)):
                if number == _MOST_ATTRIBUTES:
                    kept = rest[: each.start()]
                    break
            if kept != rest:
                return self._replace(hit, f"{before}<{hit['name']}{kept}>")
        return self._replace(hit, before + hit[0]) if before else hit.end()

    def _replace(self, hit: re.Match[str], words: str) -> int:
        self.parts += [self.markup[self.copied : hit.start()], words]
        self.copied = hit.end()
        self.changes += 1
        return hit.end()
