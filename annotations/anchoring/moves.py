"""Blocks of words that stand in another order in the next version of a text. Pure."""

from math import log2

from annotations.anchoring.alignment import Alignment
from annotations.anchoring.chains import Block, Gap
from annotations.anchoring.order import in_order

# How many words that stand once begin a block, and how many bits more than chance it has to say.
RUN, CERTAIN = 4, 20.0
# How far from a moved block its words may go on.
REACH = 80


def moved(alignment: Alignment) -> list[tuple[Gap, int]]:
    """Take the blocks that left their order, the heaviest first; the gaps about them."""
    enough = CERTAIN + log2(max(1, alignment.to.count(-1)) * max(1, alignment.back.count(-1)))
    blocks = alignment.blocks(Gap(0, len(alignment.to), 0, len(alignment.back)), RUN)
    found = [block for block in blocks if alignment.weight(block) > enough]
    taken = []
    for block in sorted(found, key=alignment.weight, reverse=True):
        if alignment.is_free(block):
            alignment.take(block, 0)
            taken.append(block)
    return _grouped(alignment, sorted(taken))


def _grouped(alignment: Alignment, blocks: list[Block]) -> list[tuple[Gap, int]]:
    """Number the moved blocks, those alike that are near one another in both texts."""
    left: list[tuple[Gap, int]] = []
    number = max(alignment.group, default=0)
    before = Block(-REACH, -REACH, 0)
    for block in blocks:
        apart = block.old - before.old - before.size, block.new - before.new - before.size
        number += not (0 <= apart[0] <= REACH and 0 <= apart[1] <= REACH)
        alignment.take(block, number)
        before = block
    for block in blocks:
        for gap in _about(alignment, block):
            left += in_order(alignment, gap, alignment.group[block.old])
    return left


def _about(alignment: Alignment, block: Block) -> list[Gap]:
    """The free words before and after a block, as far as they may belong to it."""
    old, new, size = block
    end, new_end = old + size, new + size
    return [
        Gap(_free(alignment.to, old, -1), old, _free(alignment.back, new, -1), new),
        Gap(end, _free(alignment.to, end, 1), new_end, _free(alignment.back, new_end, 1)),
    ]


def _free(taken: list[int], place: int, step: int) -> int:
    """How far the words are free from a place on, at most `REACH` of them."""
    first = place
    while abs(place - first) < REACH:
        ahead = place if step > 0 else place - 1
        if not 0 <= ahead < len(taken) or taken[ahead] >= 0:
            break
        place += step
    return place
