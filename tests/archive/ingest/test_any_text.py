"""What holds of every text whatever, invented by the machine."""

from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from archive.ingest import FORMATS, Parsed, Unreadable, parse
from archive.ingest.lines import lines
from tests.archive.ingest.ranges import check

LINES = (
    *("", "", "", " ", "\u00a0", "\u2028", "\x0c", "Ann", "Bob", "Stand. By. Me.", "🦊", "ليلى"),
    *("hash", "hashed", "failed", "Reply", "0", "2 years ago", "October 3, 2022 4:15 pm", "guest"),
    *("Last edited 2 years ago by Ann", "Last edited 2 years ago by Stand. By. Me.", "Oldest"),
    *("2 Comments", "Comments (0)", "Inline Feedbacks", "View all comments", "Reply to  Bob"),
    *("Good.", "It was so, and it stayed so.", "a long line " * 12, "Ann says:", "Leave a Reply"),
    *("= Title =", "== Heading ==", "# Heading", "====", "Infobox", "- key: value", "* item"),
    *("1. one", "2. two", "  more", "> quoted", "| a | b |", "{{Infobox x|a=b", "|c={{d|e}}", "}}"),
    *("{|", "|}", "[[File:a.jpg|thumb]]", "<ref name=a>", "</ref>", "<!--", "-->", "[2] [[x]]"),
    *("By Ann Lee and Bob Roe", "Written by Ann", "MORE ON THE TOPIC:", "Facebook", "Twitter"),
    *("Would love your thoughts, please comment.x", "wpDiscuz", "{{cn}} [citation needed] [a]"),
)
PAGES = st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(("\n", "\r\n", "\r", "\n\n"))))
unhurried = settings(deadline=None)  # the machine may be busy; the claim is not about time
READERS = st.sampled_from(["auto", "text", "wikitext"])


def written(page: Sequence[tuple[str, str]]) -> str:
    return "".join(line + end for line, end in page)


def read(data: bytes, form: str, name: str = "") -> Parsed | None:
    """What was read, or None where it was refused with a sentence: nothing else may be raised."""
    try:
        return parse(data, name=name, format=form)
    except Unreadable as error:
        reason = error.reason
    assert reason.endswith(".")
    return None


ACROSS = [(line, "\n") for line in ("guest", "= Title =", "<!--", "2 Comments", "-->")]


@unhurried
@given(PAGES, READERS)
@example(ACROSS, "auto")
@example(ACROSS, "wikitext")
def test_every_page_is_read_and_every_range_is_right(
    page: list[tuple[str, str]], form: str
) -> None:
    text = written([("A page", "\n"), *page])
    found = parse(text.encode(), format=form)
    assert found.text == text
    check(found)


@unhurried
@given(PAGES)
def test_every_comment_section_is_tiled(page: list[tuple[str, str]]) -> None:
    text = "Notify of\nguest\n9 Comments\nView all comments\nAnn\n\n" + written(page)
    found = parse(text.encode(), format="text")
    assert found.stated_comments is not None
    check(found)


@unhurried
@given(st.text(min_size=1), READERS)
@example("\ud800a\x00b", "text")
@example("\u2028\x85\x0c", "text")
@example("e\u0301\r\u05d0\U0001f98a\r\n", "wikitext")
def test_every_string_is_read_as_it_is(text: str, form: str) -> None:
    found = read(text.encode("utf-8", "surrogatepass"), form)
    if found is None:
        return
    check(found)
    kept = "".join("\ufffd" if c == "\x00" or 0xD800 <= ord(c) < 0xE000 else c for c in text)
    assert found.text == kept.removeprefix("\ufeff")


@unhurried
@given(st.binary(), st.sampled_from(FORMATS), st.sampled_from(["", "a.txt", "b.jsonl", "c.pdf"]))
def test_bytes_are_read_or_refused_with_a_sentence(data: bytes, form: str, name: str) -> None:
    found = read(data, form, name)
    if found is not None:
        check(found)


@unhurried
@given(st.text(alphabet="a \t\u00a0\u2028\x0b\x0c\x1c\x85\r\n🦊"))
def test_lines_end_at_line_feed_and_carriage_return_only(text: str) -> None:
    expected = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = lines(text)
    assert [text[row.start : row.end] for row in found] == [row for row in expected if row.strip()]
    assert [row.words for row in found] == [row.strip() for row in expected if row.strip()]
    assert all(text[row.first : row.last] == row.words for row in found)
    blank = [not row.strip() for row in expected]
    shown = [at for at, is_blank in enumerate(blank) if not is_blank]
    gaps = [at - before - 1 for before, at in zip([-1, *shown], shown, strict=False)]
    assert [row.gap for row in found] == gaps
