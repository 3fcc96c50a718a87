"""Codes, dates and notes in words."""

import pytest

from annotations.models.assessment import Credibility, Verdict
from annotations.models.case import Outcome
from annotations.models.claim import Calendar
from archive.models import EditionKind, ItemType, Reliability, SourceKind
from archive.reading import vocabulary
from archive.reading.citation import cite
from archive.reading.dates import day_words, edtf_words
from archive.reading.markup import ELEMENTS, markdown
from tests.archive.reading import payloads
from tests.archive.reading.pages import parse


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (vocabulary.RELIABILITY, Reliability.choices),
        (vocabulary.CREDIBILITY, Credibility.choices),
        (vocabulary.VERDICTS, Verdict.choices),
        (vocabulary.ITEM_TYPES, ItemType.choices),
        (vocabulary.SOURCE_KINDS, SourceKind.choices),
    ],
    ids=lambda value: str(value)[:30],
)
def test_the_page_says_what_the_record_says(
    words: dict[str, str], choices: list[tuple[object, str]]
) -> None:
    assert words == {str(code): str(label) for code, label in choices}


def test_every_calendar_outcome_and_kind_with_a_page_has_words() -> None:
    assert set(vocabulary.CALENDARS) == set(Calendar.values) - {""}
    assert set(vocabulary.OUTCOMES) == set(Outcome.values) - {"", Outcome.KEEP}
    assert set(vocabulary.KINDS) == set(vocabulary.PLURALS) <= set(EditionKind.values)


def test_an_unknown_code_is_shown_as_it_is_written() -> None:
    assert vocabulary.words("not_seen_yet") == "not seen yet"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("", ""),
        ("1858", "1858"),
        ("1858-05", "May 1858"),
        ("1858-05-28", "28 May 1858"),
        ("1858-05-08", "8 May 1858"),
        ("0988", "988"),
        ("2022~", "about 2022"),
        ("2022-09?", "September 2022 (uncertain)"),
        ("2022-09%", "about September 2022 (uncertain)"),
        ("1858-21", "spring 1858"),
        ("1858/1860", "from 1858 to 1860"),
        ("1858-05-28/1860-11-14", "from 28 May 1858 to 14 November 1860"),
        ("1858/..", "from 1858"),
        ("1858/", "from 1858"),
        ("../1860", "to 1860"),
        ("185X", "185X"),
        ("1858-13", "1858-13"),
        ("[1858, 1860]", "[1858, 1860]"),
    ],
)
def test_a_date_is_said_in_words_or_left_as_it_is(value: str, words: str) -> None:
    assert edtf_words(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [("2026-11-22T23:59:59Z", "22 November 2026"), ("2026-01-02", "2 January 2026"), ("", "")],
)
def test_a_moment_is_said_by_its_day(value: str, words: str) -> None:
    assert day_words(value) == words


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A *remark* and **more**.", "<p>A <em>remark</em> and <strong>more</strong>.</p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        (
            "[text](https://example.org)",
            '<p><a href="https://example.org" rel="external nofollow noopener">text</a></p>',
        ),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"),
    ],
)
def test_notes_may_use_light_markup(text: str, html: str) -> None:
    assert markdown(text).strip() == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "[click](data:text/html;base64,PHNjcmlwdD4=)",
        "![picture](https://example.org/x.png)",
        '<a href="https://example.org" style="position:fixed" onclick="x()">x</a>',
        "<svg onload=alert(1)>",
        '[x](https://example.org "\\"onmouseover=alert(1)")',
    ],
)
def test_a_note_can_do_nothing_but_be_read(text: str) -> None:
    for element in parse(f"<div>{markdown(text)}</div>").walk():
        assert element.tag in ELEMENTS | {"", "div"}
        assert set(element.attributes) <= {"href", "title", "rel"}
        assert element.attributes.get("href", "https:").startswith("https:")


def test_a_note_cannot_break_the_outline() -> None:
    html = markdown("# Big\n\nOther\n=====\n\n## Small")
    assert "<h" not in html.replace("<hr", "")


def test_a_title_that_ends_its_sentence_gets_no_second_stop() -> None:
    payload = payloads.claim_page()
    line = cite(payload, site="Variorum", address="https://x/", sha256="ab")
    assert line == (
        "“The treaty gave the left bank to the north.” "
        "Variorum, edition 1, 22 November 2026. https://x/ (SHA-256 ab)."
    )
