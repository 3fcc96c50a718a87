"""Dates of pages: those that machines write, those in words, and which of them is the article's."""

import pytest

from archive.ingest.html.facts.stamps import stamp
from archive.ingest.html.metadata import Description, describe
from archive.ingest.html.page import Page

TITLE = "<title>The lighthouse at the mole</title>"
H1 = "<h1>The lighthouse at the mole</h1>"
PROSE = "<p>The keeper went up every evening, and nobody ever asked him why he did so.</p>" * 3


def described(head: str = "", body: str = H1, lang: str = "") -> Description:
    return describe(Page.of(f"<html{lang}><head>{TITLE}{head}</head><body>{body}</body></html>"))


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2019-05-14T12:34:08+00:00", "2019-05-14T12:34:08+00:00"),
        ("2019-05-14T12:34:08Z", "2019-05-14T12:34:08Z"),
        ("2019-05-14 12:34:08 +0200", "2019-05-14T12:34:08+02:00"),
        ("2019-05-14 12:34", "2019-05-14T12:34"),
        ("2019-05-14T9:05:00-05:00", "2019-05-14T09:05:00-05:00"),
        ("2019-05-14T12:34:08.123Z", "2019-05-14T12:34:08.123Z"),
        ("2019-05-14", "2019-05-14"),
        ("20190514", "2019-05-14"),
        ("2019/5/4", "2019-05-04"),
        ("Tue, 14 May 2019 19:18:00 +0200", "2019-05-14T19:18:00+02:00"),
        ("Tue May 14 19:18:00 CEST 2019", "2019-05-14T19:18:00+02:00"),
        ("Tue May 14 19:18:00 EST 2019", "2019-05-14T19:18:00"),
        ("Tue May 14 2019 19:18:00 GMT+0200 (CEST)", "2019-05-14T19:18:00+02:00"),
        ("1538052669", "2018-09-27T12:51:09+00:00"),
        ("1538052669000", "2018-09-27T12:51:09+00:00"),
        ("Fr, 17 Mai 2019 13:38:23 MESZ", "2019-05-17T13:38"),
        ("06-08-2009T14:12:32+0200", "2009-08-06"),
        ("10.06.2013", "2013-06-10"),
        ("10. 6. 2013", "2013-06-10"),
        ("10/06/2013", "2013-06-10"),
        ("10.06.13", "2013-06-10"),
        ("28.03.2019, 14:05 Uhr", "2019-03-28T14:05"),
        ("28.03.2019 - 14.05 Uhr", "2019-03-28T14:05"),
        ("May 14th, 2019 at 5:30 pm", "2019-05-14T17:30"),
        ("14. Mai 2019", "2019-05-14"),
        ("Di., 14. März 2019", "2019-03-14"),
        ("31 Donnerstag Okt 2019", "2019-10-31"),
        ("Dec 28 Sat 2013 00:28", "2013-12-28T00:28"),
        ("1er juin 2019", "2019-06-01"),
        ("mardi 14 août 2019 à 12h30", "2019-08-14T12:30"),
        ("14 de mayo de 2019", "2019-05-14"),
        ("14 de março de 2019", "2019-03-14"),
        ("14 giugno 2019", "2019-06-14"),
        ("14 czerwca 2019", "2019-06-14"),
        ("14 октября 2019", "2019-10-14"),
        ("14. října 2019", "2019-10-14"),
        ("14 juni 2019", "2019-06-14"),
        ("2019. június 14.", "2019-06-14"),
        ("14 Haziran 2019", "2019-06-14"),
        ("2019年6月14日", "2019-06-14"),
        ("2019년 6월 14일", "2019-06-14"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(words: str, iso: str) -> None:
    assert stamp(words) == iso


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "3 days ago",
        "2019",
        "June 2019",
        "14 Smarch 2019",
        "2019-02-30",
        "2019-13-01",
        "32. Mai 2019",
        "0001-01-01T00:00:00",
        "1970-01-01T00:00:00Z",
        "06月24日 11時30分",
        "version 1.2.3",
        "192.168.10.20",
        "0471 80 60 745",
        "x" * 200,
    ],
)
def test_what_names_no_day_is_no_date(words: str) -> None:
    assert stamp(words) is None


def test_a_time_that_is_none_leaves_the_day() -> None:
    assert stamp("2019-05-14T25:61:00") == "2019-05-14"


def test_of_two_numbers_the_month_is_first_only_in_american_english() -> None:
    bare = f"{H1}<p>04/05/2019</p>{PROSE}"
    assert described(body=bare, lang=' lang="en-US"').published == "2019-04-05"
    assert described(body=bare, lang=' lang="en-GB"').published == "2019-05-04"
    assert described(body=bare, lang=' lang="fr"').published == "2019-05-04"
    british = '<link rel="canonical" href="https://mole.uk/a">'
    assert described(british, bare, ' lang="en"').published == "2019-05-04"


