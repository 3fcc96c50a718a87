"""Titles of pages: the headline as shown, told from the names of sites and of other articles."""

import pytest

from archive.ingest.html.facts.hints import raw_titles
from archive.ingest.html.facts.metas import Metas
from archive.ingest.html.facts.title_parts import shortened, without_site
from archive.ingest.html.metadata import Description, describe
from archive.ingest.html.page import Page

TITLE = "The lighthouse at the mole"
PROSE = "<p>The keeper went up every evening, and nobody ever asked him why he did so.</p>" * 3


def page(head: str, body: str) -> Page:
    return Page.of(f"<html><head>{head}</head><body>{body}</body></html>")


def described(head: str, body: str) -> Description:
    return describe(page(head, body))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", f"<h1>{TITLE}</h1>"),
        (f"<title>{TITLE}</title>", PROSE),
        # What a server wrote before the head moves it into the body.
        ("", f"<svg><title>Menu</title></svg><title>{TITLE}</title><h2>News</h2><h2>{TITLE}</h2>"),
        (f"<title>{TITLE} | The Mole Press</title>", PROSE),
        (f"<title>{TITLE} - Mole Press</title>", f"<h1>{TITLE}</h1>"),
        (f"<title>Mole Press: {TITLE}</title>", f"<h1>{TITLE}</h1>"),
        (f"<title>News - {TITLE} - Mole</title>", f"<h1>mole.example News</h1><h2>{TITLE}</h2>"),
        (f"<title>{TITLE} | Mole</title>", f"<h1>News</h1><h2 class='newsheading'>{TITLE}</h2>"),
        (f"<title>{TITLE}</title>", f"<h1><a href='/'>The lighthouse</a></h1><h3>{TITLE}</h3>"),
        (
            f"<title>{TITLE} - Mole Press</title>",
            f"<h1 class='site-title'>Mole Press</h1><h2>{TITLE}</h2>",
        ),
        (
            f'<meta property="og:title" content="{TITLE}">',
            f"<h1>Latest stories</h1><h2>Another one</h2><h2>{TITLE}</h2>",
        ),
        (
            '<meta property="og:title" content="Why you must see this lighthouse now">',
            f"<h1>{TITLE}</h1>",
        ),
        ('<meta property="og:title" content="the-lighthouse-mole-2018">', f"<h1>{TITLE}</h1>"),
        (
            (
                f'<meta property="og:title" content="{TITLE} &amp; the sea"><meta name="dc.title" '
                f'content="{TITLE}">'
            ),
            PROSE.replace("keeper", "&amp;") + f"<div class='big'>{TITLE}</div>",
        ),
        (
            f'<meta property="og:title" content="{TITLE}">',
            f"<h1><span>Coast</span> <span>{TITLE}</span></h1>",
        ),
        (
            f'<meta property="og:title" content="{TITLE}">',
            f"<h1><small>Coast:</small> {TITLE}</h1>",
        ),
        (
            f'<title>Coast: {TITLE} - Mole</title><meta property="og:title" content="{TITLE}">',
            f"<h1><strong>Coast</strong> {TITLE}</h1>",
        ),
        (
            f"<title>Club of the Mole - {TITLE} - Coast - News</title>",
            f"<span class='itemTitle'><a>Coast</a> : {TITLE}</span>",
        ),
        (
            f"<title>{TITLE} - Politics - Mole</title>",
            f"<h1><span>Politics</span> {TITLE}</h1>",
        ),
        (f"<title>{TITLE}</title>", f"<h1><a href='#t'>{TITLE}</a><a href='#p'>¶</a></h1>"),
        (
            f'<meta property="og:title" content="{TITLE}">',
            f"<h1>{TITLE} <a href='#c'>12 comments</a></h1>",
        ),
        (
            (
                f'<meta property="og:site_name" content="Mole"><title>{TITLE} | Mole | 14.05.2019'
                "</title>"
            ),
            PROSE,
        ),
        (f'<meta name="citation_title" content="{TITLE}">', PROSE),
        (
            f"<title>{TITLE}</title>",
            f"<h3><span>Author</span> Topic: {TITLE} &nbsp;(Read 4300 times)</h3>{PROSE}",
        ),
        (f"<title>{TITLE}</title>", f"<h3>Autor Thema: {TITLE} (Gelesen 120 mal)</h3>{PROSE}"),
        (f"<title>{TITLE}</title>", f"<h1>{TITLE.upper()}</h1>"),
        ("", f"<h1>\n The lighthouse<br> at   the mole </h1>{PROSE}"),
        (f"<title>{TITLE}</title>", f"<h1 hidden>Menu</h1><center><b>{TITLE}</b></center>{PROSE}"),
        (f"<title>{TITLE}</title>", f"<svg><title>Open the menu</title></svg><p>{PROSE}</p>"),
    ],
)
def test_the_title_is_the_headline(head: str, body: str) -> None:
    assert described(head, body).title == TITLE


