"""Which words of a text stand where in its next version. Pure."""

from collections.abc import Iterator

from annotations.anchoring.chains import Block, Gap
from annotations.anchoring.runs import free_stretches, unique_runs
from annotations.anchoring.words import Weights, Words

# How many words away the nearest words may be that both texts share.
NEAR = 400


class Alignment:
    """For each word of the old text its place in the new one or -1, the other way `back`, and the
    number of the moved block that it belongs to: 0 for those that kept their order.
    """

    def __init__(self, old: Words, new: Words) -> None:
        self.old, self.new = old, new
        self.weights = Weights(old, new)
        self.to = [-1] * len(old)
        self.back = [-1] * len(new)
        self.group = [0] * len(old)

    def bits(self, old: int, end: int) -> float:
        """What a run of words of the old text says: the rarer they are, the more."""
        return self.weights.old[end] - self.weights.old[old]

    def is_in(self, word: int, group: int) -> bool:
        """Whether a word of the old text stands in the new one, within a moved block or 0."""
        return self.to[word] >= 0 and self.group[word] == group

    def near(self, word: int, step: int, group: int) -> int:
        """The nearest such word of the old text, from one on; or -1."""
        end = max(-1, word - NEAR) if step < 0 else min(len(self.to), word + NEAR)
        return next((each for each in range(word, end, step) if self.is_in(each, group)), -1)

    def weight(self, block: Block) -> float:
        return self.bits(block.old, block.old + block.size)

    def is_free(self, block: Block) -> bool:
        old, new, size = block
        return max(self.to[old : old + size]) < 0 and max(self.back[new : new + size]) < 0

    def take(self, block: Block, group: int) -> None:
        """Take these words of the two texts for the same."""
        old, new, size = block
        self.to[old : old + size] = range(new, new + size)
        self.back[new : new + size] = range(old, old + size)
        self.group[old : old + size] = [group] * size

    def shift(self, block: Block) -> None:
        """Take words elsewhere than they are."""
        for word in range(block.old, block.old + block.size):
            self.back[self.to[word]] = -1
        self.take(block, self.group[block.old])

    def blocks(self, gap: Gap, length: int) -> Iterator[Block]:
        """Runs of free words that stand once on either side, as far as both texts go on alike."""
        old = free_stretches(self.to, gap.old, gap.old_end)
        new = free_stretches(self.back, gap.new, gap.new_end)
        there = unique_runs(self.new.keys, new, length)
        # How far the last block on each diagonal reaches.
        covered: dict[int, int] = {}
        for run, place in unique_runs(self.old.keys, old, length).items():
            other = there.get(run, -1)
            if other < 0 or covered.get(other - place, -1) > place:
                continue
            block = self._extended(Block(place, other, length))
            covered[other - place] = block.old + block.size
            yield block

    def _extended(self, block: Block) -> Block:
        head = self._alike(block.old - 1, block.new - 1, -1)
        tail = self._alike(block.old + block.size, block.new + block.size, 1)
        return Block(block.old - head, block.new - head, head + block.size + tail)

    def _alike(self, old: int, new: int, step: int) -> int:
        """How many free words from here on are the same in both texts."""
        first = old
        keys, others, to, back = self.old.keys, self.new.keys, self.to, self.back
        while (
            0 <= old < len(keys)
            and 0 <= new < len(others)
            and keys[old] == others[new]
            and to[old] < 0
            and back[new] < 0
        ):
            old += step
            new += step
        return abs(old - first)
