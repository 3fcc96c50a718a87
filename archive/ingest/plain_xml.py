"""XML as a stream of events. No document type, so no entities; no tree, so no memory for one."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

from archive.ingest.unreadable import Unreadable

DEEPEST = 256
_PIECE = 1 << 16


class Event(NamedTuple):
    """`start`, `end` or `text`; a name is "namespace local", attributes likewise.

    `at` is the byte that a tag begins at.
    """

    kind: str
    name: str
    attributes: dict[str, str]
    at: int = 0


def events(data: bytes, name: str) -> Iterator[Event]:
    """What the file says, in order, up to where it is no plain XML: that raises Unreadable.

    A document type declaration is refused whatever it holds: only there are entities declared.
    `name` is how the refusal calls the file.
    """
    found: list[Event] = []
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unreadable(f"“{name}” is nested deeper than {DEEPEST} elements.")
        found.append(Event("start", tag, attributes, parser.CurrentByteIndex))

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        found.append(Event("end", tag, {}, parser.CurrentByteIndex))

    def doctype(*_: object) -> None:
        raise Unreadable(f"“{name}” declares a document type, where entities may hide: refused.")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda words: found.append(Event("text", words, {}))
    parser.StartDoctypeDeclHandler = doctype
    for at in range(0, len(data) + 1, _PIECE):
        broken: Unreadable | None = None
        try:
            parser.Parse(data[at : at + _PIECE], at + _PIECE > len(data))
        except Unreadable as error:
            broken = error
        except (expat.ExpatError, ValueError, LookupError) as error:
            broken = Unreadable(f"“{name}” is not sound XML: {error}.")
        yield from found
        found.clear()
        if broken:
            raise broken
