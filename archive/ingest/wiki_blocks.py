"""The blocks of wikitext: headings, lists, and what stands apart from the prose."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from archive.ingest.blocks import Found, headline, section
from archive.ingest.infobox import infobox, is_infobox, loose_infobox, template_name
from archive.ingest.lines import Line
from archive.ingest.open_questions import is_open_question
from archive.ingest.parsed import Section
from archive.ingest.wiki_names import CATEGORY, FILE, LANGUAGE
from archive.ingest.wiki_spans import Span, outermost

__all__ = ["Blocks", "heading", "listing", "loose_infobox"]

_HEADING = re.compile(
    r"(?P<signs>={1,6})[ \t]*(?P<words>[^=\s](?:.*[^=\s])?)[ \t]*(?P=signs)(?:\s*<!--.*-->)?"
)
_LEFT_OVER = re.compile(
    rf"\[\[\s*(?:{CATEGORY})\s?:.*|(?-i:\[\[(?:{LANGUAGE})\s?:[^\[\]|]+\]\])"
    r"|__[A-Z]+__|<references\b.*|#(?:redirect|weiterleitung|redirection|перенаправление)\b.*",
    re.IGNORECASE,
)
_PICTURE = re.compile(rf"\[\[\s*(?:{FILE})\s?:", re.IGNORECASE)
_QUOTING = re.compile(r"(?:block|c|r|long ?)?quot(?:e|ation)(?: box)?", re.IGNORECASE)
_KINDS = {"table": "table", "quote": "quotation", "comment": "residue"}
_LONGEST_HEADING = 300


def heading(rows: list[Line], at: int) -> Found | None:
    """`== Heading ==`, its level the number of signs."""
    row = rows[at]
    if row.words[0] != "=" or len(row.words) > _LONGEST_HEADING:
        return None
    hit = _HEADING.fullmatch(row.words)
    if not hit:
        return None
    start, end = row.first + hit.start("words"), row.first + hit.end("words")
    return Found([headline("heading", row, len(hit["signs"]), start, end)], at + 1)


def listing(rows: list[Line], at: int) -> Found | None:
    """Lines that begin with `*`, `#`, `:` or `;`; one alone is a list too."""
    after = at
    while (
        after < len(rows)
        and rows[after].words[0] in "*#:;"
        and (after == at or not rows[after].gap)
    ):
        after += 1
    if after == at:
        return None
    inside = [section("item", row) for row in rows[at:after]]
    return Found([section("list", rows[at], rows[after - 1]), *inside], after)


class Blocks:
    """Recognises templates, tables, pictures and quotations that are not part of a sentence."""

    def __init__(self, text: str, found: list[Span]) -> None:
        self.text, self.spans, self.outer = text, found, outermost(found)
        self.starts = [span.start for span in found]
        self.outer_starts = [span.start for span in self.outer]

    def __call__(self, rows: list[Line], at: int) -> Found | None:
        row = rows[at]
        if _LEFT_OVER.fullmatch(row.words):
            return Found([section("residue", row)], at + 1)
        apart = self._apart(row)
        if not apart:
            return None
        found = [each for span, kind in apart for each in self._sections(span, kind)]
        rest = self.text[apart[-1][0].end : row.last].lstrip()
        if rest:
            found.append(Section("paragraph", row.last - len(rest), row.last))
        return Found(found, at + 1)

    def _apart(self, row: Line) -> list[tuple[Span, str]]:
        """The constructs that the line is made of, or that box off what is left of it."""
        leading = [*self._leading(row)]
        if all(kind for _, kind in leading) and leading and leading[-1][0].end >= row.last:
            return leading
        boxes = [at for at, (_, kind) in enumerate(leading) if kind in ("infobox", "table")]
        kept = leading[: boxes[-1] + 1] if boxes else []
        return kept if all(kind for _, kind in kept) else []

    def _leading(self, row: Line) -> Iterator[tuple[Span, str]]:
        """The constructs from the start of the line on, up to the first words between them."""
        after = row.first
        for at in range(bisect_left(self.outer_starts, row.first), len(self.outer)):
            span = self.outer[at]
            if span.start >= row.last or self.text[after : span.start].strip():
                return
            yield span, self._kind(span)
            after = span.end

    def _kind(self, span: Span) -> str:
        """The kind of section that the construct is where it stands by itself, else ""."""
        if span.kind == "link":
            return "caption" if _PICTURE.match(self.text, span.start) else ""
        if span.kind != "template":
            return _KINDS.get(span.kind, "")
        name = template_name(self.text, span)
        if is_infobox(name):
            return "infobox"
        if is_open_question(name):
            return ""
        return "quotation" if _QUOTING.fullmatch(name) else "residue"

    def _sections(self, span: Span, kind: str) -> list[Section]:
        if kind != "infobox":
            return [Section(kind, span.start, span.end)]
        inside = slice(bisect_right(self.starts, span.start), bisect_left(self.starts, span.end))
        return infobox(self.text, span, self.spans[inside])
