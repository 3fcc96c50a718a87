"""Comment sections in which a line says who speaks."""

from archive.ingest import parse
from tests.archive.ingest.ranges import check

ARTICLE = "A Walk by the River\n\nThe path was wet, and the river stood high.\n\n"


def test_says_and_a_date_open_a_comment() -> None:
    page = (
        "2 thoughts on “A Walk”\n\n"
        "Ann Lee says:\nOctober 3, 2022 at 4:15 pm\nGood.\n\nVery.\nReply\n"
        "Bob says\nFine.\nReply\n\nLeave a Reply\nYour name\n"
    )
    found = parse((ARTICLE + page).encode())
    check(found)
    assert [found.words(each.author_start, each.author_end) for each in found.comments] == [
        "Ann Lee",
        "Bob",
    ]
    bodies = [found.text[each.start : each.end] for each in found.comments]
    assert bodies == ["Good.\n\nVery.", "Fine."]
    first = found.comments[0]
    assert found.words(first.posted_start, first.posted_end) == "October 3, 2022 at 4:15 pm"
    assert (first.posted_at, found.stated_comments, found.warnings) == (None, 2, [])


def test_a_name_above_a_date_opens_a_comment() -> None:
    found = parse(
        (ARTICLE + "3 Comments\n\nAnn\n2 days ago\n\nGood.\n\nBob\n1 day ago\n\nFine.\n").encode()
    )
    check(found)
    assert [found.text[each.start : each.end] for each in found.comments] == ["Good.", "Fine."]
    assert [each.depth for each in found.comments] == [0, 0]
    assert found.warnings == ["Comments: found 2 of 3 that the page states."]


def test_speech_in_an_article_is_no_comment() -> None:
    found = parse((ARTICLE + "Ann says:\n\nIt rained.\n\nBob says:\n\nIt did.\n").encode())
    check(found)
    assert found.comments == []
