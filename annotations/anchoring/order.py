"""Words that kept their order from one version of a text to the next. Pure.

Runs of words that are alike are taken for the same only where they say more (in bits, rare words
more than common ones) than runs of that size would by chance in as much text.
"""

from collections.abc import Iterator
from math import log2

from annotations.anchoring.alignment import Alignment
from annotations.anchoring.chains import Block, Gap, gaps_between, heaviest_chain

# Lengths of the runs of words that have to be unique to begin with.
RUNS = (4, 2, 1)
# How many bits more than chance a run has to say.
CERTAIN = 8.0
# How often a gap may be parted further.
DEEPEST = 40


def same_ends(alignment: Alignment) -> Gap:
    """Take what both texts begin and end with."""
    old, new = alignment.old.keys, alignment.new.keys
    head, most = 0, min(len(old), len(new))
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    alignment.take(Block(0, 0, head), 0)
    alignment.take(Block(len(old) - tail, len(new) - tail, tail), 0)
    return Gap(head, len(old) - tail, head, len(new) - tail)


def in_order(alignment: Alignment, whole: Gap, group: int) -> Iterator[tuple[Gap, int]]:
    """Take the heaviest chain of unique runs, then those within its gaps; what is left."""
    waiting = [(whole, 0)]
    while waiting:
        gap, depth = waiting.pop()
        if gap.old >= gap.old_end or gap.new >= gap.new_end:
            continue
        chain = _chain(alignment, gap) if depth < DEEPEST else []
        for block in chain:
            alignment.take(block, group)
        if chain:
            waiting += [(each, depth + 1) for each in gaps_between(gap, chain)]
        else:
            yield gap, group


def _chain(alignment: Alignment, gap: Gap) -> list[Block]:
    enough = CERTAIN + log2((gap.old_end - gap.old) * (gap.new_end - gap.new))
    for length in RUNS:
        blocks = alignment.blocks(gap, length)
        found = [block for block in blocks if alignment.weight(block) > enough]
        if found:
            return heaviest_chain(found, [alignment.weight(block) for block in found])
    return []
