"""Comment sections as wpDiscuz leaves them in scraped text, in the shapes that cleaners make."""

import pytest

from archive.ingest import Parsed, parse
from tests.archive.ingest.ranges import check

ARTICLE = "A Walk by the River\n\nThe path was wet, and the river stood high.\n\n"
SORTING = "Oldest\nNewest Most Voted\nInline Feedbacks\nView all comments\n"
HEAD = "Subscribe\nNotify of\nguest\n{}\n" + SORTING
TOP = "\n\nhash\nhashed\n"


def comments_of(
    section: str, stated: str = "2 Comments"
) -> tuple[Parsed, list[tuple[str | None, str]]]:
    found = parse((ARTICLE + HEAD.format(stated) + section).encode())
    check(found)
    pairs = [
        (found.words(each.author_start, each.author_end), found.text[each.start : each.end])
        for each in found.comments
    ]
    return found, pairs


def test_a_line_below_residue_is_a_handle_and_what_follows_its_body() -> None:
    found, pairs = comments_of(f"Ann\n\nGood.{TOP}Bob\n\nOne.\n\nTwo.{TOP}")
    assert pairs == [("Ann", "Good."), ("Bob", "One.\n\nTwo.")]
    assert [each.depth for each in found.comments] == [0, 0]
    assert not found.warnings


def test_comments_without_residue_answer_the_top_level_one_above_them() -> None:
    section = f"Ann\n\nGood.{TOP}Bob\n\nWhy?\n\nCy\n\nWhy not.\n\nDi\n\nNew.{TOP}Ed\n\nYes."
    found, pairs = comments_of(section, "5 Comments")
    assert [author for author, _ in pairs] == ["Ann", "Bob", "Cy", "Di", "Ed"]
    assert [each.parent for each in found.comments] == [None, 0, 0, None, 3]
    assert [each.parent_inferred for each in found.comments] == [False, True, True, False, True]


def test_a_comment_without_residue_above_all_others_has_no_parent() -> None:
    found, _ = comments_of(f"Ann\n\nGood.\n\nBob\n\nFine.{TOP}")
    assert [(each.depth, each.parent) for each in found.comments] == [(0, None), (0, None)]


def test_a_page_without_any_residue_block_tells_nothing_of_threads() -> None:
    found, pairs = comments_of("Ann\n\nGood.\n\nBob\n\nFine.")
    assert [author for author, _ in pairs] == ["Ann", "Bob"]
    assert [each.depth for each in found.comments] == [0, 0]


def test_the_name_after_last_edited_confirms_a_handle_that_looks_like_a_sentence() -> None:
    edited = "\n\nLast edited 2 years ago by Stand. By. Me.\n"
    section = f"Ann\n\nGood.{TOP}Bob\n\nFine.\n\nStand. By. Me.\n\nOne\n\nTwo{edited}Ed\n\nSo.{TOP}"
    _, pairs = comments_of(section, "4 Comments")
    assert pairs == [
        ("Ann", "Good."),
        ("Bob", "Fine."),
        ("Stand. By. Me.", "One\n\nTwo"),
        ("Ed", "So."),
    ]


def test_a_name_known_from_elsewhere_is_a_handle_also_where_it_reads_as_a_sentence() -> None:
    section = f"Mr. T.\n\nGood.{TOP}Bob\n\nFine.\n\nMr. T.\n\nIndeed.\n\nEd\n\nSo.{TOP}"
    _, pairs = comments_of(section, "4 Comments")
    assert [author for author, _ in pairs] == ["Mr. T.", "Bob", "Mr. T.", "Ed"]


def test_a_short_closing_line_above_a_known_handle_stays_in_the_body() -> None:
    section = (
        f"Ann\n\nGood.{TOP}Bob\n\nFine.\n\nGreetings from Bonn\n\nAnn\n\nThanks.\n\nEd\n\nSo.{TOP}"
    )
    _, pairs = comments_of(section, "4 Comments")
    assert pairs[1:3] == [("Bob", "Fine.\n\nGreetings from Bonn"), ("Ann", "Thanks.")]


