"""The heaviest chain of blocks whose order is the same in both texts. Pure."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from typing import NamedTuple


class Gap(NamedTuple):
    """Words of the old text, and words of the new one, that may correspond."""

    old: int
    old_end: int
    new: int
    new_end: int


class Block(NamedTuple):
    """`size` words that stand in both texts."""

    old: int
    new: int
    size: int


def heaviest_chain(blocks: list[Block], weights: list[float]) -> list[Block]:
    """Blocks that follow one another in both texts, of the greatest weight together.

    Where two of them overlap the later one is cut. Takes n log n steps.
    """
    order = sorted(range(len(blocks)), key=blocks.__getitem__)
    # By place in the new text: what the heaviest chain weighs that ends no later.
    best: list[tuple[int, float, int]] = []
    before = [-1] * len(blocks)
    for each in order:
        at = bisect_left(best, (blocks[each].new,))
        weight = weights[each]
        if at:
            _, heaviest, before[each] = best[at - 1]
            weight += heaviest
        entry = (blocks[each].new, weight, each)
        at = bisect_right(best, entry)
        if at and best[at - 1][1] >= weight:
            continue
        while at < len(best) and best[at][1] <= weight:
            del best[at]
        insort(best, entry)
    return _without_overlaps(_followed(blocks, before, best[-1][2] if best else -1))


def _followed(blocks: Sequence[Block], before: Sequence[int], last: int) -> list[Block]:
    chain = []
    while last >= 0:
        chain.append(blocks[last])
        last = before[last]
    return chain[::-1]


def _without_overlaps(chain: list[Block]) -> list[Block]:
    kept: list[Block] = []
    old = new = 0
    for block in chain:
        cut = max(old - block.old, new - block.new, 0)
        if cut < block.size:
            kept.append(Block(block.old + cut, block.new + cut, block.size - cut))
            old, new = block.old + block.size, block.new + block.size
    return kept


def gaps_between(whole: Gap, chain: Sequence[Block]) -> list[Gap]:
    """What a chain of blocks leaves, before, between and after them."""
    old = [whole.old, *(block.old + block.size for block in chain)]
    new = [whole.new, *(block.new + block.size for block in chain)]
    old_ends = [*(block.old for block in chain), whole.old_end]
    new_ends = [*(block.new for block in chain), whole.new_end]
    return [Gap(*sides) for sides in zip(old, old_ends, new, new_ends, strict=True)]
