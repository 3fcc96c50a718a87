"""What boards have in common: whose posts are one post, and what is left out and told."""

from pathlib import Path

import pytest

from archive.ingest.comment_systems.html import board, boards, forum, recognise
from archive.ingest.html.page import Page

HERE = Path(__file__).parent
TABLES = board.Board(
    "tables", body=(".said",), handle=(".who",), posted=(".when",), underlined=True
)


def post(who: str, said: str) -> str:
    cells = f"<td class=who>{who}</td><td><p class=when>1 May 2001</p><div class=said>{said}</div>"
    return f"<table><tr>{cells}</td></tr></table>"


def bodies(markup: str, known: board.Board = TABLES) -> list[str]:
    page = Page.of(markup)
    thread = forum.recognise(page, known)
    return [page.text[each.start : each.end] for each in thread.comments] if thread else []


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        # The largest element around one body alone is the post; a single post is found too.
        (post("Ann", "One.") + post("Bob", "Two."), ["One.", "Two."]),
        (post("Ann", "One."), ["One."]),
        # A body without a name near it is nobody's post.
        ("<div class=said>One.</div>", []),
        # A line of low lines begins the signature, unless it is a part of a line.
        (
            post("Ann", "One.<br>________<br>Two") + post("Bob", "a________b"),
            ["One.", "a________b"],
        ),
        # Advertisements are set among posts under names of their own.
        (post("Ann", "One.") + post("Werbung", "Buy."), ["One."]),
    ],
)
def test_a_post_is_what_stands_around_one_body(markup: str, found: list[str]) -> None:
    assert bodies(markup) == found


def test_posts_without_words_are_told() -> None:
    thread = forum.recognise(Page.of(post("Ann", "One.") + post("Bob", "<img src=a>")), TABLES)
    assert thread
    assert thread.warnings == ["Posts that show no words are left out: 1."]


@pytest.mark.parametrize(
    "folder", sorted(path.parent.name for path in HERE.glob("*/page.html") if "none" in str(path))
)
def test_no_board_is_seen_where_nothing_is(folder: str) -> None:
    page = Page.of((HERE / folder / "page.html").read_text(encoding="utf-8"))
    assert boards.recognise(page) is None


def test_a_board_goes_before_systems_that_name_things_alike() -> None:
    page = Page.of((HERE / "stackexchange" / "page.html").read_text(encoding="utf-8"))
    thread = recognise(page)
    assert thread
    assert thread.system == "stackexchange"
    assert len(thread.wholes) == 2
