"""The machine's choice of the main text: one element, which a person may correct.

Each block is worth its words outside links where they read as sentences, and costs where they are
links, stand in machinery or among the comments. The element whose blocks are worth most together
is chosen, the innermost of equals. So navigation within it costs, and text beside it is missed.
"""

import re
from bisect import bisect_left
from itertools import accumulate

from selectolax.lexbor import LexborNode as Node

from archive.ingest import sentences
from archive.ingest.html.hints import ARTICLES, BODIES, CANDIDATES, NAMED, OUTSIDE, is_named_outside
from archive.ingest.html.page import Page
from archive.ingest.html.pen import KEPT, Block

Range = tuple[int, int]
_LEAST = 140
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_SENTENCE = re.compile(r"[.!?…:;,।؟۔。！？；、]")  # noqa: RUF001
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def choose(
    page: Page, machinery: list[bool], besides: list[Range], title: Node | None
) -> Node | None:
    """The element of the main text; None where the page has comments and little else.

    `besides` are the comments: they neither count nor cost. Of several articles on one page the
    one that `title` stands in is chosen from.
    """
    worth = _Worth(page, machinery, besides)
    inside = _article(page, title, worth)
    best: Node | None = None
    most = _LEAST if besides else -1e9
    for node in [inside, *page.all(CANDIDATES, inside)] if inside else page.all(CANDIDATES):
        if page.range(node) and worth.of(node) >= most:
            best, most = node, worth.of(node)
    start, _ = page.range(best) or (0, 0)
    return best if not besides or start < besides[0][1] else None


def _article(page: Page, title: Node | None, worth: "_Worth") -> Node | None:
    """The article that the title stands in, if it has a text of its own."""
    articles = {node.mem_id for node in page.all(ARTICLES)}
    while title is not None:
        if title.mem_id in articles and worth.of(title) >= _LEAST:
            return title
        title = title.parent
    return None


class _Worth:
    """What the blocks of an element are worth together."""

    def __init__(self, page: Page, machinery: list[bool], besides: list[Range]) -> None:
        self.page = page
        blocks = page.written.blocks
        self.starts = [block.start for block in blocks]
        each = [_worth(page, block, flag) for block, flag in zip(blocks, machinery, strict=True)]
        for start, end in besides:
            first, after = bisect_left(self.starts, start), bisect_left(self.starts, end)
            each[first:after] = [0.0] * (after - first)
        self.sums = [0.0, *accumulate(each)]

    def of(self, node: Node) -> float:
        start, end = self.page.range(node) or (0, 0)
        first, after = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.sums[after] - self.sums[first]


def machinery(page: Page) -> list[bool]:
    """For each block, whether it stands in an element that is navigation, a side box or hidden."""
    starts = [block.start for block in page.written.blocks]
    steps = [0] * (len(starts) + 1)
    named = [node for node in page.all(NAMED) if is_named_outside(node)]
    total = len(page.text)
    bodies = sorted(place for node in page.all(BODIES) if (place := page.range(node)))
    for node in [*page.all(OUTSIDE), *named]:
        place = page.range(node)
        if place and place[1] - place[0] < 0.5 * total and not _holds(place, bodies):
            steps[bisect_left(starts, place[0])] += 1
            steps[bisect_left(starts, place[1])] -= 1
    return [depth > 0 for depth in accumulate(steps[:-1])]


def _holds(place: Range, bodies: list[Range]) -> bool:
    """Whether an element holds what is the body of an article by its own name."""
    at = bisect_left(bodies, (place[0], 0))
    return at < len(bodies) and bodies[at][1] <= place[1]


def _worth(page: Page, block: Block, is_machinery: bool) -> float:
    words = page.text[block.start : block.end]
    length = len(words) + len(_WIDE.findall(words))
    if is_machinery:
        return -10 - length / 4
    plain = length - block.linked
    if block.linked > plain:
        return -block.linked
    if block.node.tag in _HEADS:
        return 0
    if block.node.tag in KEPT:
        return plain
    reads = words.endswith(sentences.ENDS) or (length > 60 and _SENTENCE.search(words))
    return plain - block.linked if reads and length > 25 else -15
