"""A passage in runs: nothing is lost, nothing is shown twice, removed words leave a fixed mark."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.composing.layer import Layer
from annotations.composing.ranges import Range
from annotations.composing.runs import Highlight, Sign, cut
from archive.payloads import REDACTED

TEXT = "The river 👍🏽 was e\u0301tude\r\ncrossed שלום in May 1858 by nobody."
offsets = st.integers(0, len(TEXT))
ranges = st.tuples(offsets, offsets).map(lambda pair: (min(pair), max(pair)))
highlights = st.lists(ranges, max_size=5).map(
    lambda spans: [Highlight(f"n{at}", *span) for at, span in enumerate(spans) if span[0] < span[1]]
)


@given(ranges, highlights)
def test_the_runs_together_are_the_text(span: Range, marks: list[Highlight]) -> None:
    assert (
        "".join(run["text"] for run in cut(TEXT, span, highlights=Layer(marks)))
        == TEXT[slice(*span)]
    )


@given(highlights)
def test_each_highlight_covers_exactly_its_words(marks: list[Highlight]) -> None:
    runs = cut(TEXT, (0, len(TEXT)), highlights=Layer(marks))
    for mark in marks:
        words = "".join(run["text"] for run in runs if mark.id in run["annotations"])
        assert words == TEXT[mark.start : mark.end]


@given(highlights, ranges.filter(lambda span: span[0] < span[1]))
def test_removed_words_leave_one_mark_of_fixed_length(marks: list[Highlight], gone: Range) -> None:
    runs = cut(TEXT, (0, len(TEXT)), highlights=Layer(marks), removed=[gone])
    assert "".join(run["text"] for run in runs) == TEXT[: gone[0]] + REDACTED + TEXT[gone[1] :]
    assert [run["annotations"] for run in runs if run["mark"] == "redacted"] == [[]]


def test_a_lacuna_stands_at_its_point_without_words() -> None:
    marks = [Highlight("gap", 9, 9)]
    runs = cut(TEXT, (0, 20), highlights=Layer(marks), signs=Layer([Sign("lacuna", 9, 9)]))
    assert [(run["text"], run["mark"], run["annotations"]) for run in runs][1] == (
        "",
        "lacuna",
        ["gap"],
    )
    assert "".join(run["text"] for run in runs) == TEXT[:20]


def test_a_reference_mark_is_kept_and_named() -> None:
    runs = cut("So it was.[2] And", (0, 17), signs=Layer([Sign("reference", 10, 13)]))
    assert ("[2]", "reference") in [(run["text"], run["mark"]) for run in runs]
