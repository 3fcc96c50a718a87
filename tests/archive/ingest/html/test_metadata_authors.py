"""Authors of pages: persons before organisations, the article's before those of others."""

import pytest

from archive.ingest.html.facts.names import persons
from archive.ingest.html.metadata import Description, describe
from archive.ingest.html.page import Page

TITLE = "The lighthouse at the mole"
H1 = f"<h1>{TITLE}</h1>"
PROSE = "<p>The keeper went up every evening, and nobody ever asked him why he did so.</p>" * 3


def described(head: str, body: str) -> Description:
    return describe(Page.of(f"<head><title>{TITLE}</title>{head}</head><body>{body}</body>"))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ada Finch", ["Ada Finch"]),
        ("By Ada Finch", ["Ada Finch"]),
        ("Von: Ada Finch", ["Ada Finch"]),
        ("Ein Gastbeitrag von Ada Finch", ["Ada Finch"]),
        ("Text: Ada Finch", ["Ada Finch"]),
        ("Par Ada Finch et Bo Reed", ["Ada Finch", "Bo Reed"]),
        ("von Ada Finch , Bo von Reed , Cy Lark", ["Ada Finch", "Bo von Reed", "Cy Lark"]),
        ("Ada Finch, Bo Reed und Cy Lark", ["Ada Finch", "Bo Reed", "Cy Lark"]),
        ("por Ada Finch y Bo Reed", ["Ada Finch", "Bo Reed"]),
        ("Ada Ortega y Finch", ["Ada Ortega y Finch"]),
        ("Автор: Ада Финч", ["Ада Финч"]),
        ("Ada Finch, Chief Political Correspondent", ["Ada Finch"]),
        ("Ada Finch (Text) und Bo Reed (Fotos)", ["Ada Finch", "Bo Reed"]),
        ("Ada Finch | 14. Mai 2019", ["Ada Finch"]),
        ("Ada Finch ada@mole.example", ["Ada Finch"]),
        ("Finch, Ada", ["Ada Finch"]),
        ("Dr. Ada Finch", ["Dr. Ada Finch"]),
        ("adafinch77", ["adafinch77"]),
        ("肖春芳", ["肖春芳"]),
        ("admin", []),
        ("https://social.example/ada", []),
        ("Redaktion", []),
        ("Mole Media GmbH", []),
        ("dpa", []),
        ("Mole Media GmbH, Harbourtown, Island", []),
        ('<a href="/en/ada" hreflang="en">Ada Finch</a>', ["Ada Finch"]),
        ("who went up every evening", []),
        ("", []),
    ],
)
def test_names_are_told_from_the_words_round_them(words: str, names: list[str]) -> None:
    assert persons(words) == names


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="author" content="Ada Finch">', H1),
        ('<meta property="article:author" content="Ada Finch">', H1),
        ('<meta name="DC.creator" content="Finch, Ada">', H1),
        ('<meta name="byl" content="By Ada Finch">', H1),
        ('<meta name="parsely-author" content="Ada Finch">', H1),
        (
            '<meta property="article:author" content="https://social.example/ada">',
            f'{H1}<a rel="author" href="/ada">Ada Finch</a>',
        ),
        (
            (
                '<meta name="author" content="Mole (www.mole.example)"><meta name="publisher" '
                'content="Mole (www.mole.example)">'
            ),
            f"{H1}{PROSE}<ul><li>Date\n14.05.2019</li><li><b>Author</b>\nAda Finch</li></ul>",
        ),
        ('<meta name="author" content="admin">', f'{H1}<p class="byline">Von Ada Finch</p>'),
        (
            (
                '<meta property="og:site_name" content="Mole Press"><meta name="author" '
                'content="mole press">'
            ),
            f'{H1}<span class="author vcard"><a class="fn" href="/a">Ada Finch</a></span>',
        ),
        ("", f'{H1}<span itemprop="author"><b itemprop="name">Ada Finch</b></span>'),
        ("", f"{H1}<p>Von Ada Finch</p>{PROSE}"),
        ("", f"{H1}<p>14.05.2019 | von Ada Finch | 3 Kommentare</p>{PROSE}"),
        ("", f"<p>By Ada Finch</p>{H1}{PROSE}"),
        ("", f"{H1}{PROSE}<p>posted by Ada Finch at 12:53</p>"),
        (
            "",
            f'{H1}<p class="author">Ada Finch</p>{PROSE}<aside><p class="author">Bo Reed</aside>',
        ),
        (
            "",
            (
                f'{H1}<p class="author">Ada Finch</p>{PROSE}<ol class="comments"><cite class="fn">'
                "Bo Reed</cite></li></ol>"
            ),
        ),
    ],
)
def test_the_person_who_wrote_it_is_found(head: str, body: str) -> None:
    assert described(head, body).authors == ["Ada Finch"]


@pytest.mark.parametrize(
    "body",
    [
        (
            f"{H1}<p>The mole was built by Ada Finch, whom nobody in the town had met, as far as "
            "anyone could remember in those days of wind and of little talk between neighbours.</p>"
        ),
        f'{H1}{PROSE}<ol class="comments"><li><cite class="fn">Bo Reed</cite></li></ol>',
        f'{H1}{PROSE}<div class="related"><p class="author">Bo Reed</p></div>',
    ],
)
def test_nobody_else_is_taken_for_the_author(body: str) -> None:
    assert described("", body).authors == []


def test_each_author_is_named_once_in_order() -> None:
    metas = "".join(
        f'<meta name="citation_author" content="{name}">'
        for name in ("Finch, Ada", "Reed, Bo", "Ada Finch")
    )
    assert described(metas, H1).authors == ["Ada Finch", "Bo Reed"]


def test_an_organisation_is_named_only_where_nobody_else_is() -> None:
    assert described('<meta name="author" content="Redaktion Mole">', H1).authors == [
        "Redaktion Mole"
    ]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (f"{H1}<p>Lead words.</p><p>Von Ada Finch, 14.05.2019</p>", "Von Ada Finch, 14.05.2019"),
        (f"<p>14.05.2019</p>{H1}{PROSE}", "14.05.2019"),
        (f"{H1}<p>Von</p><p>Ada Finch</p><p>14.05.2019</p>", "Von\n\nAda Finch\n\n14.05.2019"),
        (f"{H1}{PROSE}", None),
    ],
)
def test_the_byline_is_the_line_that_names_author_or_date(body: str, line: str | None) -> None:
    page = Page.of(f'<head><meta name="author" content="Ada Finch"></head><body>{body}</body>')
    found = describe(page).byline
    assert (page.text[slice(*found)] if found else None) == line
