"""A saved page as a whole: its main text in sections, and everything else as residue."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.ingest import Parsed, Unreadable, parse
from tests.archive.ingest.html.samples import SAMPLES, expected, pages
from tests.archive.ingest.ranges import check

ARTICLE = Path(__file__).parent / "pages" / "article.html"
SENTENCES = "The lamp was lit at dusk, as it had been since the harbour was built. Nobody asked. "
LONG = os.environ.get("VARIORUM_LONG") == "1"


def sections(found: Parsed) -> list[tuple[str, int | None, str]]:
    return [(each.kind, each.level, found.text[each.start : each.end]) for each in found.sections]


def check_covered(found: Parsed) -> None:
    """Every word of the page is in a section."""
    at = 0
    for each in found.sections:
        assert not found.text[at : each.start].strip()
        at = max(at, each.end)
    assert not found.text[at:].strip()


def read(markup: str) -> Parsed:
    found = parse(f"<!doctype html>{markup}".encode(), name="a.html")
    check(found)
    return found


def test_an_article_is_read_with_its_sections() -> None:
    found = parse(ARTICLE.read_bytes(), name=ARTICLE.name)
    check(found)
    assert [(kind, level, words[:32]) for kind, level, words in sections(found)] == [
        ("residue", None, "Harbour Sheet\n\nNews\nTides"),
        ("front", None, "Coast"),
        ("title", None, "The lamp of the harbour"),
        ("paragraph", None, "It has burnt since 1856, and nob"),
        ("caption", None, "The lamp, at night."),
        ("paragraph", None, "The lamp was lit at dusk, as it "),
        ("residue", None, "Share Print"),
        ("heading", 2, "Through the years"),
        ("residue", None, "¶"),
        ("quotation", None, "We light it.\n\nIt burns."),
        ("paragraph", None, "There are three reasons for that"),
        ("list", None, "It is dark.\nThere are rocks, of "),
        ("item", None, "It is dark."),
        ("item", None, "There are rocks, of which"),
        ("item", None, "one is high,"),
        ("item", None, "one is low,"),
        ("item", None, "as the tide goes."),
        ("item", None, "It has always been so."),
        ("caption", None, "Lamps by year"),
        ("table", None, "Lamps\n1856\t1\n1901"),
        ("paragraph", None, "on  = dusk\n    off = dawn"),
        ("residue", None, "For machines only."),
        ("paragraph", None, "So it was, and so it stays, as l"),
        ("residue", None, "More on oil\n\nAlso read\n\nThe tide"),
    ]


def test_a_page_says_what_it_is_and_what_was_chosen() -> None:
    found = parse(ARTICLE.read_bytes())
    assert (found.format, found.extractor, found.encoding) == ("html", "variorum.html", "utf-8")
    assert (found.title, found.language) == ("The lamp of the harbour", "en-GB")
    assert found.metadata["main_element"] == "article#lamp"
    assert found.metadata["canonical_url"] == "https://sheet.example/lamps/the-lamp/"
    assert found.metadata["generator"] == "Sheetpress 4"
    assert found.metadata["text_normalisation"] == "1"


@pytest.mark.parametrize(
    ("markup", "main"),
    [
        (f"<nav><p>{SENTENCES}</nav><div><div>{SENTENCES}</div></div>", "div"),
        (f"<article><h1>A</h1><p>{SENTENCES * 2}</article><article><p>{SENTENCES * 9}", "article"),
        (f"<table><tr><td><a href=a>b</a><td><h1>A</h1>{SENTENCES}</table>", "td"),
        (f"<div id=x><p>{SENTENCES}<p>{SENTENCES}</div><div><p>{SENTENCES}</div>", "body"),
        ("<p>a", "body"),
    ],
)
def test_the_element_of_the_main_text_is_named(markup: str, main: str) -> None:
    path = read(markup).metadata["main_element"]
    assert path.split(" > ")[-1].split(":")[0].split("#")[0] == main


@pytest.mark.parametrize(
    ("classes", "kind"),
    [
        ("post-1 post tag-lamp", "paragraph"),
        ("hentry related", "paragraph"),
        ("elementor-widget elementor-widget-text", "paragraph"),
        ("widget'><div class='post-body", "paragraph"),
        ("related-posts", "residue"),
        ("sidebar widget", "residue"),
    ],
)
def test_names_of_machinery_are_told_from_those_of_articles(classes: str, kind: str) -> None:
    found = read(f"<div class='{classes}'><p>{SENTENCES}</p></div><p>{SENTENCES * 2}</p>")
    assert sections(found)[0][0] == kind


def test_text_that_only_breaks_part_is_paragraphs() -> None:
    found = read(f"<body>{SENTENCES}<br><br>{SENTENCES}<br>{SENTENCES}<hr>{SENTENCES}")
    assert [kind for kind, _, _ in sections(found)] == ["paragraph"] * 3


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        (f"<table role=presentation><tr><td>{SENTENCES}<td>{SENTENCES}</table>", {"paragraph"}),
        (f"<table><tr><td>{SENTENCES * 9}<td>b</table>", {"paragraph", "residue"}),
        (f"<table><tr><td>a<td>b</table><p>{SENTENCES}", {"table", "paragraph"}),
        (f"<p>{SENTENCES}<ul><li><h2>a</h2>b</ul>", {"heading", "paragraph"}),
        (f"<blockquote><p>{SENTENCES}<p>{SENTENCES}</blockquote>", {"paragraph"}),
        (f"<p>{SENTENCES}</p><ul><li>a</ul><h2>End</h2>", {"paragraph", "list", "item", "residue"}),
        ("<ul><li><a href=a>a</a><li><a href=b>b</a></ul>", {"list", "item"}),
        (f"<p>{SENTENCES}</p><p><a href=a>More of it</a></p>", {"paragraph", "residue"}),
        (f"<p>{SENTENCES}</p><dl><dt>a<dd>b</dl>c", {"paragraph", "list", "item"}),
    ],
)
def test_layout_is_told_from_tables_lists_and_quotations(markup: str, kinds: set[str]) -> None:
    found = read(f"<h1>Lamps</h1>{markup}")
    assert {kind for kind, _, _ in sections(found)} == {"title", *kinds}


@pytest.mark.parametrize("markup", ["", "<p>", "<script>a</script>", "&nbsp;<title>a</title>"])
def test_a_page_that_shows_no_words_is_refused(markup: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(f"<html>{markup}")
    assert refusal.value.reason == "The page shows no text."


def test_readings_left_out_are_told() -> None:
    found = read("<p><ruby>\u6f22<rt>kan</rt>\u5b57<rt>ji</rt></ruby>")
    assert found.warnings == ["Readings beside the characters (ruby), left out of the text: 2."]


def test_the_encoding_that_came_with_a_page_is_heeded() -> None:
    data = f"<!doctype html><p>Zażółć. {SENTENCES}".encode("iso8859-2")
    assert parse(data, charset="ISO-8859-2").text.startswith("Zażółć")


TAGS = (
    *("p", "div", "b", "a href=x", "ul", "li", "table", "tr", "td", "th", "caption", "blockquote"),
    *("h1", "h2", "figure", "figcaption", "pre", "article", "main", "nav", "aside", "br", "time"),
    *("span class=author", "div class=comment", "ol class=commentlist", "li id=comment-1", "svg"),
    *("dl", "dt", "dd", "section id=comments", "script", "form", "button", "select", "noscript"),
    *("ruby", "rt", "details", "div style=display:none", "p class=caption", "div id=disqus_thread"),
    *("template", "math", "textarea", "title", "img class=emoji alt=':)'", "hr", "font size=2"),
)
WORDS = (
    *("a", " ", "\n", "&nbsp;", "🦊", "By Ann Lee", "3 Comments", "<!--", "-->", "\u2028", "&#0;"),
    *(
        "2 May 2019",
        "Ann Lee says:",
        SENTENCES,
        "Reply",
        "[1]",
        "\u202e\u05d0",
        "&lt;p>",
        "<",
        "\x0c",
    ),
)
PIECES = st.one_of(
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from([tag.split()[0] for tag in TAGS]).map("</{}>".format),
    st.sampled_from(WORDS),
)


@settings(max_examples=500 if LONG else 40, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_page_is_read_alike_each_time_and_every_range_is_right(markup: str) -> None:
    data = f"<!doctype html><p>{SENTENCES}</p>{markup}".encode()
    found = parse(data)
    check(found)
    assert parse(data) == found
    check_covered(found)


@settings(max_examples=500 if LONG else 40, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "shift_jis", "utf-16", "x"]))
def test_bytes_are_read_or_refused_with_a_sentence(data: bytes, charset: str) -> None:
    found, reason = None, "."
    try:
        found = parse(b"<html>" + data, charset=charset)
    except Unreadable as error:
        reason = error.reason
    assert reason.endswith(".")
    if found:
        check(found)
        check_covered(found)


def test_the_sample_pages_are_read_and_every_range_is_right() -> None:
    expected("comments")
    for path in pages():
        found = parse(path.read_bytes(), name=path.name)
        check(found)
        assert found.format == "html"
        check_covered(found)


@pytest.mark.parametrize(
    ("name", "main"),
    [
        ("pages-articles/correctiv", "article#wir-haben-bereits-die-zusage"),
        ("pages-comments/drupal7_hpd", "article#node-21664 > "),
        ("pages-comments/stackexchange_german", "div#mainbar"),
        ("pages-comments/xenforo_katzen-forum", None),
        ("pages-encodings/nhk_utf8-bom", "div#js-article-body"),
    ],
)
def test_the_main_text_of_a_sample_is_found(name: str, main: str | None) -> None:
    expected("articles")
    path = parse((SAMPLES / f"{name}.html").read_bytes()).metadata.get("main_element")
    assert (path or "").startswith(main or "")
    assert (path is None) == (main is None)
