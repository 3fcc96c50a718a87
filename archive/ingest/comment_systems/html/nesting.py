"""Which comment answers which: as the page nests them, indents them or names the parent."""

import re

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.spans import Range, owners
from archive.ingest.html.page import Page

_LEVEL = re.compile(
    r"(?:^|[\s_-])(?:depth|level|lvl|indent|ebene|niveau|nivel|nest(?:ed|ing)?)[-_]{0,2}(\d{1,2})(?![\w-])",
    re.IGNORECASE,
)
_LEVEL_ATTRIBUTES = ("data-depth", "data-level", "data-comment-depth", "aria-level", "data-indent")
_PARENT_ATTRIBUTES = (
    "data-parent",
    "data-parent-id",
    "data-parentid",
    "data-parent_id",
    "data-comment-parent",
    "data-comment-parent-id",
    "data-reply-to",
)
_PADDING = re.compile(r"(?:padding|margin)-left\s*:\s*(\d+(?:\.\d+)?)")
_DIGITS = re.compile(r"\d+")


def hang(page: Page, drafts: list[Draft], wrappers: str = "") -> None:
    """Sets the parent of each draft: by containment, else by the id or the level the page names.

    `wrappers` selects elements whose being around a comment means one level more.
    """
    _by_containment(drafts)
    if any(draft.parent for draft in drafts):
        return
    for draft in drafts:
        draft.answers = draft.answers or _named_parent(draft.node)
    if _by_id(drafts):
        return
    if wrappers:
        _wrapped(page, drafts, wrappers)
    if not any(draft.level for draft in drafts):
        for draft in drafts:
            draft.level = _named_level(draft.node)
    if not any(draft.level for draft in drafts):
        _by_padding(drafts)
    by_level(drafts)


def _by_padding(drafts: list[Draft]) -> None:
    """Sets the level by how far the style of the elements indents them."""
    pads = [_PADDING.search(draft.node.attributes.get("style") or "") for draft in drafts]
    widths = [float(pad[1]) if pad else 0.0 for pad in pads]
    steps = sorted(set(widths))
    for draft, width in zip(drafts, widths, strict=True):
        draft.level = steps.index(width)


def by_level(drafts: list[Draft]) -> None:
    """Hangs each draft on the nearest one above it that has a lower level."""
    above: list[Draft] = []
    for draft in drafts:
        while above and (above[-1].level or 0) >= (draft.level or 0):
            above.pop()
        draft.parent = above[-1] if above else None
        above.append(draft)


def _by_containment(drafts: list[Draft]) -> None:
    """An element that stands in another one's element answers it."""
    opened: list[Draft] = []
    for draft in sorted(drafts, key=lambda each: (each.whole[0], -each.whole[1])):
        while opened and opened[-1].whole[1] <= draft.whole[0]:
            opened.pop()
        inside = opened and draft.whole[1] <= opened[-1].whole[1]
        draft.parent = opened[-1] if inside else None
        opened.append(draft)


def _by_id(drafts: list[Draft]) -> bool:
    """Hangs drafts on those whose id they name; whether any of them did."""
    known = {digits: draft for draft in drafts if (digits := _last_digits(draft.external_id))}
    for draft in drafts:
        parent = known.get(_last_digits(draft.answers)) if draft.answers else None
        draft.parent = parent if parent is not draft else None
    _break_rings(drafts)
    return any(draft.parent for draft in drafts)


def _break_rings(drafts: list[Draft]) -> None:
    """A page may claim that two comments answer each other: the claim that closes a ring goes."""
    settled: set[int] = set()
    for draft in drafts:
        trail: set[int] = set()
        at: Draft | None = draft
        while at is not None and id(at) not in settled:
            trail.add(id(at))
            if at.parent is not None and id(at.parent) in trail:
                at.parent = None
            at = at.parent
        settled |= trail


def _last_digits(words: str) -> str:
    return (_DIGITS.findall(words) or [""])[-1]


def _wrapped(page: Page, drafts: list[Draft], wrappers: str) -> None:
    """Sets the level: how many of the wrappers a draft stands in."""
    around = [place for node in page.all(wrappers) if (place := page.range(node))]
    depths: list[int] = []
    for held in _holders(around):
        depths.append(1 if held is None else depths[held] + 1)
    inside = owners(around, [draft.whole for draft in drafts])
    for draft, at in zip(drafts, inside, strict=True):
        draft.level = 0 if at is None else depths[at]


def _holders(ranges: list[Range]) -> list[int | None]:
    """For each range, which are in the order of the page, the index of the one just around it."""
    opened: list[int] = []
    found: list[int | None] = []
    for at, (_, end) in enumerate(ranges):
        while opened and ranges[opened[-1]][1] < end:
            opened.pop()
        found.append(opened[-1] if opened else None)
        opened.append(at)
    return found


def _named_level(node: Node) -> int | None:
    """The level that the element, or one just around it, bears in class or attribute."""
    around: Node | None = node
    for _ in range(2):
        if around is None:
            break
        said = (around.attributes.get(name) or "" for name in _LEVEL_ATTRIBUTES)
        if number := next((each for each in said if each.isascii() and each.isdigit()), ""):
            return int(number[:4])
        if hit := _LEVEL.search(around.attributes.get("class") or ""):
            return int(hit[1])
        around = around.parent
    return None


def _named_parent(node: Node) -> str:
    said = (node.attributes.get(name) or "" for name in _PARENT_ATTRIBUTES)
    return next((each for each in said if _last_digits(each) not in ("", "0")), "")
