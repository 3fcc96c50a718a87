"""Wikitext, as received and as cleaners loosen it. The markup stays in the text."""

import re
from dataclasses import replace

from archive.ingest import blocks
from archive.ingest.encoding import Decoded, decode
from archive.ingest.infobox import template_name
from archive.ingest.lines import Line
from archive.ingest.open_questions import is_open_question
from archive.ingest.page import Article, page
from archive.ingest.parsed import Mark, Parsed
from archive.ingest.wiki_blocks import Blocks, heading, listing, loose_infobox
from archive.ingest.wiki_export import is_export, only_page
from archive.ingest.wiki_facts import facts
from archive.ingest.wiki_spans import Span, joined, spans

NAME, VERSION = "variorum.wikitext", "1"
_SHORT = re.compile(r"\{\{\s*(?:sfnp?|sfnm|shortened footnote|refn)\s*\|", re.IGNORECASE)
_NAMED = re.compile(r"\bname\s?=\s?(?:\"([^\"]+)\"|'([^']+)'|([^\s/>\"']+))", re.IGNORECASE)


def parse(data: bytes, name: str = "") -> Parsed:
    """The text with its structure. Raises Unreadable where the bytes are no text.

    The export of a page (XML) is its newest revision, which is named in the metadata.
    """
    decoded = decode(data)
    if not is_export(decoded.text):
        return read(decoded, name)
    exported = only_page(data)
    found = read(Decoded(*exported.clean(), [*decoded.warnings, *exported.warnings]))
    said = {**found.metadata, "page": exported.page, "revision": exported.revision}
    return replace(found, title=exported.page.get("title") or found.title, metadata=said)


def read(decoded: Decoded, name: str = "") -> Parsed:
    """The structure of a text that is decoded already; `name` is that of its file."""
    found = spans(decoded.text)

    def article(rows: list[Line]) -> Article:
        # Markup that ends among the comments does not take them into the article.
        within = [span for span in found if rows and span.end <= rows[-1].end]
        return _article(decoded.text, joined(decoded.text, rows, within), within)

    whole = page(decoded, "wikitext", NAME, VERSION, article)
    typed = [mark for mark in whole.marks if decoded.text[mark.start] != "{"]
    marks = [*typed, *references(decoded.text, found), *questions(decoded.text, found)]
    return replace(
        whole,
        marks=sorted(marks, key=lambda mark: mark.start),
        metadata=facts(decoded.text, found, name),
    )


def references(text: str, found: list[Span]) -> list[Mark]:
    """A mark for each `<ref>` and `{{sfn}}`, numbered as the wiki does: a name keeps its number.

    It is tied to the words of its note, one that only names a note to those of that one.
    """
    numbers: dict[str, str] = {}
    notes: dict[str, tuple[int, int]] = {}
    marks = []
    for span in found:
        if name := _reference(text, span):
            number = numbers.setdefault(name, str(len(numbers) + 1))
            if note := _note(text, span):
                notes.setdefault(number, note)
            marks.append(Mark("reference", span.start, span.end, number, note))
    return [mark if mark.note else replace(mark, note=notes.get(mark.label)) for mark in marks]


def _reference(text: str, span: Span) -> str:
    """What makes two references the same: their name, or the same words of a short one."""
    if span.kind == "template" and _SHORT.match(text, span.start, span.end):
        return text[span.start : span.end]
    if span.kind != "ref":
        return ""
    named = _NAMED.search(text, span.start, text.index(">", span.start))
    return named[named.lastindex or 0] if named else f"<{span.start}>"


def _note(text: str, span: Span) -> tuple[int, int] | None:
    """The words between the tags, or the parameters of a short reference, if there are any."""
    if span.kind == "template":
        start, end = text.index("|", span.start) + 1, span.end - 2
    else:
        start, end = text.index(">", span.start) + 1, text.rindex("<", span.start, span.end)
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return (start, start + len(words.strip())) if words.strip() else None


def questions(text: str, found: list[Span]) -> list[Mark]:
    """A mark for each template that asks for a source, or who, when, which; its name the label."""
    named = [(span, template_name(text, span)) for span in found if span.kind == "template"]
    return [
        Mark("citation_needed", span.start, span.end, name)
        for span, name in named
        if is_open_question(name)
    ]


def _article(text: str, rows: list[Line], found: list[Span]) -> Article:
    """The sections; the title is a heading of the first level that stands above all else."""
    recognisers = (heading, loose_infobox, Blocks(text, found), listing, blocks.items)
    sections = [*blocks.body(rows, recognisers)]
    title = None
    if sections and (sections[0].kind, sections[0].level) == ("heading", 1):
        sections[0] = sections[0]._replace(kind="title")
        title = text[sections[0].heading_start : sections[0].heading_end]
    for at, section in enumerate(sections):
        if section.kind in ("heading", "paragraph", "list"):
            break
        if section.kind == "residue":
            sections[at] = section._replace(kind="front")
    return Article(sections, title, [], None)
