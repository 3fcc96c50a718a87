"""A passage as HTML: its words, each under the marks that lie on it. Pure.

The page's script counts characters: every code point of the passage is in its text nodes, in
order, and nothing else is. A carriage return is written as a reference, since a parser would
make another character of it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from annotations.workbench.annotate.passages import Passage


class Span(NamedTuple):
    """A mark: its id, what it is for, and its range. A lacuna may be a point."""

    start: int
    end: int
    uid: str
    kind: str


class Style(NamedTuple):
    """Words that look unlike the rest: a class of the style sheet, and their range."""

    start: int
    end: int
    name: str


R = TypeVar("R", Span, Style)


def laid_out(
    leaves: Sequence[Passage], spans: Iterable[Span]
) -> Iterator[tuple[Passage, list[Span]]]:
    """Each leaf with the marks that touch it, in one go over both."""
    starts = [leaf.start for leaf in leaves]
    waiting: list[Span] = []
    points: dict[int, list[Span]] = {}
    for span in sorted(spans):
        if span.start == span.end:
            points.setdefault(max(0, bisect_right(starts, span.start) - 1), []).append(span)
        else:
            waiting.append(span)
    open_spans: list[Span] = []
    following = 0
    for number, leaf in enumerate(leaves):
        while following < len(waiting) and waiting[following].start < leaf.end:
            open_spans.append(waiting[following])
            following += 1
        open_spans = [span for span in open_spans if span.end > leaf.start]
        yield leaf, [*open_spans, *points.get(number, [])]


def html(
    text: str, leaf: Passage, spans: Sequence[Span], signs: Iterable[Style] = ()
) -> SafeString:
    """The words of a leaf with its marks, and with what its kind or a sign makes look unlike."""
    styles = sorted([*_styles(leaf), *signs])
    if not spans and not styles:
        return mark_safe(_written(text[leaf.start : leaf.end]))
    lacunas = [span for span in spans if span.start == span.end]
    edges = [edge for span in spans for edge in span[:2]]
    edges += [edge for style in styles for edge in style[:2]]
    points = sorted({leaf.start, leaf.end, *(_within(leaf, edge) for edge in edges)})
    runs = []
    over, under = _covering(points, sorted(spans)), _covering(points, styles)
    for start, end in zip(points, [*points[1:], leaf.end], strict=True):
        runs += [_lacuna(span) for span in lacunas if _within(leaf, span.start) == start]
        runs.append(_run(text[start:end], next(over), next(under)))
    return mark_safe("".join(runs))


def _covering(points: Iterable[int], ranges: Sequence[R]) -> Iterator[list[R]]:
    """For each point, in order, the ranges (by start) that it lies in, in one go over both."""
    here: list[R] = []
    following = 0
    for point in points:
        while following < len(ranges) and ranges[following].start <= point:
            here.append(ranges[following])
            following += 1
        here = [each for each in here if each.end > point]
        yield here


def _styles(leaf: Passage) -> list[Style]:
    """The words of a heading stand out from its markup, the key of a pair from its value."""
    if not leaf.heading:
        return []
    start, end = leaf.heading
    before = Style(leaf.start, start, "markup")
    if leaf.kind == "item":
        return [before, Style(start, end, "key")]
    return [before, Style(end, leaf.end, "markup")]


def _run(words: str, over: Sequence[Span], under: Sequence[Style]) -> str:
    shown = _written(words)
    for style in under if words else ():
        shown = f'<span class="{escape(style.name)}">{shown}</span>'
    if not over or not words:
        return shown
    kinds = " ".join(sorted({f"k-{span.kind}" for span in over}))
    deep = " deep" if len(over) > 1 else ""
    uids = " ".join(span.uid for span in over)
    return f'<mark class="{kinds}{deep}" data-annotation="{uids}">{shown}</mark>'


def _written(words: str) -> str:
    return escape(words).replace("\r", "&#13;")


def _within(leaf: Passage, place: int) -> int:
    return min(max(place, leaf.start), leaf.end)


def _lacuna(span: Span) -> str:
    return f'<mark class="k-lacuna point" data-annotation="{span.uid}"></mark>'
