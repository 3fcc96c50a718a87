"""JSON Lines: one document a row, its comments below its text."""

import json
from typing import Any

import pytest

from archive.ingest import Parsed, Unreadable, parse
from tests.archive.ingest.ranges import check

TEXT = "A Walk\r\n\r\nThe path was wet.[2]"


def read(**row: Any) -> Parsed:
    found = parse(json.dumps({"text": TEXT} | row).encode(), format="jsonl")
    check(found)
    return found


def comments(**row: Any) -> list[tuple[str | None, str | None, str]]:
    found = read(**row)
    return [
        (
            found.words(each.author_start, each.author_end),
            found.words(each.posted_start, each.posted_end),
            found.text[each.start : each.end],
        )
        for each in found.comments
    ]


def test_the_text_stands_unchanged_above_the_comments() -> None:
    assert read().text == TEXT
    assert read(comments=[]).text == TEXT
    found = read(comments=[{"author": "Ann", "posted": "2022-10-03", "text": "Good.\n\nVery."}])
    assert found.text == f"{TEXT}\n\nAnn\n2022-10-03\n\nGood.\n\nVery."
    assert [mark.label for mark in found.marks] == ["2"]


def test_a_row_gives_what_it_knows_and_keeps_the_rest() -> None:
    row = {"title": "T", "language": "en", "published": "2022-10", "author": "Ann", "extra": [1]}
    found = read(**row)
    assert (found.title, found.language, found.published) == ("T", "en", "2022-10")
    assert (found.authors, found.metadata) == (["Ann"], {"author": "Ann", "extra": [1]})
    assert (read().title, read().language, read().published) == ("A Walk", None, None)


def test_a_date_that_is_none_is_null_with_a_warning() -> None:
    found = read(published="last spring")
    assert found.published is None
    assert found.warnings == ["The date of publication is not in ISO 8601: last spring."]


def test_wikitext_in_a_row_is_read_as_such() -> None:
    found = read(text="= Walk =\n\n== Way ==\nSo.")
    assert (found.format, found.title) == ("jsonl", "Walk")
    assert [each.kind for each in found.sections] == ["title", "heading", "paragraph"]


def test_comments_hang_on_their_parents_wherever_these_stand() -> None:
    rows = [
        {"id": 1, "text": "a", "author": "Ann", "parent": "c"},
        {"id": "b", "text": "b", "parent": 1},
        {"id": "c", "text": "c", "created": "2022-10-03T08:00:00Z", "parent": None},
    ]
    found = read(comments=rows)
    assert [(each.depth, each.parent) for each in found.comments] == [(1, 2), (2, 0), (0, None)]
    assert [each.external_id for each in found.comments] == ["1", "b", "c"]
    assert [each.posted_at and each.posted_at.year for each in found.comments] == [None, None, 2022]
    assert not any(each.parent_inferred for each in found.comments)


@pytest.mark.parametrize(
    ("rows", "parents"),
    [
        ([("a", "a")], [None]),
        ([("a", "b"), ("b", "a")], [1, None]),
        ([("a", "b"), ("b", "c"), ("c", "b")], [1, 2, None]),
        ([("a", "gone"), ("a", "a")], [None, 0]),
    ],
)
def test_circles_and_lost_parents_are_cut(
    rows: list[tuple[str, str]], parents: list[int | None]
) -> None:
    given = [{"id": name, "text": "x", "parent": parent} for name, parent in rows]
    found = read(comments=given)
    assert [each.parent for each in found.comments] == parents


def test_a_thread_may_be_thousands_deep() -> None:
    rows = [{"id": at, "text": "x", "parent": at - 1 if at else None} for at in range(5000)]
    assert read(comments=rows).comments[-1].depth == 4999


def test_comments_without_words_are_left_out_and_counted() -> None:
    rows = [{"id": "a", "text": " "}, {"text": "b", "parent": "a"}, {"author": "Ann"}]
    found = read(comments=rows)
    assert [each.parent for each in found.comments] == [None]
    assert found.warnings == [
        "Comments without words, left out: 2.",
        "Comments whose parent is not there: 1.",
    ]


def test_authors_and_bodies_may_be_anything() -> None:
    rows = [
        {"author": " 🦊\u200f ", "text": " \u05d0\r\n ", "posted": ""},
        {"text": "hash\nhashed"},
    ]
    assert comments(comments=rows) == [
        ("🦊\u200f", None, " \u05d0\r\n "),
        (None, None, "hash\nhashed"),
    ]


def test_comments_in_the_text_come_before_those_of_the_row() -> None:
    text = f"{TEXT}\n\n1 Comment\nView all comments\nAnn\n\nGood.\n\nhash\nhashed\n"
    rows = [{"id": "a", "text": "x"}, {"text": "y", "parent": "a"}]
    found = read(text=text, comments=rows)
    assert [each.parent for each in found.comments] == [None, None, 1]
    assert [each.kind for each in found.sections].count("comments") == 2


def test_what_no_database_takes_is_replaced_everywhere_and_counted() -> None:
    found = read(
        text="a\x00b", title="t\ud800", comments=[{"text": "\x00"}], more={"k\x00": ["\x00"]}
    )
    assert (found.text[:3], found.title, found.metadata) == (
        "a\ufffdb",
        "t\ufffd",
        {"more": {"k\ufffd": ["\ufffd"]}},
    )
    assert found.warnings[0] == "Characters U+0000 or lone surrogates replaced by U+FFFD: 5."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[]", "The row is not a JSON object."),
        (b'{"text": 1}', "`text` must be a text."),
        (b'{"title": "x"}', "`text` is missing or empty."),
        (b'{"text": ""}', "`text` is missing or empty."),
        (b'{"text": "a", "title": 7}', "`title` must be a text."),
        (b'{"text": "a", "id": true}', "`id` must be a text or a whole number."),
        (b'{"text": "a", "comments": {}}', "`comments` must be a list of objects."),
        (b'{"text": "a", "comments": [{"text": 1}]}', "`comments[0].text` must be a text."),
        (b'{"text": "a", "n": NaN}', "The row is not JSON: NaN is no number."),
        (b'{"text": "a", "n": 1e999}', "The row is not JSON: 1e999 is no number."),
        (b'{"text": "\xff"}', "The row is not UTF-8."),
        (b"[" * 100_000, "The row is nested too deeply."),
        (
            json.dumps({"text": "a", "comments": [{"text": "b", "id": "x" * 201}]}).encode(),
            "`comments[0].id` is longer than 200 characters.",
        ),
    ],
)
def test_a_bad_row_is_refused_by_the_name_of_its_field(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(data, format="jsonl")
    assert refusal.value.reason == reason
