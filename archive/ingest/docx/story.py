"""The stories of a word-processor file one by one: body, notes, headers, comments."""

from collections import Counter
from collections.abc import Iterable, Iterator

from archive.ingest.docx.block import Block, joined, shifted
from archive.ingest.docx.notes import Notes
from archive.ingest.docx.package import Package
from archive.ingest.docx.reader import Reader
from archive.ingest.docx.styles import Styles
from archive.ingest.plain_xml import Event

Key = tuple[str, str]


class Stories:
    """Reads stories with one set of styles and one numbering of notes; counts over all of them."""

    def __init__(self, package: Package) -> None:
        self.package, self.styles, self.notes = package, Styles(package), Notes()
        self.counts: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()

    def body(self) -> Iterator[Block]:
        return self.read(self.package.read(self.package.main))

    def called(self) -> Iterator[tuple[Key, Block]]:
        """The notes in the order in which the text calls them, as items behind their mark."""
        found = {
            (story, identifier): events
            for story, tag in (("footnotes", "w:footnote"), ("endnotes", "w:endnote"))
            for part in self.package.parts(self.package.main, story)
            for identifier, events in told(self.package.read(part), tag)
        }
        for key, label in [*self.notes.labels.items()]:
            if key in found:
                words = joined(filled(self.read(found[key])), "\n")
                yield key, labelled(words, f"[{label}] ")

    def margins(self) -> list[Block]:
        """Headers and footers, each that says something else once."""
        found: dict[str, Block] = {}
        for kind in ("header", "footer"):
            for part in self.package.parts(self.package.main, kind):
                block = joined(filled(self.read(self.package.read(part))), "\n", "residue")
                found.setdefault(block.words.strip(), block)
        return [*found.values()]

    def read(self, events: Iterable[Event]) -> Iterator[Block]:
        reader = Reader(self.styles, self.notes)
        yield from reader.read(events)
        self.counts += reader.counts
        self.languages += reader.languages


def told(events: Iterable[Event], tag: str) -> Iterator[tuple[str, list[Event]]]:
    """What stands in each element of a name that never holds itself, by its identifier."""
    inside: list[Event] | None = None
    identifier = ""
    for event in events:
        if event.name == tag and event.kind == "start":
            inside, identifier = [event], event.attributes.get("w:id", "")
        elif event.name == tag and event.kind == "end" and inside:
            yield identifier, [*inside, event]
            inside = None
        elif inside:
            inside.append(event)


def filled(blocks: Iterable[Block]) -> list[Block]:
    return [block for block in blocks if block.words.strip() or block.anchors]


def labelled(block: Block, label: str) -> Block:
    """The block as an item behind its label."""
    words = block.words.lstrip()
    by = len(label) - (len(block.words) - len(words))
    anchors = [anchor._replace(at=max(anchor.at + by, 0)) for anchor in block.anchors]
    calls = [shifted(call, by) for call in block.calls]
    return Block("item", None, label + words, calls, anchors)
