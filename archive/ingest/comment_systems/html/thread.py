"""What every comment system of saved pages hands back."""

from dataclasses import dataclass, field

from archive.ingest.parsed import Comment

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments of a page in its order, and the ranges of text that hold them.

    `wholes` are the comment sections (most pages have one; a page of answers has one below each),
    in order and apart from one another. `statement` is where the page says how many comments there
    are. `elsewhere` names the system of an embed whose comments the saved page does not hold.
    """

    system: str
    wholes: list[Range]
    comments: list[Comment]
    stated: int | None = None
    statement: Range | None = None
    elsewhere: str = ""
    warnings: list[str] = field(default_factory=list)
