"""Templates, tables, links and references of wikitext as ranges, found in one pass.

The parsers of wikitext tell what a page says, not where in the received text it says it.
"""

import re
from typing import NamedTuple

from archive.ingest.lines import Line

_TOKEN = re.compile(
    r"(?P<hide><!--|<nowiki>)|(?P<show>-->|</nowiki>)"
    r"|(?P<bare><ref\b[^<>]*/>)|(?P<ref><ref\b[^<>]*>)|(?P<ref_end></ref\s{0,9}>)"
    r"|(?P<quote><blockquote\b[^<>]*>)|(?P<quote_end></blockquote\s{0,9}>)"
    r"|(?<![^\r\n])[ \t]{0,9}(?:(?P<table>\{\|)|(?P<table_end>\|\}(?!\})))"
    r"|(?P<template>\{\{)|(?P<template_end>\}\})|(?P<link>\[\[)|(?P<link_end>\]\])"
    r"|(?<![^\r\n])(?P<heading>={2,6}[^=\r\n])",
    re.IGNORECASE,
)
_CLOSES = {"<!--": "-->", "<nowiki>": "</nowiki>"}
_DEEPEST = 100


class Span(NamedTuple):
    """`template table link ref quote comment nowiki`, with its delimiters."""

    kind: str
    start: int
    end: int


def spans(text: str) -> list[Span]:
    """The spans, outer before inner. What is opened and never closed is none; it ends at a heading.

    Comments and `<nowiki>` hide what is in them.
    """
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    hidden: tuple[str, int] | None = None
    for token in _TOKEN.finditer(text):
        kind, words = token.lastgroup or "", token[0].lower()
        if hidden:
            if words == _CLOSES[hidden[0]]:
                name = "comment" if words == "-->" else "nowiki"
                found.append(Span(name, hidden[1], token.end()))
                hidden = None
        elif kind == "hide":
            hidden = (words, token.start())
        elif kind == "bare":
            found.append(Span("ref", token.start(), token.end()))
        elif kind == "heading":
            opened.clear()
        elif kind.endswith("_end"):
            found += _closed(opened, kind.removesuffix("_end"), token.end())
        elif kind != "show":
            opened.append((kind, token.start(kind)))
    return sorted(found, key=lambda span: (span.start, -span.end))


def _closed(opened: list[tuple[str, int]], kind: str, end: int) -> list[Span]:
    """The span that ends here; what was opened inside it and never closed is dropped."""
    if kind not in {name for name, _ in opened[-_DEEPEST:]}:
        return []
    while opened:
        name, start = opened.pop()
        if name == kind:
            return [Span(kind, start, end)]
    return []


def outermost(found: list[Span]) -> list[Span]:
    """The spans that lie in no other."""
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def joined(text: str, rows: list[Line], found: list[Span]) -> list[Line]:
    """The lines, with those made one that a construct holds together."""
    kept: list[Line] = []
    outer = iter(outermost(found))
    span = next(outer, None)
    held = 0
    for row in rows:
        if kept and row.first < held:
            above = kept.pop()
            row = Line(above.start, row.end, above.first, row.last, above.gap, "")
        kept.append(row)
        while span and span.start < row.last:
            held, span = max(held, span.end), next(outer, None)
    return [row if row.words else row._replace(words=text[row.first : row.last]) for row in kept]
