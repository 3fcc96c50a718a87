"""Wikitext, as received and as cleaners loosen it. The markup stays in the text."""

import re
from dataclasses import replace

from archive.ingest import blocks
from archive.ingest.encoding import Decoded, decode
from archive.ingest.lines import Line
from archive.ingest.page import Article, page
from archive.ingest.parsed import Mark, Parsed
from archive.ingest.wiki_blocks import Blocks, heading, listing, loose_infobox
from archive.ingest.wiki_spans import Span, joined, spans

NAME, VERSION = "variorum.wikitext", "1"
_NAMED = re.compile(r"\bname\s?=\s?(?:\"([^\"]+)\"|'([^']+)'|([^\s/>\"']+))", re.IGNORECASE)


def parse(data: bytes, name: str = "") -> Parsed:
    """The text with its structure. Raises Unreadable where the bytes are no text."""
    return read(decode(data))


def read(decoded: Decoded) -> Parsed:
    """The structure of a text that is decoded already."""
    found = spans(decoded.text)

    def article(rows: list[Line]) -> Article:
        # Markup that ends among the comments does not take them into the article.
        within = [span for span in found if rows and span.end <= rows[-1].end]
        return _article(decoded.text, joined(decoded.text, rows, within), within)

    whole = page(decoded, "wikitext", NAME, VERSION, article)
    marks = [*whole.marks, *references(decoded.text, found)]
    return replace(whole, marks=sorted(marks, key=lambda mark: mark.start))


def references(text: str, found: list[Span]) -> list[Mark]:
    """A mark for each `<ref>`, numbered as the wiki numbers them: a name keeps its number."""
    numbers: dict[str, str] = {}
    marks = []
    for span in found:
        if span.kind == "ref":
            named = _NAMED.search(text, span.start, text.index(">", span.start))
            name = named[named.lastindex or 0] if named else f"<{span.start}>"
            number = numbers.setdefault(name, str(len(numbers) + 1))
            marks.append(Mark("reference", span.start, span.end, number))
    return marks


def _article(text: str, rows: list[Line], found: list[Span]) -> Article:
    """The sections; the title is a heading of the first level that stands above all else."""
    recognisers = (heading, loose_infobox, Blocks(text, found), listing, blocks.items)
    sections = [*blocks.body(rows, recognisers)]
    title = None
    if sections and (sections[0].kind, sections[0].level) == ("heading", 1):
        sections[0] = replace(sections[0], kind="title")
        title = text[sections[0].heading_start : sections[0].heading_end]
    for at, section in enumerate(sections):
        if section.kind in ("heading", "paragraph", "list"):
            break
        if section.kind == "residue":
            sections[at] = replace(section, kind="front")
    return Article(sections, title, [], None)
