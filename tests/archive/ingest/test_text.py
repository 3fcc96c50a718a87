"""Plain text: what stands before the body, and the blocks of it."""

import pytest

from archive.ingest import Parsed, parse
from tests.archive.ingest.ranges import check

BODY = (
    "The path was wet, and the river stood high for most of the way; nobody was there. So it went."
)


def read(text: str) -> Parsed:
    found = parse(text.encode(), format="text")
    check(found)
    return found


def shape(found: Parsed) -> list[tuple[str, str]]:
    return [(each.kind, found.text[each.start : each.end]) for each in found.sections]


def test_a_page_has_title_caption_standfirst_byline_and_date() -> None:
    found = read(
        "A Walk\n\nA Walk\n\nIllustrative image\n\nWhy it rained.\n\n"
        f"By Ann Lee\n\nOctober 3, 2022\n\n{BODY}"
    )
    kinds = ["title", "title", "caption", "front", "byline", "front", "paragraph"]
    assert [kind for kind, _ in shape(found)] == kinds
    assert (found.title, found.authors, found.published) == ("A Walk", ["Ann Lee"], "2022-10-03")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Written by Ann Lee, who walks a lot", ["Ann Lee"]),
        ("By Ann Lee", ["Ann Lee"]),
        ("by Ann Lee and Bob van der Roe", ["Ann Lee", "Bob van der Roe"]),
        ("By Ann Lee, Bob Roe & Cy Poe | October 3, 2022", ["Ann Lee", "Bob Roe", "Cy Poe"]),
        ("Authors: Ann; Bob", ["Ann", "Bob"]),
        ("By Ann Lee on 3 October 2022", ["Ann Lee"]),
        ("By the river they sat", []),
        ("By The River", []),
        ("By Monday Russia had left.", []),
        ("By then", []),
        ("Written by hand", []),
        ("Standby Ann Lee", []),
    ],
)
def test_a_byline_names_its_authors(line: str, names: list[str]) -> None:
    found = read(f"A Walk\n\n{line}\n\n{BODY}")
    assert found.authors == names
    assert ("byline", line) in shape(found) or not names


@pytest.mark.parametrize(
    "first",
    ["It rained all day.", "Dear Sir,", "- a point", "> quoted", "x" * 200, "He said:", "[2] So"],
)
def test_a_first_line_that_is_no_title_is_none(first: str) -> None:
    assert read(f"{first}\n\n{BODY}").title is None


def test_a_first_line_without_a_blank_one_below_is_no_title() -> None:
    assert read(f"A Walk\n{BODY}").title is None
    assert read("A Walk").title is None


def test_a_hard_wrapped_block_is_one_paragraph_and_others_are_a_line_each() -> None:
    wrapped = "The path was wet, and the river stood\nhigh for most of the way, as it always\ndoes."
    lines = (
        "The path was wet.\nThe river stood high for most of the way there and back.\nSo it went."
    )
    found = read(f"{BODY}\n\n{wrapped}\n\n{lines}")
    assert [text for _, text in shape(found)] == [BODY, wrapped, *lines.split("\n")]


@pytest.mark.parametrize(
    ("line", "level", "words"),
    [
        ("## The Way Back", 2, "The Way Back"),
        ("# The Way Back #", 1, "The Way Back"),
        ("The Way Back", None, "The Way Back"),
        ("The Way Back\n===", 1, "The Way Back"),
        ("The Way Back\n---", 2, "The Way Back"),
    ],
)
def test_a_heading_covers_its_lines_and_names_its_words(
    line: str, level: int | None, words: str
) -> None:
    found = read(f"{BODY}\n\n{line}\n\n{BODY}")
    heading = found.sections[1]
    assert (heading.kind, heading.level) == ("heading", level)
    assert found.text[heading.start : heading.end] == line
    assert found.words(heading.heading_start, heading.heading_end) == words


@pytest.mark.parametrize(
    "line", ["the way back", "It rained.", "“The way”", "#hashtag", "Why, then,"]
)
def test_other_short_lines_are_paragraphs(line: str) -> None:
    found = read(f"{BODY}\n\n{line}\n\n{BODY}")
    assert shape(found)[1] == ("paragraph", line)


@pytest.mark.parametrize(
    "items",
    [
        ["- one", "- two"],
        ["* one\n  and more", "* two"],
        ["1. one", "2. two", "3. three"],
        ["a) one", "b) two"],
        ["• one", "• two"],
    ],
)
def test_a_list_holds_its_items(items: list[str]) -> None:
    found = read(f"{BODY}\n" + "\n".join(items) + "\nAnd on.")
    listed = [("list", "\n".join(items)), *(("item", item) for item in items)]
    assert shape(found)[1:-1] == listed
    assert shape(found)[-1] == ("paragraph", "And on.")


@pytest.mark.parametrize(
    "lines", ["1. one", "1. one\n1. one", "- one\n* two", "1858. So\n1859. So"]
)
def test_lines_that_do_not_follow_one_another_are_no_list(lines: str) -> None:
    assert {kind for kind, _ in shape(read(f"{BODY}\n{lines}"))} == {"paragraph"}


def test_quotations_tables_and_share_bars_are_told_from_the_body() -> None:
    found = read(
        f"{BODY}\n\n> so\n> it was\n\n| a | b |\n| 1 | 2 |\n\n"
        "Facebook\nTwitter\n\nFacebook\n\nRead more:"
    )
    assert [kind for kind, _ in shape(found)] == [
        "paragraph",
        "quotation",
        "table",
        "residue",
        "paragraph",
        "residue",
    ]


def test_lines_of_white_space_are_nothing() -> None:
    found = read(f"{BODY}\n\u00a0\n\u2003\t\n{BODY}\n\x0c\n")
    assert [kind for kind, _ in shape(found)] == ["paragraph", "paragraph"]
    assert read(" \n\u00a0").warnings == ["The text is blank."]


def test_offsets_count_code_points_across_every_kind_of_line_end() -> None:
    lines = ["🦊 one", "e\u0301 two", "\u05d0\u05d1 three", "a\u2028b four", "\u202bfive"]
    found = read("\r\n\r".join(lines))
    assert [text for _, text in shape(found)] == lines


def test_comments_that_nothing_tells_apart_are_stated_and_warned_of() -> None:
    found = read(f"{BODY}\n\n4 Comments\n\nso they say")
    assert found.stated_comments == 4
    assert found.warnings == ["The page states 4 comments; none of them was recognised in it."]
