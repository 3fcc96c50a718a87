"""Boards: every post of a thread is a comment, that of its opener too.

A board is known by where the bodies of its posts stand. What belongs to a post is the element
that the board names, else the largest one around a body that holds no other.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Board:
    """Selectors; of a tuple the first that finds words in a post is taken.

    `cut` is what a body leaves out at its ends: a signature, a note that it was edited.
    `underlined`: a line of low lines in a body begins the signature. `ids` are attributes of post
    or body that hold the post's id, with `anchor` only their last digits behind it. `epoch` is an
    attribute of the post with its time. `nested`: posts answer those that they stand in, or whose
    id they name. `total` is where the page says how many posts the thread has. `above` is the
    class of the element right before a post that belongs to it. `level` is a pattern of classes
    of the post, or of what is around it: its digits are the level, without digits it is 1.
    """

    name: str
    body: tuple[str, ...]
    handle: tuple[str, ...]
    items: str = ""
    posted: tuple[str, ...] = ("time",)
    cut: str = ""
    quotes: str = "blockquote"
    ids: tuple[str, ...] = ("id",)
    anchor: str = ""
    epoch: str = ""
    underlined: bool = False
    nested: bool = False
    total: str = ""
    above: str = ""
    level: str = ""