def test_a_kicker_that_the_page_sets_apart_is_parted_by_a_colon() -> None:
    found = described(f"<title>Coast: {TITLE}</title>", f"<h1><p>Coast</p>{TITLE}</h1>")
    assert found.title == f"Coast: {TITLE}"


def test_the_element_that_shows_the_title_is_known() -> None:
    shown = page(f"<title>{TITLE}</title>", f"<h1>News</h1><h2>Other</h2><h2 id='x'>{TITLE}</h2>")
    node = describe(shown).title_node
    assert node is not None
    assert node.attributes["id"] == "x"
    assert shown.words(node) == TITLE


def test_a_title_that_is_not_shown_has_no_element() -> None:
    assert described(f"<title>{TITLE}</title>", PROSE).title_node is None


def test_a_page_without_words_has_no_title() -> None:
    assert described("", "") == Description()


def test_readings_beside_the_signs_are_no_part_of_the_title() -> None:
    head = '<meta property="og:title" content="やさしいニュース|子どもの本">'
    body = "<h1><ruby>子<rt>こ</rt></ruby>どもの<ruby>本<rt>ほん</rt></ruby></h1>"
    found = described(f'<meta property="og:site_name" content="やさしいニュース">{head}', body)
    assert found.title == "子どもの本"
    assert found.title_node is not None


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Headline | Mole Press", "Headline"),
        ("Headline - Coast - Mole Press", "Headline - Coast"),
        ("Mole Press: Headline", "Headline"),
        ("Mole Press » Headline", "Headline"),
        ("Headline | Mole Press | 14.05.2019", "Headline"),
        ("Headline, Mole Press", "Headline"),
        ("Headline (2) @ Mole Press :: Blogs ::", "Headline (2)"),
        ("Headline | molepress", "Headline"),
        ("Mole Press", "Mole Press"),
        ("Who reads the Mole Press today", "Who reads the Mole Press today"),
        ("Well-known keepers: a list", "Well-known keepers: a list"),
    ],
)
def test_a_known_name_of_the_site_is_cut(title: str, rest: str) -> None:
    assert without_site(title, ["Mole Press"]) == rest


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("The lighthouse at the mole | Example", "The lighthouse at the mole"),
        ("The lighthouse at the mole [Example]", "The lighthouse at the mole"),
        ("灯台のはなし　\uff1cきょうの童話集\uff1e", "灯台のはなし"),
        ("灯台のはなしを聞く_探索者", "灯台のはなしを聞く"),
        ("Sea - the long story of the lighthouse", "Sea - the long story of the lighthouse"),
        ("« Nous avons le phare », dit le maire", "« Nous avons le phare », dit le maire"),
        ("Phare : la mer monte", "Phare : la mer monte"),
        ("Mole Press » Blog Archive » Number two: Leo", "Number two: Leo"),
        ("Keepers - 26 Oktober 2010 - Blog - Mole", "Keepers"),
        ("Minutes of the keepers, in short - 26 May 2010", "Minutes of the keepers, in short"),
        ("C++/CLI for keepers", "C++/CLI for keepers"),
    ],
)
def test_an_unknown_name_is_cut_only_where_it_looks_like_one(title: str, rest: str) -> None:
    assert shortened(title) == rest


def test_entities_that_were_escaped_twice_are_resolved() -> None:
    head = '<meta property="og:title" content="Fish &amp;amp; chips &amp;#8211; a story">'
    shown = page(head, "")
    assert raw_titles(shown, Metas.of(shown)) == ["Fish & chips – a story"]
