"""A saved web page: what it says of itself, its main text in sections, its comments, the rest."""

from typing import Any

from archive.ingest.comment_systems.html import recognise
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.comment_systems.statement import shortfall
from archive.ingest.html import body, choice, writing
from archive.ingest.html.description import Description
from archive.ingest.html.encoding import decode_page
from archive.ingest.html.hints import BESIDE_HEADINGS
from archive.ingest.html.metadata import describe
from archive.ingest.html.page import Page
from archive.ingest.html.path import css_path
from archive.ingest.html.tiling import Range, residue
from archive.ingest.marks import marks
from archive.ingest.parsed import Comment, Parsed, Section
from archive.ingest.unreadable import Wordless

NAME, VERSION = "variorum.html", "1"
_MOST_SIGNS = 500


def parse(data: bytes, name: str = "", charset: str = "") -> Parsed:
    """The page; `charset` is what came with it. Raises Unreadable where it shows no words."""
    decoded = decode_page(data, charset)
    page = Page.of(decoded.text)
    if not page.text.strip():
        raise Wordless("The page shows no text.")
    said, thread = describe(page), recognise(page)
    besides = thread.wholes if thread else []
    machinery = choice.machinery(page)
    main = choice.choose(page, machinery, besides, said.title_node)
    named = _named(page, said, besides)
    outside = body.sections(page, main, machinery, named, besides)
    within = _comment_sections(page, thread) if thread else []
    return Parsed(
        text=page.text,
        format="html",
        extractor=NAME,
        extractor_version=VERSION,
        sections=sorted([*outside, *within], key=lambda each: (each.start, -each.end)),
        comments=thread.comments if thread else [],
        marks=marks(page.text),
        title=said.title,
        authors=said.authors,
        published=said.published,
        language=said.language,
        stated_comments=thread.stated if thread else None,
        warnings=[*decoded.warnings, *_left_out(page), *(_shortfall(thread) if thread else [])],
        metadata=_metadata(page, said, thread, css_path(main) if main else None),
        encoding=decoded.encoding,
    )


def _named(page: Page, said: Description, besides: list[Range]) -> dict[Range, str]:
    """Title, byline and signs beside headings, unless among the comments or in one another."""
    named: dict[Range, str] = {}
    taken = [*besides]
    signs = [(page.range(node), "residue") for node in page.all(BESIDE_HEADINGS)]
    for span, kind in (
        (page.range(said.title_node), "title"),
        (said.byline, "byline"),
        *signs[:_MOST_SIGNS],
    ):
        apart = span and all(span[1] <= start or end <= span[0] for start, end in taken)
        if span and apart and page.text[slice(*span)].strip():
            named[span] = kind
            taken.append(span)
    return named


def _comment_sections(page: Page, thread: Thread) -> list[Section]:
    taken = [span for each in thread.comments for span in _spans(each)]
    return [
        *(_whole(whole, thread.statement) for whole in thread.wholes),
        *residue(page.text, thread.wholes, taken),
    ]


def _whole(whole: Range, statement: Range | None) -> Section:
    if statement and whole[0] <= statement[0] and statement[1] <= whole[1]:
        return Section("comments", *whole, None, *statement)
    return Section("comments", *whole)


def _spans(comment: Comment) -> list[Range]:
    spans = [(comment.start, comment.end)]
    if comment.author_start is not None and comment.author_end is not None:
        spans.append((comment.author_start, comment.author_end))
    return spans


def _shortfall(thread: Thread) -> list[str]:
    found = len(thread.comments)
    if thread.elsewhere and not found:
        said = f"{thread.stated} that the page states" if thread.stated else "N"
        elsewhere = f"Comments: found 0 of {said}, loaded from elsewhere ({thread.elsewhere})."
        return [elsewhere, *thread.warnings]
    return [*shortfall(thread.stated, found), *thread.warnings]


def _left_out(page: Page) -> list[str]:
    """What the page shows and the text does not have as the page has it."""
    readings = len(page.all("rt"))
    return [f"Tags closed early or left out, so many are open at once: {page.flattened}."] * bool(
        page.flattened
    ) + [f"Readings beside the characters (ruby), left out of the text: {readings}."] * bool(
        readings
    )


def _metadata(
    page: Page, said: Description, thread: Thread | None, main: str | None
) -> dict[str, Any]:
    """What has no column: addresses, the normalisation of the text, the machine's choices."""
    generator = page.first("meta[name=generator i]")
    found = {
        "modified": said.modified,
        "site": said.site,
        "canonical_url": said.url,
        "generator": generator.attributes.get("content") if generator else None,
        "text_normalisation": writing.VERSION,
        "main_element": main,
        "comment_system": thread.system if thread else None,
    }
    return {key: value for key, value in found.items() if value}
