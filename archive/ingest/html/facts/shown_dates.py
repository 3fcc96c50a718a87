"""The date at the headline, or in the line that says when and by whom the page was written."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.facts.date_labels import CHANGED, GIVEN, ITSELF, OTHER
from archive.ingest.html.facts.dates import Seen, dates_in
from archive.ingest.html.facts.places import Places
from archive.ingest.html.facts.stamps import stamp
from archive.ingest.html.page import Page

_MACHINE = (
    "time, abbr.published, abbr.updated, [itemprop^=date], [property$=date i], [datetime], "
    ".age[title], .timeago[title], [class*=relative-time i][title]"
)
_MARKED = ", ".join(
    f'[{name}*="{part}" i]'
    for part in ("date", "datum", "fecha", "publi", "posted", "time", "meta", "byline", "created")
    for name in ("class", "id")
)
_BYLINE = re.compile(
    r"\W*(?:author|autore?|auteur|verfasser(?:in)?|by|von|vom|par|por|di|door|av|af)\b"
    r"[\s:]+[^\W\d_].{1,50}",
    re.IGNORECASE,
)
_LONGEST_TEXT, _LONGEST_LINE = 400_000, 200
_SET_APART = re.compile(r"\s*(?:[)\]|:]|[-–—]\s)")
_NEAR, _BEFORE = 700, 500


class Shown(NamedTuple):
    published: Seen | None
    modified: Seen | None


class _Candidate(NamedTuple):
    cost: float
    seen: Seen
    is_change: bool


def shown_dates(
    page: Page, title: tuple[int, int] | None, around: Places, month_first: bool
) -> Shown:
    """The nearest dates to the title; nothing from `around`, nothing from the midst of prose."""
    candidates = sorted(_candidates(page, title, around, month_first), key=lambda each: each.cost)
    given = [each.seen for each in candidates if not each.is_change]
    changed = [each.seen for each in candidates if each.is_change]
    return Shown(next(iter(given), None), next(iter(changed), None))


def _candidates(
    page: Page, title: tuple[int, int] | None, around: Places, month_first: bool
) -> Iterator[_Candidate]:
    machine = list(_of_machines(page, month_first))
    taken = Places((each.start, each.end) for each, _ in machine)
    marked = Places(place for node in page.all(_MARKED) if (place := _short(page, node)))
    for seen, is_change in machine:
        if not around.hold((seen.start, seen.end)):
            yield from _weighed(page.text, seen, title, is_change, is_marked=True)
    for seen in dates_in(page.text, 0, _LONGEST_TEXT, month_first):
        place = (seen.start, seen.end)
        if not around.hold(place) and not taken.hold(place):
            yield from _weighed(page.text, seen, title, False, is_marked=marked.hold(place))


def _of_machines(page: Page, month_first: bool) -> Iterator[tuple[Seen, bool]]:
    for node in page.all(_MACHINE):
        place, attributes = page.range(node), node.attributes
        said = [attributes.get(key) for key in ("datetime", "content", "title")]
        if place and place[1] - place[0] < 120:
            found = [stamp(words, month_first) for words in [*said, page.words(node)]]
            iso = next((each for each in found if each), None)
            if iso:
                yield Seen(*place, iso), _is_change(node)


def _is_change(node: Node) -> bool:
    """WordPress marks one element as both where the text was never changed."""
    said = f"{node.attributes.get('class') or ''} {node.attributes.get('itemprop') or ''}".lower()
    is_given = "published" in said or "entry-date" in said or "datepub" in said
    return ("updated" in said or "modified" in said) and not is_given


def _short(page: Page, node: Node) -> tuple[int, int] | None:
    place = page.range(node)
    return place if place and place[1] - place[0] <= 200 else None


def _weighed(
    text: str, seen: Seen, title: tuple[int, int] | None, is_change: bool, is_marked: bool
) -> Iterator[_Candidate]:
    before, after = _line(text, seen)
    label = before[-40:]
    is_change = is_change or bool(CHANGED.search(label))
    is_given = bool(GIVEN.search(label)) and len(before) < 60
    is_given = is_given or bool(ITSELF.search(before))
    is_given = is_given or bool(_BYLINE.fullmatch(before) and len(before) + len(after) <= 90)
    is_short = len(before) + len(after) <= 90 or _opens_paragraph(before, after)
    if OTHER.search(label) or not (is_short or is_marked or is_given):
        return
    cost = _distance(seen, title, is_marked or is_given)
    if cost is not None:
        yield _Candidate(cost, seen, is_change)


def _opens_paragraph(before: str, after: str) -> bool:
    """ "(18.01.2018) The keeper went up …": set apart from the prose that follows it."""
    return not before.strip(" ([|") and _SET_APART.match(after) is not None


def _line(text: str, seen: Seen) -> tuple[str, str]:
    """What stands before and after in the line, as far as it is looked at."""
    before = text[max(0, seen.start - _LONGEST_LINE) : seen.start]
    after = text[seen.end : seen.end + _LONGEST_LINE]
    return before.rpartition("\n")[2], after.partition("\n")[0]


def _distance(seen: Seen, title: tuple[int, int] | None, is_sure: bool) -> float | None:
    """What stands above the headline is as likely the day on which the page was shown. Where no
    headline is known, only what is marked as a date can be the article's."""
    if title is None:
        return seen.start if is_sure else None
    if seen.start >= title[1]:
        away = seen.start - title[1]
        return away if is_sure or away < _NEAR else None
    if seen.start >= title[0]:
        return 0 if is_sure else None
    away = title[0] - seen.end
    return 2 * away + 50 if away < (_BEFORE if is_sure else _BEFORE / 3) else None
