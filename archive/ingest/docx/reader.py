"""The blocks of a story: the body, a note, a comment, a header.

What the page does not show is left out: deleted revisions, hidden text, the code of fields, the
second of two renderings of the same thing. What was inserted is in.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from archive.ingest.docx.block import Anchor, Block, Call
from archive.ingest.docx.notes import Notes
from archive.ingest.docx.paragraph import Custom, Paragraph
from archive.ingest.docx.styles import Styles
from archive.ingest.docx.table import Table
from archive.ingest.plain_xml import Event

_DELETED = ("w:del", "w:moveFrom")
_INSERTED = ("w:ins", "w:moveTo")
_SKIPPED = frozenset(
    (
        *_DELETED,
        *("mc:Fallback", "w:instrText", "w:delText", "w:delInstrText", "w:rPrChange"),
        *("w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:sectPrChange"),
        *("w:tblPrExChange", "w:numberingChange", "w:tblGridChange", "w:rt", "w:sectPr"),
    )
)
_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_ANCHORS = {
    "w:commentRangeStart": "start",
    "w:commentRangeEnd": "end",
    "w:commentReference": "point",
}


class Reader:
    """Takes the events of one story.

    `counts` has `inserted deleted hidden pictures numbered`; `languages` characters by language.
    """

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self.styles, self.notes = styles, notes
        self._done: list[Block] = []
        self.counts: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self._sinks: list[list[Block]] = [self._done]
        self._open: list[Paragraph] = []
        self._tables: list[Table] = []
        self._path: list[str] = []
        self._held: Paragraph | None = None
        self._skipping = 0
        self._starts = self._start_handlers()
        self._ends: dict[str, Callable[[], None]] = {
            "w:p": self._end_paragraph,
            "w:txbxContent": self._end_box,
            "w:tc": self._end_cell,
            "w:tbl": self._end_table,
        }

    def read(self, events: Iterable[Event]) -> Iterator[Block]:
        """The blocks one by one, so that a long story is never held twice."""
        for event in events:
            if event.kind == "text":
                self._text(event.name)
            elif event.kind == "start":
                self._start(event)
                self._path.append(event.name)
            else:
                self._path.pop()
                self._end(event.name)
            if self._done:
                yield from self._done
                self._done.clear()
        self._let_go()
        yield from self._done

    def _start_handlers(self) -> dict[str, Callable[[dict[str, str]], None]]:
        return {
            "w:p": lambda said: self._begin_paragraph(),
            "w:txbxContent": lambda said: self._sinks.append([]),
            "w:tbl": lambda said: self._begin_table(),
            "w:tr": lambda said: self._tables[-1].rows.append([]) if self._tables else None,
            "w:tc": lambda said: self._sinks.append([]),
            "w:r": lambda said: self._paragraph.begin_run(self.styles.language),
            "w:drawing": lambda said: self.counts.update(pictures=1),
        }

    @property
    def _paragraph(self) -> Paragraph:
        """The paragraph that is open; what stands outside of all has none and is dropped."""
        return self._open[-1] if self._open else Paragraph()

    def _start(self, event: Event) -> None:
        name, said = event.name, event.attributes
        within = "/".join(self._path[-2:])
        if self._skipping:
            self._skipping += 1
            return
        self._count(name, within)
        if name in _SKIPPED:
            self._skipping = 1
        elif handler := self._starts.get(name):
            handler(said)
        elif name in _ANCHORS:
            self._anchor(_ANCHORS[name], said.get("w:id", ""))
        elif name in _NOTES:
            self._call(_NOTES[name], said)
        elif name in _SIGNS and self._path[-1:] == ["w:r"]:
            self._say(_SIGNS[name])
        elif name == "w:sym":
            self._say(symbol(said.get("w:char", "")))
        else:
            self._paragraph.describe(name, within, said)

    def _count(self, name: str, within: str) -> None:
        if within == "w:pPr/w:rPr" and name in _DELETED:
            self._paragraph.goes_on = True
        if name in _INSERTED:
            self.counts.update(inserted=1)
        elif name in _DELETED:
            self.counts.update(deleted=1)

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif handler := self._ends.get(name):
            handler()
        elif name == "w:r" and self._open:
            self._paragraph.end_run(self.notes)

    def _text(self, words: str) -> None:
        within = self._path[-1] if self._path else ""
        if self._skipping or within not in ("w:t", "m:t") or not self._open:
            return
        self._say(words)

    def _say(self, words: str) -> None:
        paragraph = self._paragraph
        if paragraph.hidden:
            self.counts.update(hidden=len(words))
            return
        self.languages.update({paragraph.language: len(words)})
        paragraph.say(words)

    def _call(self, story: str, said: dict[str, str]) -> None:
        identifier = said.get("w:id", "")
        start = self._paragraph.length
        if said.get("w:customMarkFollows") in ("1", "true", "on"):
            self._paragraph.custom = Custom(story, identifier, start)
            return
        label = self.notes.label(story, identifier)
        self._say(f"[{label}]")
        if self._paragraph.length > start:
            call = Call(start, self._paragraph.length, label, story, identifier)
            self._paragraph.calls.append(call)

    def _anchor(self, kind: str, identifier: str) -> None:
        if self._open:
            paragraph = self._paragraph
            paragraph.anchors.append(Anchor(paragraph.length, kind, identifier))
        else:
            self._sinks[-1].append(Block(anchors=[Anchor(0, kind, identifier)]))

    def _begin_paragraph(self) -> None:
        """A new one, or the one before it goes on whose end was deleted."""
        held, self._held = self._held, None
        if held:
            held.goes_on = False
        self._open.append(held or Paragraph())

    def _end_paragraph(self) -> None:
        done = self._open.pop()
        if done.goes_on and not self._open:
            self._held = done
        else:
            self._put(done)

    def _put(self, done: Paragraph) -> None:
        self.counts.update(numbered=done.is_numbered(self.styles))
        if done.length or done.anchors:
            self._sinks[-1].append(done.block(self.styles))
        self._sinks[-1] += done.boxed

    def _let_go(self) -> None:
        """What was to go on and has nothing to go on in."""
        if self._held:
            self._put(self._held)
            self._held = None

    def _end_box(self) -> None:
        inside = self._sinks.pop()
        if self._open:
            self._paragraph.boxed += inside
        else:
            self._sinks[-1].extend(inside)

    def _begin_table(self) -> None:
        self._let_go()
        self._tables.append(Table())

    def _end_cell(self) -> None:
        self._let_go()
        inside = self._sinks.pop()
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append(inside)
        else:
            self._sinks[-1].extend(inside)

    def _end_table(self) -> None:
        self._sinks[-1].extend(self._tables.pop().blocks())


def symbol(code: str) -> str:
    """A character given by number in hexadecimal; symbol fonts number theirs for private use."""
    try:
        return chr(int(code[:8], 16))
    except (ValueError, OverflowError):
        return ""
