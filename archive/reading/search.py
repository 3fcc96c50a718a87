"""Public search: all words, in any case, in what open editions show. Entries and nothing else."""

import re
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from archive.models import Entry

LONGEST_QUERY = 200
MOST_WORDS = 12
AROUND = 90
MOST_SNIPPETS = 2


@dataclass(frozen=True)
class Piece:
    """Some of a snippet's words; `hit` where they are what was searched for."""

    text: str
    hit: bool


def terms(query: str) -> list[str]:
    """The words of a query; what stands in quotation marks is one of them."""
    query = query.replace("\x00", "")[:LONGEST_QUERY]
    found = (quoted or word for quoted, word in re.findall(r'"([^"]+)"|([^\s"]+)', query))
    return [*dict.fromkeys(filter(None, map(str.strip, found)))][:MOST_WORDS]


def find(words: list[str]) -> QuerySet[Entry]:
    """Entries that hold every word; those with all of them in the title first.

    A regular expression, since LIKE on SQLite knows no capitals beyond ASCII.
    """
    if not words:
        return Entry.objects.none()
    in_title = Case(
        When(everywhere("title", words), then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    found = Entry.objects.filter(everywhere("text", words)).annotate(rank=in_title)
    return found.order_by("rank", "-published_at", "kind", "slug")


def titled(words: list[str]) -> QuerySet[Entry]:
    """Entries with every word in the title: what suggestions are made of."""
    if not words:
        return Entry.objects.none()
    return Entry.objects.filter(everywhere("title", words)).order_by("title", "kind", "slug")


def everywhere(column: str, words: list[str]) -> Q:
    return Q(*(Q(**{f"{column}__iregex": re.escape(word)}) for word in words))


def snippets(text: str, words: list[str]) -> list[list[Piece]]:
    """Up to two places of the text where the words stand, each with its surroundings."""
    pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    spans = [match.span() for match in pattern.finditer(text)]
    windows: list[tuple[int, int]] = []
    for start, end in spans:
        if not windows or start > windows[-1][1]:
            windows.append((max(0, start - AROUND), min(len(text), end + AROUND)))
        if len(windows) > MOST_SNIPPETS:
            break
    return [pieces(text, window, spans) for window in windows[:MOST_SNIPPETS]]


def pieces(text: str, window: tuple[int, int], spans: list[tuple[int, int]]) -> list[Piece]:
    """The window cut at the hits, without the halves of words at its ends."""
    inside = [span for span in spans if window[0] <= span[0] and span[1] <= window[1]]
    start = after_blank(text, window[0], inside[0][0])
    end = before_blank(text, inside[-1][1], window[1])
    edges = [start, *(edge for span in inside for edge in span), end]
    cut = [Piece(text[a:b], bool(at % 2)) for at, (a, b) in enumerate(pairwise(edges)) if a < b]
    before, after = [Piece("… ", False)] * (start > 0), [Piece(" …", False)] * (end < len(text))
    return [*before, *cut, *after]


def after_blank(text: str, start: int, hit: int) -> int:
    """Where the first whole word begins between the window's start and the first hit."""
    if start == 0:
        return start
    return text.find(" ", start, hit) + 1 or hit


def before_blank(text: str, hit: int, end: int) -> int:
    """Where the last whole word ends between the last hit and the window's end."""
    if end == len(text):
        return end
    return max(text.rfind(" ", hit, end), hit)
