"""A text as passages, and passages as HTML: no database."""

import html as entities
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.workbench.annotate.passages import Passage, passages
from annotations.workbench.annotate.runs import Span, Style, html, laid_out
from archive.ingest.parsed import Section

WIKI = "= Title =\n\nInfobox\n- Place: China\n- Year: 1858\n\nLoose words.\n\nFirst.\nSecond."


def section(kind: str, words: str, level: int | None = None, heading: str = "") -> Section:
    start = WIKI.index(words)
    at = WIKI.index(heading) if heading else None
    return Section(
        kind, start, start + len(words), level, at, None if at is None else at + len(heading)
    )


SECTIONS = [
    section("title", "= Title =", 1, "Title"),
    section("infobox", "Infobox\n- Place: China\n- Year: 1858"),
    section("item", "- Place: China", heading="Place"),
    section("item", "- Year: 1858", heading="Year"),
    section("paragraph", "First."),
    section("comments", "Second."),
    section("residue", "Second."),
]


def outline(rows: list[Passage]) -> list[tuple[str, str]]:
    return [(leaf.kind, WIKI[leaf.start : leaf.end]) for row in rows for leaf in row.leaves()]


def test_words_between_sections_are_passages_too() -> None:
    assert outline(passages(WIKI, SECTIONS)) == [
        ("title", "= Title ="),
        ("gap", "Infobox"),
        ("item", "- Place: China"),
        ("item", "- Year: 1858"),
        ("gap", "Loose words."),
        ("paragraph", "First."),
        ("comments", "Second."),
    ]


def test_what_is_inside_a_container_hangs_on_it() -> None:
    infobox = passages(WIKI, SECTIONS)[1]
    assert (infobox.kind, len(infobox.parts)) == ("infobox", 3)


KINDS = st.sampled_from(["paragraph", "list", "item", "comments"])
ranges = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), KINDS), max_size=10)


@given(st.text(alphabet="ab \n", min_size=1, max_size=80), ranges)
def test_every_character_but_blanks_is_in_exactly_one_leaf(
    text: str, rows: list[tuple[int, int, str]]
) -> None:
    """Whatever an extractor made of the text: sections that cross one another, too."""
    ends = [(start, min(start + length, len(text)), kind) for start, length, kind in rows]
    ends.sort(key=lambda row: (row[0], -row[1]))
    sections = [Section(kind, start, end) for start, end, kind in ends if start < end]
    leaves = [leaf for row in passages(text, sections) for leaf in row.leaves()]
    covered = [place for leaf in leaves for place in range(leaf.start, leaf.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, each in enumerate(text) if each.strip()} <= set(covered)


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(
        lambda ends: Span(min(ends), max(ends), f"u{ends[0]}x{ends[1]}", "note")
    ),
    max_size=8,
)


@given(st.text(alphabet="ab<&\r\n𝄞e\u0301", min_size=1, max_size=40), spans)
def test_the_words_of_a_leaf_are_all_there_whatever_lies_on_them(
    text: str, marks: list[Span]
) -> None:
    leaf = Passage("paragraph", 0, len(text))
    made = html(text, leaf, marks, [Style(1, 3, "reference")])
    assert "\r" not in made
    assert (
        entities.unescape(re.sub(r"<[^<>]*>", "", made).replace("&#13;", "\x00")).replace(
            "\x00", "\r"
        )
        == text
    )
    inside = {span.uid for span in marks if span.start < min(span.end, len(text))}
    points = {span.uid for span in marks if span.start == span.end}
    assert {
        uid for ids in re.findall('data-annotation="([^"]*)"', made) for uid in ids.split()
    } == (inside | points)


@pytest.mark.parametrize(
    ("kind", "heading", "made"),
    [
        ("heading", (2, 7), '<span class="markup">= </span>Title<span class="markup"> =</span>'),
        ("item", (2, 7), '<span class="markup">= </span><span class="key">Title</span> ='),
        ("paragraph", None, "= Title ="),
    ],
)
def test_markup_stands_back_and_keys_stand_out(
    kind: str, heading: tuple[int, int] | None, made: str
) -> None:
    assert html("= Title =", Passage(kind, 0, 9, heading=heading), []) == made


def test_marks_are_handed_to_the_leaves_they_touch() -> None:
    leaves = [Passage("paragraph", 0, 5), Passage("paragraph", 7, 12), Passage("item", 12, 20)]
    over = Span(3, 9, "over", "note")
    point = Span(6, 6, "point", "lacuna")
    last = Span(12, 12, "last", "lacuna")
    handed = laid_out(leaves, [last, point, over])
    assert [[span.uid for span in found] for _, found in handed] == [
        ["over", "point"],
        ["over"],
        ["last"],
    ]
