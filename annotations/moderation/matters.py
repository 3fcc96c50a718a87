"""The matters that the comments of a text make for a moderator. Pure."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from annotations.models import Part
from archive.digests import quoted, sha256

# An enumeration takes long to say its value.
HANDLE, BODY, NOTHING = Part.HANDLE.value, Part.BODY.value, "null"


class Placed(Protocol):
    """A comment's ranges; `parent` is an index from 0 into the comments of the same text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def author_start(self) -> int | None: ...
    @property
    def author_end(self) -> int | None: ...
    @property
    def parent(self) -> int | None: ...


class Ranges(NamedTuple):
    """The least that is `Placed`."""

    start: int
    end: int
    author_start: int | None
    author_end: int | None
    parent: int | None


class Matter(NamedTuple):
    """The index of a comment, which part of it, and the digests that bind a case to its words."""

    comment: int
    part: str
    words_sha256: str
    context_sha256: str


def matters(text: str, comments: Sequence[Placed]) -> Iterator[Matter]:
    """One for each comment, one for each distinct handle, in the order of the text."""
    seen = set[str]()
    bodies = [text[row.start : row.end] for row in comments]
    spoken = [*map(quoted, bodies)]
    for at, row in enumerate(comments):
        handle = NOTHING
        if row.author_start is not None:
            name = text[row.author_start : row.author_end]
            handle = quoted(name)
            if name not in seen:
                seen.add(name)
                # A handle is judged apart from what was said under it.
                yield Matter(at, HANDLE, sha256(name), digest(handle))
        parent = NOTHING if row.parent is None else spoken[row.parent]
        yield Matter(at, BODY, sha256(bodies[at]), digest(spoken[at], handle, parent))


def digest(*context: str) -> str:
    """Of the list in canonical JSON, put together here since there are so many."""
    return sha256(f"[{','.join(context)}]")