@pytest.mark.parametrize(
    "handle",
    [
        "🦊🌿",
        "יעל לוי",
        "ليلى",
        "User 12345",
        "777",
        "山田",
        "guest",
        "hash",
        "e\u0301mile",
        "O\u00a0K",
        "reply_guy",
    ],
)
def test_a_handle_may_be_written_in_anything(handle: str) -> None:
    section = f"Ann\n\nGood.{TOP}{handle}\n\nFine.{TOP}"
    _, pairs = comments_of(section)
    assert pairs == [("Ann", "Good."), (handle, "Fine.")]


@pytest.mark.parametrize(
    "body", ["Ann", "Bob", "42", "no", "hash", "failed", "guest", "Reply to all", "x"]
)
def test_the_first_paragraph_below_a_handle_is_body_whatever_it_says(body: str) -> None:
    section = f"Ann\n\nGood.{TOP}Bob\n\n{body}\n\nCy\n\nFine.{TOP}"
    found, pairs = comments_of(section, "3 Comments")
    assert pairs == [("Ann", "Good."), ("Bob", body), ("Cy", "Fine.")]
    assert [each.parent for each in found.comments] == [None, 0, None]


def test_paragraphs_that_end_as_sentences_or_run_long_are_body() -> None:
    long = "a line that goes on and on without any sign at the end of it"
    section = f"Ann\n\nGood.\n\nIs it?\n\n{long}\n\n“quoted words”\n\n- a point\n\nDone.{TOP}"
    _, pairs = comments_of(section, "1 Comment")
    assert [author for author, _ in pairs] == ["Ann"]
    assert pairs[0][1].endswith("Done.")


def test_without_blank_lines_the_line_below_residue_is_a_handle_too() -> None:
    section = "Ann\nGood.\nhash\nhashed\nBob\nOne.\nTwo.\nCy\nThree.\nhash\nfailed\n"
    found, pairs = comments_of(section, "3 Comments")
    assert pairs == [("Ann", "Good."), ("Bob", "One.\nTwo."), ("Cy", "Three.")]
    assert [each.parent for each in found.comments] == [None, 0, None]


def test_a_handle_may_stand_on_its_body_where_blank_lines_part_paragraphs() -> None:
    section = f"Ann\nGood.{TOP}Bob\nOne.\n\nShort words\n\nTwo.\n\nCy\nThree.{TOP}"
    _, pairs = comments_of(section, "3 Comments")
    assert pairs == [("Ann", "Good."), ("Bob", "One.\n\nShort words\n\nTwo."), ("Cy", "Three.")]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_ends_of_lines_make_no_difference(ending: str) -> None:
    section = f"Ann\n\nGood.{TOP}Bob\n\nOne.\n\nTwo.\n\nCy\n\nSo.{TOP}"
    plain = comments_of(section, "3 Comments")[0]
    text = plain.text.replace("\n", ending)
    found = parse(text.encode())
    check(found)
    assert found.text == text
    for one, other in zip(plain.comments, found.comments, strict=True):
        assert plain.text[one.start : one.end] == found.text[other.start : other.end].replace(
            ending, "\n"
        )


def test_dates_and_addressees_below_handles_are_no_part_of_bodies() -> None:
    section = (
        "Ann\n2 years ago\nGood.\n0\nReply\nView Replies (1)\n"
        "Bob\nReply to  Ann\nOctober 3, 2022 4:15 pm\nFine.\n-3\nReply\n"
        "Cy\n2022-10-04T08:00:00+02:00\nSo.\nMore.\n0\nReply\n"
    )
    found, pairs = comments_of(section, "3 Comments")
    assert pairs == [("Ann", "Good."), ("Bob", "Fine."), ("Cy", "So.\nMore.")]
    posted = [found.words(each.posted_start, each.posted_end) for each in found.comments]
    assert posted == ["2 years ago", "October 3, 2022 4:15 pm", "2022-10-04T08:00:00+02:00"]
    assert [each.parent for each in found.comments] == [None, 0, None]
    assert not found.comments[1].parent_inferred
    assert [each.posted_at and each.posted_at.isoformat() for each in found.comments] == [
        None,
        None,
        "2022-10-04T08:00:00+02:00",
    ]


