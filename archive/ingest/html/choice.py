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
from archive.ingest.html import hints
from archive.ingest.html.page import Page
from archive.ingest.html.pen import KEPT, Block

Range = tuple[int, int]
_LEAST = 140
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_SENTENCE = re.compile(r"[.!?…:;,।؟۔。！？；、]")  # noqa: RUF001
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def choose(page: Page, machinery: list[bool], besides: list[Range]) -> Node | None:
    """The element of the main text; None where the page has comments and little else."""
    blocks = page.written.blocks
    starts = [block.start for block in blocks]
    worths = [_worth(page, block, flag) for block, flag in zip(blocks, machinery, strict=True)]
    for start, end in besides:
        for at in range(bisect_left(starts, start), bisect_left(starts, end)):
            worths[at] = -abs(worths[at])
    sums = [0.0, *accumulate(worths)]
    best: Node | None = None
    most = _LEAST if besides else -1e9
    for node in page.all(hints.CANDIDATES):
        if place := page.range(node):
            worth = sums[bisect_left(starts, place[1])] - sums[bisect_left(starts, place[0])]
            if worth >= most:
                best, most = node, worth
    return best


def machinery(page: Page) -> list[bool]:
    """For each block, whether it stands in an element that is navigation, a side box or hidden."""
    starts = [block.start for block in page.written.blocks]
    steps = [0] * (len(starts) + 1)
    named = [node for node in page.all(hints.NAMED) if hints.is_named_outside(node)]
    total = len(page.text)
    for node in [*page.all(hints.OUTSIDE), *named]:
        place = page.range(node)
        if place and place[1] - place[0] < 0.5 * total:
            steps[bisect_left(starts, place[0])] += 1
            steps[bisect_left(starts, place[1])] -= 1
    return [depth > 0 for depth in accumulate(steps[:-1])]


def _worth(page: Page, block: Block, is_machinery: bool) -> float:
    words = page.text[block.start : block.end]
    length = len(words) + len(_WIDE.findall(words))
    if is_machinery:
        return -20 - length / 2
    plain = length - block.linked
    if block.linked > plain:
        return -block.linked
    if block.node.tag in _HEADS:
        return 0
    if block.node.tag in KEPT:
        return plain
    reads = words.endswith(sentences.ENDS) or (length > 60 and _SENTENCE.search(words))
    return plain - block.linked if reads and length > 25 else -15
