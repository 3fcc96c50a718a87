"""Cutting a passage into runs: the same highlights throughout, removed words gone. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotations.composing.layer import Layer
from annotations.composing.ranges import Range, merge, overlaps
from archive.payloads import REDACTED, Run


@dataclass(frozen=True)
class Highlight:
    """Words that a note is about: the note's id and its range."""

    id: str
    start: int
    end: int


@dataclass(frozen=True)
class Sign:
    """A reference mark, a "citation needed" or a lacuna: its kind and its range."""

    kind: str
    start: int
    end: int


NO_HIGHLIGHTS: Layer[Highlight] = Layer()
NO_SIGNS: Layer[Sign] = Layer()


def cut(
    text: str,
    span: Range,
    *,
    highlights: Layer[Highlight] = NO_HIGHLIGHTS,
    signs: Layer[Sign] = NO_SIGNS,
    removed: Sequence[Range] = (),
) -> list[Run]:
    """The runs of `text[start:end]`. Removed words become one mark of fixed length each."""
    start, end = span
    gone = [(max(a, start), min(b, end)) for a, b in merge(removed) if overlaps((a, b), span)]
    near = list(highlights.touching(span))
    marks = [sign for sign in signs.touching(span) if start <= sign.start and sign.end <= end]
    edges = {start, end} | {edge for pair in gone for edge in pair}
    for spans in ((item.start, item.end) for item in near), ((s.start, s.end) for s in marks):
        edges |= {edge for span in spans for edge in span if start <= edge <= end}
    edges -= {edge for a, b in gone for edge in edges if a < edge < b}
    made: list[Run] = []
    points = sorted(edges)
    for at, upto in zip(points, [*points[1:], end], strict=True):
        made += empty_signs(at, marks, near)
        if at < upto:
            made.append(run(text, (at, upto), near, marks, gone))
    return made


def run(
    text: str,
    span: Range,
    highlights: list[Highlight],
    signs: list[Sign],
    gone: list[Range],
) -> Run:
    if span in gone:
        return Run(text=REDACTED, annotations=[], mark="redacted")
    inside = [sign.kind for sign in signs if sign.start <= span[0] and span[1] <= sign.end]
    ids = [item.id for item in highlights if item.start <= span[0] and span[1] <= item.end]
    return Run(text=text[slice(*span)], annotations=ids, mark=inside[0] if inside else "")


def empty_signs(at: int, signs: list[Sign], highlights: list[Highlight]) -> list[Run]:
    """A lacuna has no words: it stands at a point, with its note's id."""
    return [
        Run(
            text="",
            annotations=[item.id for item in highlights if item.start == item.end == at],
            mark=sign.kind,
        )
        for sign in signs
        if sign.start == sign.end == at
    ]
