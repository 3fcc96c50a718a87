"""Which marks go together, and what the readers do not agree on."""

from dataclasses import dataclass

import pytest

from annotations.agreement.matching import labels, pairs


@dataclass
class Mark:
    start: int
    end: int
    label: str = "note"
    body: str = ""

    def __post_init__(self) -> None:
        self.uid = f"{self.start}-{self.end}"
        self.kind = self.label.partition(":")[0]


def matched(first: list[Mark], second: list[Mark]) -> list[str]:
    return [pair.matter for pair in pairs(first, second)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([], [], []),
        ([(0, 4)], [], ["0-4/"]),
        ([], [(0, 4)], ["/0-4"]),
        ([(0, 4)], [(0, 4)], ["0-4/0-4"]),
        ([(0, 4)], [(4, 8)], ["0-4/", "/4-8"]),
        ([(0, 9)], [(0, 3), (4, 9)], ["/0-3", "0-9/4-9"]),
        ([(0, 9), (20, 30)], [(21, 30), (1, 9)], ["0-9/1-9", "20-30/21-30"]),
        ([(5, 5)], [(5, 5)], ["5-5/5-5"]),
    ],
)
def test_each_mark_goes_with_the_one_that_shares_most_with_it(
    first: list[tuple[int, int]], second: list[tuple[int, int]], expected: list[str]
) -> None:
    assert matched([Mark(*each) for each in first], [Mark(*each) for each in second]) == expected


def test_of_two_marks_on_the_same_words_those_with_one_label_go_together() -> None:
    found = pairs([Mark(0, 4, "note"), Mark(0, 4, "question")], [Mark(0, 4, "question")])
    assert sorted(labels(found)) == [("question", "question")]


@pytest.mark.parametrize(
    ("one", "other", "differences"),
    [
        (Mark(0, 4), Mark(0, 4, body="Other words."), []),
        (Mark(0, 4), Mark(0, 5), ["the ranges differ"]),
        (Mark(0, 4), Mark(0, 4, "question"), ["the labels differ"]),
        (Mark(0, 4, "claim: asserts", "A."), Mark(0, 4, "claim: asserts", " a"), []),
        (
            Mark(0, 4, "claim: asserts", "A."),
            Mark(0, 4, "claim: asserts", "B."),
            ["the statements differ"],
        ),
        (
            Mark(0, 4, "claim: asserts", "A."),
            Mark(0, 5, "claim: denies", "B."),
            ["the ranges differ", "the labels differ", "the statements differ"],
        ),
    ],
)
def test_differences_are_told_in_words(one: Mark, other: Mark, differences: list[str]) -> None:
    (pair,) = pairs([one], [other])
    assert pair.differences == differences
