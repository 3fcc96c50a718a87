"""Passages that stand twice, moved ones and deleted ones: which is which."""

from random import Random

import pytest

from annotations.anchoring import carry, locate
from tests.annotations.anchoring.prose import Prose

TWIN = "The provisions of section 12 apply accordingly to all those concerned."


def paragraphs(count: int, seed: int = 1) -> list[str]:
    prose = Prose(Random(seed))
    return [" ".join(" ".join(prose.sentence()) for _ in range(3)) for _ in range(count)]


def joined(*parts: str) -> str:
    return "\n\n".join(parts)


FIRST, SECOND, THIRD, FOURTH = paragraphs(4)
OLD = joined(FIRST, TWIN, SECOND, TWIN, THIRD, FOURTH)
SPANS = [(at, at + len(TWIN)) for at in (OLD.index(TWIN), OLD.rindex(TWIN))]


@pytest.mark.parametrize("deleted", [0, 1])
def test_of_two_passages_alike_the_deleted_one_is_an_orphan(deleted: int) -> None:
    start, end = SPANS[deleted]
    new = OLD[:start] + OLD[end + 2 :]
    found = carry(OLD, new, SPANS)
    assert found[deleted].state == "orphan"
    assert found[1 - deleted] == (new.index(TWIN), new.index(TWIN) + len(TWIN), "exact", 1.0)


def test_of_two_passages_alike_each_stays_what_it_was() -> None:
    new = joined("Preface.", FIRST, TWIN, paragraphs(1, seed=2)[0], SECOND, TWIN, FOURTH)
    found = carry(OLD, new, SPANS)
    assert [each.state for each in found] == ["exact", "exact"]
    assert [each.start for each in found] == [new.index(TWIN), new.rindex(TWIN)]


def test_a_row_of_a_table_is_not_taken_for_the_next_one() -> None:
    rows = [f"| item {at} | value of {at * 7} | unit |" for at in range(30)]
    old, new = joined(FIRST, *rows, SECOND), joined(FIRST, *rows[:11], *rows[12:], SECOND)
    spans = [(old.index(row), old.index(row) + len(row)) for row in rows]
    found = carry(old, new, spans)
    assert found[11].state == "orphan"
    right = [new[each.start : each.end] for each in found if each.state == "exact"]
    assert right == [row for row in rows if row != rows[11]]


def test_a_paragraph_that_stands_elsewhere_now_is_moved() -> None:
    new = joined(FIRST, TWIN, TWIN, THIRD, SECOND, FOURTH)
    spans = [(OLD.index(words), OLD.index(words) + len(words)) for words in (SECOND, THIRD)]
    found = carry(OLD, new, spans)
    assert [new[each.start : each.end] for each in found] == [SECOND, THIRD]
    # One of them went past the other.
    assert sorted(each.state for each in found) == ["exact", "moved"]


def test_a_paragraph_used_again_as_a_pattern_stays_where_it_was() -> None:
    start = OLD.index(SECOND)
    new = joined(OLD, paragraphs(1, seed=3)[0], SECOND)
    assert carry(OLD, new, [(start, start + len(SECOND))]) == [
        (start, start + len(SECOND), "exact", 1.0)
    ]


def test_a_sentence_in_the_place_of_another_is_not_that_one() -> None:
    replaced = "Nobody could say in those days what the outcome of such a war would be."
    old, new = joined(FIRST, replaced, SECOND), joined(FIRST, TWIN, SECOND)
    start = old.index(replaced)
    assert carry(old, new, [(start, start + len(replaced))])[0].state == "orphan"


def test_a_few_words_of_a_lost_paragraph_are_no_certain_find_elsewhere() -> None:
    old = joined(FIRST, "And so they went to the sea at night.", SECOND)
    new = joined(FIRST, paragraphs(1, seed=4)[0], "It came to the end of it.", SECOND)
    start = old.index("to the")
    assert carry(old, new, [(start, start + 6)])[0].state in ("ambiguous", "orphan")


@pytest.mark.parametrize(
    ("old", "new", "at", "there", "state"),
    [
        ("one two three four", "one two three four five", 7, 7, "exact"),
        ("one two three four", "zero one two three four", 7, 12, "exact"),
        ("one two three four", "one two and three four", 7, 7, "ambiguous"),
        ("one two three four", "six seven eight", 7, None, "orphan"),
        ("one two", "one two", 0, 0, "exact"),
        ("one two", "one two.", 7, 7, "ambiguous"),
    ],
)
def test_a_point_stays_between_its_words(
    old: str, new: str, at: int, there: int | None, state: str
) -> None:
    (found,) = carry(old, new, [(at, at)])
    assert (found.start, found.end, found.state) == (there, there, state)


def test_a_quotation_near_its_old_place_is_not_taken_for_its_better_twin_far_away() -> None:
    text = joined(FIRST, TWIN, *paragraphs(200, seed=5), TWIN, THIRD)
    first, second = text.index(TWIN), text.rindex(TWIN)
    for place, before, after in ((first, FIRST, ""), (second, "", THIRD)):
        prefix, suffix = text[place - 32 : place], text[place + len(TWIN) :][:32]
        changed = TWIN.replace("accordingly", "acordingly")
        for start in (place, place + 300, max(0, place - 300)):
            found = locate(text, changed, prefix, suffix, start)
            assert found
            assert found.start == place, (before, after)


def test_a_weak_find_near_by_does_not_hide_the_right_one_far_away() -> None:
    near = TWIN.replace("section 12", "chapter 9").replace("concerned", "affected")
    text = joined(FIRST, near, *paragraphs(200, seed=5), TWIN, THIRD)
    place = text.index(TWIN)
    found = locate(text, TWIN, text[place - 32 : place], text[place + len(TWIN) :][:32], len(FIRST))
    assert found
    assert found[:2] == (place, place + len(TWIN))
