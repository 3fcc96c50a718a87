"""Two versions of a text, word by word. Pure."""

from math import log2

from rapidfuzz.distance import LCSseq

from annotations.anchoring.alignment import Alignment
from annotations.anchoring.chains import Block, Gap
from annotations.anchoring.insertions import settled
from annotations.anchoring.moves import moved
from annotations.anchoring.order import in_order, same_ends
from annotations.anchoring.words import Words

# How many bits more than chance words have to say that stand between others.
CERTAIN = 2.0
# Larger gaps (old words times new ones) than these are not searched word by word.
LARGEST_GAP = 300_000_000
# What moved is looked for this often: where some is found, more of the rest stands only once.
ROUNDS = 2


def compared(old_text: str, new_text: str) -> Alignment:
    """What kept its order first, then what moved, then single words between those."""
    numbers: dict[str, int] = {}
    alignment = Alignment(Words(old_text, numbers), Words(new_text, numbers))
    left = list(in_order(alignment, same_ends(alignment), 0))
    for _ in range(ROUNDS):
        left += moved(alignment)
    for gap, group in left:
        take_between(alignment, gap, group)
    for block in settled(alignment):
        alignment.shift(block)
    return alignment


def take_between(alignment: Alignment, gap: Gap, group: int) -> None:
    """Take words between others that say more than their distance from those before them."""
    old = [each for each in range(gap.old, gap.old_end) if alignment.to[each] < 0]
    new = [each for each in range(gap.new, gap.new_end) if alignment.back[each] < 0]
    if not old or not new or len(old) * len(new) > LARGEST_GAP:
        return
    keys = [alignment.old.keys[each] for each in old], [alignment.new.keys[each] for each in new]
    last, last_new = gap.old, gap.new
    for step in LCSseq.opcodes(*keys):
        if step.tag != "equal":
            continue
        run = old[step.src_start : step.src_end]
        there = new[step.dest_start : step.dest_end]
        before = (run[0] - last + 1) * (there[0] - last_new + 1)
        after = (gap.old_end - run[-1]) * (gap.new_end - there[-1])
        said = alignment.bits(run[0], run[0] + len(run))
        if said > CERTAIN + log2(max(1, min(before, after))):
            for word, other in zip(run, there, strict=True):
                alignment.take(Block(word, other, 1), group)
            last, last_new = run[-1] + 1, there[-1] + 1