def test_a_parent_named_twice_above_is_inferred() -> None:
    section = "".join(
        f"{name}\n{to}2 years ago\n{body}\n0\nReply\n"
        for name, to, body in (
            ("Ann", "", "A."),
            ("Ann", "", "B."),
            ("Bob", "Reply to Ann\n", "C."),
        )
    )
    found, _ = comments_of(section, "3 Comments")
    assert (found.comments[2].parent, found.comments[2].parent_inferred) == (1, True)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("23 Comments", 23),
        ("1 Comment", 1),
        ("17 comments", 17),
        ("Comments (23)", 23),
        ("Comments: 4", 4),
        ("23 Responses", 23),
        ("One response to “A Walk”", 1),
        ("1,204 Comments", 1204),
        ("(5) comments", 5),
        ("12 Kommentare", 12),
        ("No comments", 0),
        ("0 Comments", 0),
    ],
)
def test_a_page_states_its_comments_in_many_ways(line: str, number: int) -> None:
    found, _ = comments_of(f"Ann\n\nGood.{TOP}", line)
    assert found.stated_comments == number


@pytest.mark.parametrize(
    "line", ["Twenty comments", "23 Comments were made.", "A comment", "Comments"]
)
def test_other_lines_about_comments_state_nothing(line: str) -> None:
    found, _ = comments_of(f"Ann\n\nGood.{TOP}", line)
    assert found.stated_comments is None


def test_a_page_that_has_no_comments_has_a_section_of_residue() -> None:
    found, pairs = comments_of("", "0 Comments")
    assert (pairs, found.stated_comments, found.warnings) == ([], 0, [])
    assert [each.kind for each in found.sections][-2:] == ["comments", "residue"]


def test_fewer_comments_than_stated_is_a_warning() -> None:
    found, _ = comments_of(f"Ann\n\nGood.{TOP}", "9 Comments")
    assert found.warnings == ["Comments: found 1 of 9 that the page states."]


def test_a_statement_above_the_article_does_not_make_it_a_comment() -> None:
    page = f"A Walk by the River\n\n2 Comments\n\nThe path was wet.\n\n{HEAD.format('2 Comments')}"
    found = parse((page + f"Ann\n\nGood.{TOP}Bob\n\nFine.{TOP}").encode())
    check(found)
    assert len(found.comments) == 2
    assert "The path was wet." in [found.text[s.start : s.end] for s in found.sections]


def test_a_page_that_lost_its_statement_is_still_read_and_says_that_it_guesses() -> None:
    found = parse((ARTICLE + f"Ann\n\nGood.{TOP}Bob\n\nFine.{TOP}").encode())
    check(found)
    assert [found.words(each.author_start, each.author_end) for each in found.comments] == [
        "Ann",
        "Bob",
    ]
    assert found.warnings == ["The page does not state its comments: where they begin is a guess."]


def test_a_handle_without_a_body_is_residue_and_counted() -> None:
    edited = "\n\nLast edited 2 years ago by Bob\n"
    found, pairs = comments_of(f"Ann\n\nBob\n\nOne.\n\nTwo.{edited}Cy\n\nFine.{TOP}")
    assert pairs == [("Bob", "One.\n\nTwo."), ("Cy", "Fine.")]
    assert "Authors without a comment, left among the residue: 1." in found.warnings


def test_a_lone_line_between_residue_is_a_comment_without_author() -> None:
    _, pairs = comments_of(f"Ann\n\nGood.{TOP}So it is\n\nhash\nhashed\n")
    assert pairs == [("Ann", "Good."), (None, "So it is")]


def test_a_body_that_lost_its_handle_is_a_comment_without_author() -> None:
    body = "This goes on for longer than any name that a person would sign with, here."
    found, pairs = comments_of(f"Ann\n\nGood.{TOP}{body}\n\nAnd more.{TOP}")
    assert pairs == [("Ann", "Good."), (None, f"{body}\n\nAnd more.")]
    assert "Comments without a recognised author: 1." in found.warnings


def test_the_farewell_of_the_widget_is_residue() -> None:
    tail = "wpDiscuz\nInsert\nWould love your thoughts, please comment.x\n()\nx\n| Reply\nInsert\n"
    _, pairs = comments_of(f"Ann\n\nGood.{TOP}Bob\n\nFine.\n\n{tail}")
    assert pairs == [("Ann", "Good."), ("Bob", "Fine.")]
