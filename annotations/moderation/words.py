"""The words that a case is about: where they stand, and what may be chosen of them."""

import re
from dataclasses import dataclass

from annotations.composing.ranges import Range
from annotations.models import Case, Part
from archive.models import Comment

TOKEN = re.compile(r"\S+")
EDGES = re.compile(r"^\W+|\W+$")


def handle_span(comment: Comment) -> Range | None:
    if comment.author_start is None or comment.author_end is None:
        return None
    return comment.author_start, comment.author_end


def span(case: Case) -> Range:
    """Where the case's words stand in its rendition's text."""
    body = case.comment.start, case.comment.end
    return body if case.part == Part.BODY else handle_span(case.comment) or body


@dataclass(frozen=True)
class Token:
    """A word that can be chosen, its range, and what stands between it and the word before."""

    before: str
    word: str
    start: int
    end: int


def tokens(text: str, within: Range) -> tuple[list[Token], str]:
    """The words of a range without the punctuation at their edges, and what follows the last."""
    made: list[Token] = []
    reached, limit = within
    for found in TOKEN.finditer(text, *within):
        core = EDGES.sub("", found.group()) or found.group()
        start = found.start() + found.group().index(core)
        made.append(Token(text[reached:start], core, start, start + len(core)))
        reached = start + len(core)
    return made, text[reached:limit]


def joined(made: list[Token], chosen: set[Range]) -> list[Range]:
    """The chosen words as ranges; neighbours become one, so that their number does not survive."""
    ranges: list[Range] = []
    last = None
    for index, token in enumerate(made):
        if (token.start, token.end) in chosen:
            if last == index - 1 and ranges:
                ranges[-1] = (ranges[-1][0], token.end)
            else:
                ranges.append((token.start, token.end))
            last = index
    return ranges