@pytest.mark.parametrize(
    "head",
    [
        meta("article:published_time", "2019-05-14"),
        '<meta property="article:published_time" content="2019-05-14">',
        '<meta property="og:title article:published_time" content="2019-05-14">',
        '<meta itemprop="datePublished" content="2019-05-14">',
        meta("DC.date.issued", "2019-05-14"),
        meta("dcterms.created", "2019-05-14"),
        meta("citation_publication_date", "2019/05/14"),
        meta("parsely-pub-date", "2019-05-14"),
        meta("sailthru.date", "2019-05-14"),
        meta("pubdate", "20190514"),
        meta("date", "14.05.2019"),
        meta("article:publicationdate", "2019-05-14"),
    ],
)
def test_meta_elements_give_the_day_of_publication(head: str) -> None:
    assert described(head).published == "2019-05-14"


@pytest.mark.parametrize(
    "body",
    [
        f'{H1}<time datetime="2019-05-14">last spring</time>{PROSE}',
        f'{H1}<time pubdate datetime="2019-05-14">last spring</time>{PROSE}',
        f'{H1}<abbr class="published" title="2019-05-14">last spring</abbr>{PROSE}',
        f'{H1}<span itemprop="datePublished" content="2019-05-14">last spring</span>{PROSE}',
        f'{H1}<p class="newsdatum">Dienstag, 14. Mai 2019</p>{PROSE}',
        f'<p class="newsdatum">Dienstag, 14. Mai 2019</p>{H1}{PROSE}',
        f"{H1}<p>By Ada Finch, 14 May 2019</p>{PROSE}",
        f'{H1}<span class="age" title="2019-05-14 1557857041">1 day ago</span>{PROSE}',
        f"{H1}<form><p>on: Tue, 14 May 2019</p>{PROSE}</form>",
        (
            f"{H1}{PROSE * 4}<p>Dieser Beitrag wurde von Ada am Dienstag, 14. Mai 2019 "
            "veröffentlicht und unter Mole gespeichert. Kommentare können verfolgt werden.</p>"
        ),
        f"{H1}14. Mai 2019, | Genesis<p>Kapitel eins.</p>{PROSE}",
        f'{H1}{PROSE}<div class="entry-meta">Posted on May 14, 2019 by Ada</div>',
        f"{H1}{PROSE}{PROSE}<ul><li><b>Date</b>\n14.05.2019</li><li>Author Ada Finch</li></ul>",
        (
            f'<article>{H1}{PROSE}<footer class="entry-footer"><time datetime="2019-05-14">x</time>'
            "</footer></article>"
        ),
        f'{H1}{PROSE}<p class="post-footer"><abbr class="published" title="2019-05-14">x</abbr>',
        f'{H1}<div class="teaser-detail"><p>Words.</p><i class="date">14.05.2019</i></div>{PROSE}',
        f'<i id="date" class="teaser-line">14.05.2019 - Coast</i><div class="teaser">{H1}</div>',
        f'<article>{H1}<header class="facts"><i>14.05.2019</i></header>{PROSE}</article>',
        f'{H1}<div class="elementor-widget"><time>14. Mai 2019</time></div>{PROSE}',
        f'{H1}<time class="entry-date updated" datetime="2019-05-14">14 May</time>{PROSE}',
        f"{H1}{PROSE * 3}<div>Author: Ada Finch am 14.05.2019</div>",
        (
            f'{H1}<div class="breadcrumb"><i class="publishedDate">14/05/2019</i><a href="/">Home'
            f"</a></div>{PROSE}"
        ),
        f'{H1}{PROSE * 4}<div class="widget_article_info">PUBLISHED ON 14.05.2019</div>',
        f'{H1}{PROSE * 4}<div id="artikelfooter"><div>veröffentlicht: 14.05.2019</div></div>',
        f"{H1}<p>(14.05.2019) {PROSE[3:]}",
        f"{H1}<p>14 May 2019 – {PROSE[3:]}",
    ],
)
def test_the_page_shows_the_day_of_publication(body: str) -> None:
    assert described(body=body).published == "2019-05-14"


