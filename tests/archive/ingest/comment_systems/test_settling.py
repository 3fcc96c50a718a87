"""Comments are apart from one another, whatever broken markup made of them."""

import random
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.settling import settle
from archive.ingest.html.parse import parse
from tests.archive.ingest.comment_systems.test_systems import FOLDERS
from tests.archive.ingest.ranges import check

TEXT = "Ann said this and Bob said that, twice."
Span = tuple[int, int] | None
_TAG = re.compile(r"<[^>]*>")


@pytest.mark.parametrize(
    ("drafts", "settled"),
    [
        # A name stands before its body, or behind it.
        ([((0, 3), (4, 13)), ((18, 21), (22, 31))], [((0, 3), (4, 13)), ((18, 21), (22, 31))]),
        ([((18, 21), (4, 13))], [((18, 21), (4, 13))]),
        # A body ends where the next one begins, and one that is all another's is dropped.
        ([(None, (0, 30)), (None, (18, 21))], [(None, (0, 17)), (None, (18, 21))]),
        ([(None, (4, 31)), (None, (4, 13))], [(None, (4, 13))]),
        # A name in a body, its own or another's, is nobody's name.
        ([((4, 8), (0, 13))], [(None, (0, 13))]),
        ([(None, (0, 13)), ((9, 11), (18, 31))], [(None, (0, 13)), (None, (18, 31))]),
        # Nor is one beyond another comment, or one that two claim.
        ([((0, 3), (22, 31)), (None, (4, 13))], [(None, (4, 13)), (None, (22, 31))]),
        ([((14, 17), (4, 13)), ((14, 17), (18, 31))], [((14, 17), (4, 13)), (None, (18, 31))]),
        ([((0, 3), None)], []),
    ],
)
def test_comments_are_set_apart(
    drafts: list[tuple[Span, Span]], settled: list[tuple[Span, Span]]
) -> None:
    root = LexborHTMLParser("<p>").root
    assert root is not None
    made = [Draft(root, (0, len(TEXT)), body, handle) for handle, body in drafts]
    assert [(draft.handle, draft.body) for draft in settle(TEXT, made)] == settled


def test_no_broken_page_breaks_what_ranges_promise() -> None:
    dice = random.Random(7)
    for number in range(2 * len(FOLDERS)):
        markup = (FOLDERS[number % len(FOLDERS)] / "page.html").read_text(encoding="utf-8")
        for _ in range(4):
            markup = broken(markup, dice)
        check(parse(f"<p>A page.{markup}".encode(), "page.html"))


def broken(markup: str, dice: random.Random) -> str:
    """The page with a tag lost, a tag where it does not belong, or a piece cut out."""
    tags = [hit.span() for hit in _TAG.finditer(markup)] or [(0, 0)]
    (start, end), (other, _) = dice.choice(tags), dice.choice(tags)
    lost, strayed = (
        markup[:start] + markup[end:],
        markup[:other] + markup[start:end] + markup[other:],
    )
    cut = markup[:start] + markup[start + dice.randrange(1500) :]
    return dice.choice((lost, strayed, cut))
