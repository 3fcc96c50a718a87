"""Language, site and address of pages, and all facts of the sample pages."""

import csv
from itertools import product
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.ingest.html.facts.addresses import day
from archive.ingest.html.facts.detection import detected
from archive.ingest.html.facts.languages import tagged
from archive.ingest.html.metadata import Description, describe
from archive.ingest.html.page import Page

SAMPLES = Path(__file__).parents[5] / "shared" / "samples"
GERMAN = "Der Wärter ist auf den Turm gestiegen und hat sich nicht mit den Leuten abgegeben. " * 9
ENGLISH = "The keeper was on the tower and it is said that he was not with the people. " * 9


def described(head: str, body: str = "", attributes: str = "") -> Description:
    return describe(Page.of(f"<html {attributes}><head>{head}</head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("de", "de"),
        ("de_DE", "de-DE"),
        ("de-at", "de-AT"),
        ("EN", "en"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("de, at, ch", "de"),
        ("German", "de"),
        ("jp", "ja"),
        ("es-419", "es-419"),
        ("", None),
        ("x", None),
        ("und", None),
        ("some words", None),
    ],
)
def test_a_language_is_told_by_its_tag(words: str, tag: str | None) -> None:
    assert tagged(words) == tag


@pytest.mark.parametrize(
    ("head", "attributes", "body", "tag"),
    [
        ("", 'lang="de-DE"', "", "de-DE"),
        ("", 'xml:lang="fr"', "", "fr"),
        ('<meta property="og:locale" content="de_AT">', "", "", "de-AT"),
        ('<meta http-equiv="content-language" content="pl">', "", "", "pl"),
        ('<meta property="og:locale" content="de_AT">', 'lang="de"', "", "de"),
        ("", "", GERMAN, "de"),
        ("", 'lang="en"', GERMAN, "de"),
        ('<meta property="og:locale" content="de_CH">', 'lang="en"', GERMAN, "de-CH"),
        ("", 'lang="nb"', "og det er en til på af for med den ikke som " * 9, "nb"),
        ("", "", "Wenige Worte.", None),
        ("", "", GERMAN + ENGLISH, None),
        ("", "", "これはとても静かな町のはなしです。" * 9, "ja"),
    ],
)
def test_the_language_is_the_one_declared_unless_the_words_belong_to_another(
    head: str, attributes: str, body: str, tag: str | None
) -> None:
    assert described(head, body, attributes).language == tag


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("Le gardien est dans la tour et les gens ne sont pas sur le port avec lui. " * 9, "fr"),
        ("Strażnik jest na wieży i nie ma się z kim podzielić tym, co jest dla niego. " * 9, "pl"),
        ("Сторож был на башне, и он не знал, что это было для него и как это. " * 9, "ru"),
        ("탑에는 아무도 없었다. " * 9, "ko"),
        ("", None),
        ("12 34 56 " * 50, None),
    ],
)
def test_the_words_of_a_longer_text_tell_its_language(words: str, tag: str | None) -> None:
    assert detected(words) == tag


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://mole.example/a">', "https://mole.example/a"),
        ('<link href="https://mole.example/a" rel="CANONICAL nofollow">', "https://mole.example/a"),
        ('<meta property="og:url" content="https://mole.example/a">', "https://mole.example/a"),
        (
            '<meta property="og:url" content="https://mole.example/b"><link rel=canonical href=/a>',
            "https://mole.example/a",
        ),
        ('<base href="https://mole.example/x/"><link rel="canonical" href="a">',
         "https://mole.example/x/a"),
        ('<link rel="canonical" href="/a">', None),
        ('<link rel="canonical" href="javascript:void(0)">', None),
        ('<link rel="canonical" href="http://[broken">', None),
        ('<link rel="canonical" href="">', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_address_is_the_canonical_one_and_absolute(head: str, url: str | None) -> None:
    assert described(head).url == url


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://mole.example/2019/05/14/a/", "2019-05-14"),
        ("https://mole.example/2019-5-14-a", "2019-05-14"),
        ("https://mole.example/2019/05/a", None),
        ("https://mole.example/2019/13/14/", None),
        ("https://mole.example/article-20190514", None),
        ("https://mole.example/?d=2019/05/14", None),
        (None, None),
    ],
)
def test_a_path_may_name_a_day(url: str | None, iso: str | None) -> None:
    assert day(url) == iso


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ('<meta property="og:site_name" content="Mole Press">', "Mole Press"),
        ('<meta name="application-name" content="Mole Press">', "Mole Press"),
        (
            '<script type="application/ld+json">{"@type":"WebSite","name":"Mole Press"}',
            "Mole Press",
        ),
        ("<title>Headline | Mole Press</title>", None),
    ],
)
def test_the_site_is_named_by_the_page_itself(head: str, site: str | None) -> None:
    assert described(head).site == site


_BITS = st.sampled_from(
    [
        "<h1>",
        "</h1>",
        "<title>",
        "<time datetime=",
        '<meta name="author" content="',
        '<link rel="canonical" href="',
        '<script type="application/ld+json">{"@type":"Article","author":',
        "</script>",
        "<footer>",
        "14.05.2019",
        "By Ada ",
        " | ",
        '">',
    ]
)


def test_a_page_that_says_everything_thousands_of_times_takes_no_time() -> None:
    words = ["".join(letters) for letters in product("abcdefghijklmno", repeat=3)]
    head = "".join(
        f'<meta property="og:title" content="The mole of {word}"><meta property="og:site_name" '
        f'content="Site{word}"><meta name="author" content="Ada Finch{word}">'
        for word in words
    )
    began = process_time()
    found = described(head, "".join(f"<h1>The mole at {word}</h1>" for word in words))
    assert found.authors[0] == "Ada Finchaaa"
    assert process_time() - began < 20


@settings(max_examples=40, deadline=None)
@given(st.lists(_BITS | st.text(max_size=12), max_size=20).map("".join))
def test_any_page_at_all_can_be_described(markup: str) -> None:
    page = Page.of(markup)
    found = describe(page)
    assert found.title is None or found.title == found.title.strip() != ""
    assert all(found.authors)
    if found.byline:
        assert 0 <= found.byline[0] < found.byline[1] <= len(page.text)


@pytest.fixture(scope="module")
def expected() -> list[dict[str, str]]:
    if not SAMPLES.is_dir():
        pytest.skip("The sample pages are not beside the clone, in shared/samples.")
    with (SAMPLES / "expected" / "articles.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_sample_pages_are_described_as_expected(expected: list[dict[str, str]]) -> None:
    for row in expected:
        found = describe(Page.of((SAMPLES / row["file"]).read_text(encoding="utf-8")))
        assert found.title == row["title"]
        assert found.authors == row["authors"].split("; ")
        assert (found.published, found.modified or "") == (row["published"], row["updated"])
        assert (found.language or "").startswith(row["language"])
        assert found.url == row["canonical_url"]


def test_the_title_of_a_sample_page_does_not_depend_on_its_encoding(
    expected: list[dict[str, str]],
) -> None:
    with (SAMPLES / "expected" / "encodings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        markup = (SAMPLES / row["file"]).read_text(encoding=row["true_encoding"])
        found = describe(Page.of(markup.removeprefix("\ufeff")))
        assert found.title is not None
        assert found.title in row["title"]