@pytest.mark.parametrize(
    "body",
    [
        f"{H1}<p>14 May 2019-born keepers went up every evening, and nobody asked. {PROSE[3:]}",
        f"{H1}<p>The keeper (14 May 2019) went up every evening, and why? {PROSE[3:]}",
        (
            f"{H1}<p>On 14 May 2019 the keeper went up for the last time, as he did every evening "
            f"for forty years, and nobody asked him why.</p>{PROSE}"
        ),
        f"{H1}{PROSE}<footer>Copyright 14 May 2019 The Mole Press</footer>",
        f"{H1}{PROSE}<p>© 14.05.2019 The Mole Press</p>",
        f'{H1}{PROSE}<aside><time datetime="2019-05-14">Another story</time></aside>',
        f'{H1}{PROSE}{PROSE}<div class="teaser"><i class="date">14.05.2019</i> Other</div>',
        f'{H1}{PROSE}<div class="related-posts"><time datetime="2019-05-14">Other</time></div>',
        f'{H1}{PROSE}<ol class="commentlist"><li><time datetime="2019-05-14">x</time></li></ol>',
        f'{H1}<nav><time datetime="2019-05-14">Today</time></nav>{PROSE}',
        f"{H1}<p>Veranstaltung am 14. Mai 2019</p>{PROSE}",
        f"<p>Tuesday, 14 May 2019</p>{PROSE}{H1}{PROSE}",
        f"{H1}<blockquote><p>14 May 2019</p></blockquote>{PROSE}",
        f"{H1}<figure><figcaption>The mole, 14 May 2019</figcaption></figure>{PROSE}",
        f"{H1}<p>Joined: 14 May 2019</p>{PROSE}",
        f'<div id="header"><p class="date">Tuesday, 14 May 2019</p></div>{H1}{PROSE}',
        f"{H1}<p>Anmeldeschluss: 14.05.2019</p>{PROSE}",
        "<p>Am 14.5.2019 fand in dem Wohnzimmer der Eheleute<br>die Versammlung statt.</p>",
    ],
)
def test_no_other_date_is_taken_for_it(body: str) -> None:
    assert described(body=body).published is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (meta("article:published_time", "2019-05-14") + meta("date", "2021-01-01"), H1),
        (meta("date", "2021-01-01"), f'{H1}<time datetime="2019-05-14">spring</time>'),
        (
            '<meta itemprop="dateCreated" content="2021-01-01T17:00:52+02:00">',
            f'{H1}<div class="ar-date">14.05.2019</div>{PROSE}',
        ),
        (
            '<link rel="canonical" href="https://example.org/2019/05/14/mole/">'
            + meta("date", "2021-01-01")
            + meta("pubdate", "2019-05-14"),
            H1,
        ),
        ('<meta property="og:url" content="https://example.org/2019/05/14/mole/">', H1),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": '
            '"The lighthouse at the mole", "datePublished": "2019-05-14"}</script>'
            + meta("article:published_time", "2021-01-01"),
            H1,
        ),
        (
            "",
            f'{H1}<time datetime="2019-05-14">a</time>{PROSE}<time datetime="2021-01-01">b</time>',
        ),
    ],
)
def test_the_source_trusted_most_wins(head: str, body: str) -> None:
    assert described(head, body).published == "2019-05-14"


@pytest.mark.parametrize(
    ("head", "body", "published", "modified"),
    [
        (meta("article:modified_time", "2019-05-16"), H1, None, "2019-05-16"),
        (
            meta("article:published_time", "2019-05-14") + meta("og:updated_time", "2019-05-16"),
            H1,
            "2019-05-14",
            "2019-05-16",
        ),
        (
            "",
            f"{H1}<p>Aktualisiert: 16.05.2019</p><p>Veröffentlicht: 14.05.2019</p>{PROSE}",
            "2019-05-14",
            "2019-05-16",
        ),
        ("", f"{H1}<p>Stand: 16.05.2019</p>{PROSE}", None, "2019-05-16"),
        (
            "",
            (
                f'{H1}<time class="published" datetime="2019-05-14">a</time>'
                f'<time class="updated" datetime="2019-05-16">b</time>{PROSE}'
            ),
            "2019-05-14",
            "2019-05-16",
        ),
        (
            meta("pubdate", "2019-05-14") + meta("last-modified", "2019-05-14"),
            H1,
            "2019-05-14",
            None,
        ),
        (
            meta("pubdate", "2019-05-14") + meta("last-modified", "2018-01-01"),
            H1,
            "2019-05-14",
            None,
        ),
        (
            meta("pubdate", "2019-05-14T10:00:00+02:00")
            + meta("last-modified", "2019-05-14T08:00:00Z"),
            H1,
            "2019-05-14T10:00:00+02:00",
            None,
        ),
        (
            meta("pubdate", "2019-05-14T10:00:00+02:00")
            + meta("last-modified", "2019-05-14T08:00:01Z"),
            H1,
            "2019-05-14T10:00:00+02:00",
            "2019-05-14T08:00:01Z",
        ),
    ],
)
def test_a_change_is_told_apart_from_the_publication(
    head: str, body: str, published: str | None, modified: str | None
) -> None:
    found = described(head, body)
    assert (found.published, found.modified) == (published, modified)
