"""A comment in the making: the element it stands in, and where its parts are."""

from dataclasses import dataclass
from datetime import datetime

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html.spans import Range


@dataclass(slots=True, eq=False)
class Draft:
    """`whole` is the range of the element, replies inside it included.

    `level` is the depth that the page itself names, `answers` the id of the comment that it says
    this one answers; `parent` and `inferred` are set from them by `nesting`. `reply` is where the
    first reply that stands inside begins.
    """

    node: Node
    whole: Range
    body: Range | None = None
    handle: Range | None = None
    posted: Range | None = None
    posted_at: datetime | None = None
    external_id: str = ""
    quotes: tuple[Range, ...] = ()
    level: int | None = None
    answers: str = ""
    parent: "Draft | None" = None
    inferred: bool = False
    reply: int | None = None

    @property
    def end(self) -> int:
        """Where its own words end: where the first reply in it begins, else with the element."""
        return self.whole[1] if self.reply is None else self.reply
