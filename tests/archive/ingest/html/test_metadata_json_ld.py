"""JSON-LD: which thing is the article, and what is saved of what is broken."""

import json

import pytest

from archive.ingest.html.metadata import Description, describe
from archive.ingest.html.page import Page

TITLE = "The lighthouse at the mole"
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2019-05-14T12:34:08+02:00",
    "author": {"@type": "Person", "name": "Ada Finch"},
}
OTHER = {**ARTICLE, "headline": "Another story", "datePublished": "2001-01-01", "author": "Bo Reed"}


def described(*scripts: str) -> Description:
    marked = "".join(f'<script type="application/ld+json">{each}</script>' for each in scripts)
    return describe(Page.of(f"<head><title>{TITLE}</title>{marked}</head><h1>{TITLE}</h1>"))


def written(thing: object) -> str:
    return json.dumps(thing, indent=1)


@pytest.mark.parametrize(
    "script",
    [
        written(ARTICLE),
        written([{"@type": "BreadcrumbList"}, ARTICLE]),
        written({"@graph": [{"@type": "WebSite", "name": "Mole"}, ARTICLE]}),
        written({"@type": "WebPage", "mainEntity": ARTICLE}),
        written({**ARTICLE, "@type": ["Article", "BlogPosting"]}),
        written({**ARTICLE, "@type": "http://schema.org/DiscussionForumPosting"}),
        written({**ARTICLE, "author": "Ada Finch"}),
        written({**ARTICLE, "author": ["Ada Finch"]}),
        written({**ARTICLE, "author": [{"@type": "Person", "name": ["Ada Finch"]}]}),
        written(
            {"@graph": [{**ARTICLE, "author": {"@id": "#a"}}, {"@id": "#a", "name": "Ada Finch"}]}
        ),
        written([OTHER, ARTICLE]),
        written({"@type": "ItemList", "itemListElement": [OTHER, OTHER]}) + "</script>"
        '<script type="application/ld+json">' + written(ARTICLE),
        written(ARTICLE).replace("\n}", ",\n}"),
        written(ARTICLE) + ";",
        written(ARTICLE) + written(OTHER),
        f"<!-- {written(ARTICLE)} -->",
        f"//<![CDATA[\n{written(ARTICLE)}\n//]]>",
        f"/*<![CDATA[*/{written(ARTICLE)}/*]]>*/",
        written(ARTICLE).replace("schema.org", "schema.org\t\n"),
        written(ARTICLE).replace(',\n "datePublished"', '\n "datePublished"'),
        written({**ARTICLE, "description": "X"}).replace('"X"', '"he said "no" and went"'),
    ],
)
def test_the_article_is_found_however_it_is_written(script: str) -> None:
    found = described(script)
    assert found.title == TITLE
    assert found.published == "2019-05-14T12:34:08+02:00"
    assert found.authors == ["Ada Finch"]


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "null",
        "[[[[",
        '"words"',
        "[" * 100_000,
        '{"a":' * 100_000,
        written({"@type": "Event", "name": TITLE, "datePublished": "2019-05-14"}),
        written({"@type": "Comment", "datePublished": "2019-05-14", "author": "Bo Reed"}),
        written({"@type": "ItemList", "itemListElement": [ARTICLE]}),
        written([{**OTHER, "headline": f"Story number {at}"} for at in range(5)]),
        written({"@type": "NewsArticle", "headline": {"a": [1]}, "datePublished": {"b": 2}}),
        written({"@type": {"x": 1}, "author": [[None]], "@id": ["y"]}),
    ],
)
def test_what_is_no_article_gives_nothing(script: str) -> None:
    found = described(script)
    assert (found.title, found.published, found.authors) == (TITLE, None, [])


def test_a_page_described_as_such_gives_its_dates() -> None:
    thing = {"@type": "WebPage", "datePublished": "2019-05-14", "dateModified": "2019-05-16"}
    found = described(written({**thing, "inLanguage": "de-AT", "url": "https://mole.example/a"}))
    assert (found.published, found.modified) == ("2019-05-14", "2019-05-16")
    assert (found.language, found.url) == ("de-AT", "https://mole.example/a")
