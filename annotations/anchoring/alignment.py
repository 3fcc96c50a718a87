"""Which words of a text stand where in its next version: kept in order, or moved as a block. Pure.

Runs of words that are alike are taken for the same only where they say more (in bits, rare words
more than common ones) than runs of that size would by chance in as much text.
"""

from collections.abc import Iterator
from math import log2

from rapidfuzz.distance import LCSseq

from annotations.anchoring.chains import Block, Gap, gaps_between, heaviest_chain
from annotations.anchoring.runs import free_stretches, unique_runs
from annotations.anchoring.settling import settled
from annotations.anchoring.words import Weights, Words

# Lengths of the runs of words that have to be unique to begin with.
RUNS = (4, 2, 1)
# How many bits more than chance a run has to say that kept its order, moved, or is between others.
IN_ORDER, MOVED, BETWEEN = 8.0, 20.0, 2.0
# Larger gaps (old words times new ones) than these are not searched word by word.
LARGEST_GAP = 300_000_000
# How often a gap may be parted further, and how far from a moved block its words may go on.
DEEPEST, REACH = 40, 80
# What moved is looked for this often: where some is found, more of the rest stands only once.
ROUNDS = 2


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
        self._groups = 0
        left = list(self._in_order(self._same_ends(), 0))
        for _ in range(ROUNDS):
            left += self._moved()
        for gap, group in left:
            self._between(gap, group)
        for block in settled(self.old, self.new, self.to, self.back, self.group):
            self._settle(block)

    def bits(self, old: int, end: int) -> float:
        """What a run of words of the old text says."""
        return self.weights.old[end] - self.weights.old[old]

    def _weight(self, block: Block) -> float:
        return self.bits(block.old, block.old + block.size)

    def _take(self, block: Block, group: int) -> None:
        old, new, size = block
        self.to[old : old + size] = range(new, new + size)
        self.back[new : new + size] = range(old, old + size)
        self.group[old : old + size] = [group] * size

    def _settle(self, block: Block) -> None:
        """Take words of one block elsewhere than they are."""
        for word in range(block.old, block.old + block.size):
            self.back[self.to[word]] = -1
        self._take(block, self.group[block.old])

    def _same_ends(self) -> Gap:
        """Take what both texts begin and end with."""
        old, new = self.old.keys, self.new.keys
        head, most = 0, min(len(old), len(new))
        while head < most and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < most - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        self._take(Block(0, 0, head), 0)
        self._take(Block(len(old) - tail, len(new) - tail, tail), 0)
        return Gap(head, len(old) - tail, head, len(new) - tail)

    def _in_order(self, whole: Gap, group: int) -> Iterator[tuple[Gap, int]]:
        """Take the heaviest chain of unique runs, then those within its gaps; what is left."""
        waiting = [(whole, 0)]
        while waiting:
            gap, depth = waiting.pop()
            if gap.old >= gap.old_end or gap.new >= gap.new_end:
                continue
            chain = self._chain(gap) if depth < DEEPEST else []
            for block in chain:
                self._take(block, group)
            if chain:
                waiting += [(each, depth + 1) for each in gaps_between(gap, chain)]
            else:
                yield gap, group

    def _chain(self, gap: Gap) -> list[Block]:
        enough = IN_ORDER + log2((gap.old_end - gap.old) * (gap.new_end - gap.new))
        for length in RUNS:
            blocks = self._blocks(gap, length)
            found = [block for block in blocks if self._weight(block) > enough]
            if found:
                return heaviest_chain(found, [self._weight(block) for block in found])
        return []

    def _blocks(self, gap: Gap, length: int) -> Iterator[Block]:
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

    def _moved(self) -> list[tuple[Gap, int]]:
        """Take the blocks that left their order, the heaviest first; the gaps about them."""
        enough = MOVED + log2(max(1, self.to.count(-1)) * max(1, self.back.count(-1)))
        blocks = self._blocks(Gap(0, len(self.to), 0, len(self.back)), RUNS[0])
        found = [block for block in blocks if self._weight(block) > enough]
        taken = []
        for block in sorted(found, key=self._weight, reverse=True):
            if self._is_free(block):
                self._take(block, 0)
                taken.append(block)
        return self._grouped(sorted(taken))

    def _is_free(self, block: Block) -> bool:
        old, new, size = block
        return max(self.to[old : old + size]) < 0 and max(self.back[new : new + size]) < 0

    def _grouped(self, blocks: list[Block]) -> list[tuple[Gap, int]]:
        """Number the moved blocks, those alike that are near one another in both texts."""
        left: list[tuple[Gap, int]] = []
        before = Block(-REACH, -REACH, 0)
        for block in blocks:
            apart = block.old - before.old - before.size, block.new - before.new - before.size
            self._groups += not (0 <= apart[0] <= REACH and 0 <= apart[1] <= REACH)
            self._take(block, self._groups)
            before = block
        for block in blocks:
            for gap in self._about(block):
                left += self._in_order(gap, self.group[block.old])
        return left

    def _about(self, block: Block) -> list[Gap]:
        """The free words before and after a block, as far as they may belong to it."""
        old, new, size = block
        end, new_end = old + size, new + size
        return [
            Gap(_free(self.to, old, -1), old, _free(self.back, new, -1), new),
            Gap(end, _free(self.to, end, 1), new_end, _free(self.back, new_end, 1)),
        ]

    def _between(self, gap: Gap, group: int) -> None:
        """Take words between others that say more than their distance from those before them."""
        old = [each for each in range(gap.old, gap.old_end) if self.to[each] < 0]
        new = [each for each in range(gap.new, gap.new_end) if self.back[each] < 0]
        if not old or not new or len(old) * len(new) > LARGEST_GAP:
            return
        keys = [self.old.keys[each] for each in old], [self.new.keys[each] for each in new]
        last, last_new = gap.old, gap.new
        for step in LCSseq.opcodes(*keys):
            if step.tag != "equal":
                continue
            run = old[step.src_start : step.src_end]
            there = new[step.dest_start : step.dest_end]
            before = (run[0] - last + 1) * (there[0] - last_new + 1)
            after = (gap.old_end - run[-1]) * (gap.new_end - there[-1])
            said = self.bits(run[0], run[0] + len(run))
            if said > BETWEEN + log2(max(1, min(before, after))):
                for word, other in zip(run, there, strict=True):
                    self._take(Block(word, other, 1), group)
                last, last_new = run[-1] + 1, there[-1] + 1


def _free(taken: list[int], place: int, step: int) -> int:
    """How far the words are free from a place on, at most `REACH` of them."""
    first = place
    while abs(place - first) < REACH:
        ahead = place if step > 0 else place - 1
        if not 0 <= ahead < len(taken) or taken[ahead] >= 0:
            break
        place += step
    return place
