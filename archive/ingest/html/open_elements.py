"""The stack of open elements as an HTML parser would have it, or a higher one. Constant time a tag.

It is asked before the parser runs, how deep the parser would be. So where the standard's rules are
intricate, an element is rather held open for too long: that costs a needless early closing on very
odd pages, and never lets one through that is deeper than it seems.
"""

from bisect import bisect_right

from archive.ingest.html.active_formatting import ActiveFormatting
from archive.ingest.html.element_kinds import (
    BARRIER,
    BREAK_OUT,
    CLOSE_P,
    FORMATTING,
    HEADINGS,
    INTEGRATION,
    MARKERS,
    SCOPED,
    SPECIAL,
    TABLED,
    VOID,
)

_GROUPS = {
    "#barrier": BARRIER,
    "#special": SPECIAL,
    "#li": SPECIAL - {"address", "div", "p", "li"},
    "#dd": SPECIAL - {"address", "div", "p", "dd", "dt"},
}


class OpenElements:
    """Names by depth, "" for one taken out from below others; places of each name and group."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.depth = 0
        self.places: dict[str, list[int]] = {}
        self.roots: list[tuple[int, str]] = []
        self.formatting = ActiveFormatting()

    def last(self, *names: str) -> int:
        """The place of the innermost open element of these names or groups, or -1."""
        return max((self.places[name][-1] for name in names if self.places.get(name)), default=-1)

    def in_foreign(self) -> bool:
        """Whether the rules of XML hold: inside `svg` or `math`, but for HTML inside those."""
        if not self.roots:
            return False
        place, name = self.roots[-1]
        return self.last(*INTEGRATION[name]) < place

    def open(self, name: str, *, closed: bool) -> bool:
        """What a start tag does before its element is there; whether there will be one."""
        if self.in_foreign() and name in BREAK_OUT:
            while self.in_foreign():
                self._close_to(self.roots[-1][0])
        if self.in_foreign():
            return not closed
        if name in VOID or (closed and name in INTEGRATION):
            return False
        if name in TABLED and name != "table" and self._table() < 0:
            return False
        self._imply(name)
        return True

    def push(self, name: str) -> None:
        place = len(self.names)
        if name in INTEGRATION and not self.in_foreign():
            self.roots.append((place, name))
        self.names.append(name)
        self.depth += 1
        self.places.setdefault(name, []).append(place)
        for group, names in _GROUPS.items():
            if name in names:
                self.places.setdefault(group, []).append(place)

    def pop(self) -> str:
        """Closes the innermost element; its name, "" for one that was taken out before."""
        place, name = len(self.names) - 1, self.names.pop()
        self.depth -= bool(name)
        for each in (name, *_GROUPS):
            if self.places.get(each) and self.places[each][-1] == place:
                self.places[each].pop()
        if self.roots and self.roots[-1][0] == place:
            self.roots.pop()
        return name

    def close(self, name: str) -> None:
        """What an end tag does."""
        place = self.last(name)
        if place < 0 or name in ("html", "body"):
            return
        if self.in_foreign() and place >= self.roots[-1][0]:
            self._close_to(place)
        elif name in FORMATTING or name == "form":
            self._take_out(name, place)
            self.formatting.close(name)
        elif place >= self._bound(name):
            self._close_to(place)

    def _bound(self, name: str) -> int:
        """The place above which the element must be for its end tag to count."""
        if name in TABLED:
            return self.last("template") if name == "table" else self._table()
        if name in SCOPED:
            besides = {"li": ("ul", "ol"), "p": ("button",)}.get(name, ())
            return self.last("#barrier", *besides)
        return self.last("#special")

    def _imply(self, name: str) -> None:
        """Closes what the start tag of an element closes."""
        if name in CLOSE_P and self.last("p") > self.last("#barrier", "button"):
            self._close_to(self.last("p"))
        if name == "li" and self.last("li") > self.last("#li"):
            self._close_to(self.last("li"))
        elif name in ("dd", "dt") and self.last("dd", "dt") > self.last("#dd"):
            self._close_to(self.last("dd", "dt"))
        elif name in TABLED:
            self._close_to(self._lowest(TABLED[name], self._table()))
        elif name == "a":
            self._take_out(name, self.last(name))
        elif self.names and (name, self.names[-1]) in _SIBLINGS:
            self.pop()

    def _table(self) -> int:
        return self.last("table", "template")

    def _lowest(self, names: frozenset[str], above: int) -> int:
        """The lowest place of these names above another, or the height of the stack."""
        found = len(self.names)
        for name in names:
            places = self.places.get(name, [])
            at = bisect_right(places, above)
            found = min(found, places[at]) if at < len(places) else found
        return found

    def _close_to(self, place: int) -> None:
        """Closes what stands there and above; formatting that is still active opens again."""
        names: list[str] = []
        while len(self.names) > place:
            name = self.pop()
            if name in MARKERS:
                for each in names:
                    self.formatting.close(each)
                names.clear()
            elif name in FORMATTING:
                names.append(name)
        for name in self.formatting.again(names):
            self.push(name)

    def _take_out(self, name: str, place: int) -> None:
        if place > self.last("#barrier"):
            self.places[name].pop()
            self.names[place] = ""
            self.depth -= 1


_SIBLINGS = frozenset(
    (
        *((one, other) for one in HEADINGS for other in HEADINGS),
        *(("option", "option"), ("optgroup", "option")),
    )
)
