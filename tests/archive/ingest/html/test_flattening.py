"""Pages that nest too deeply, or cost more than they are, in bounded time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from archive.ingest import Unreadable, parse
from archive.ingest.html.flattening import DEEPEST, flattened

TIMES = 1_200
TAGS = "div p b a li ul td table svg math foreignobject title style button select form br option"
UNITS = st.lists(
    st.builds("<{}{}{}>".format, st.sampled_from(["", "", "/"]), st.sampled_from(TAGS.split()),
              st.sampled_from(["", "", "/", " a=1"])),
    min_size=1, max_size=6,
).map("".join)  # fmt: skip


def depth(markup: str) -> int:
    """How deep the parser's tree is."""
    root = LexborHTMLParser(markup).root
    assert root is not None
    deepest, left = 0, [(root, 1)]
    while left:
        node, at = left.pop()
        deepest = max(deepest, at)
        left += [(each, at + 1) for each in node.iter()]
    return deepest


@pytest.mark.parametrize(
    "unit",
    [
        *("<div>", "<b>", "<span>", "<ul><li>x", "<table><tr><td>", "<a href=b><i>", "<dl><dd>"),
        *("<span><div></span>", "<b><div></b>", "<div><table></div></table>", "<h1><span>"),
        *("<div><svg><style><div>", "<svg><g>", "<svg><mi><link>", "<svg><font color=a><path/>"),
        *("<math/><article/>", "<svg><foreignObject><div>", "<noscript><div></noscript>"),
        *("<form><div></form>", "<b>x</button><button>", '<p a" ><div>', "<!--><div>", "<x\u212a>"),
        *("<select/></b></select><b>", "<template><div>", "<option><div>", "<title/><table><td>"),
    ],
)
def test_no_tree_is_deeper_than_is_borne(unit: str) -> None:
    found = flattened(unit * TIMES)
    assert depth(found.markup) <= 2 * DEEPEST + 10


@settings(max_examples=10, deadline=None)
@given(UNITS)
def test_whatever_is_repeated_is_parsed_within_bounds(unit: str) -> None:
    assert depth(flattened(unit * 600).markup) <= 2 * DEEPEST + 10


@pytest.mark.parametrize(
    "unit", ["<p>x", "<li>x", "<div><p>x</div>", "<table><tr><td>x</table>", "<ul><li>x</ul>"]
)
def test_what_does_not_nest_is_left_as_it_is(unit: str) -> None:
    markup = unit * TIMES
    assert flattened(markup) == (markup, 0)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" + "".join(f"<font color={n}>" for n in range(2000)) + "<p>x" * 2000,
        "<p " + " ".join(f"a{n}=1" for n in range(9000)) + ">x" + "<p>x" * 1000,
        "<select>" + "<option>x" * 9000,
        "<p a=1 <" * 9000,
    ],
)
def test_what_costs_more_than_it_is_is_bounded(markup: str) -> None:
    began = time.process_time()
    LexborHTMLParser(flattened(markup).markup)
    assert time.process_time() - began < 5


def test_a_hundred_thousand_nested_tags_are_survived_and_told() -> None:
    began = time.process_time()
    found = parse(b"<!doctype html>" + b"<div>" * 100_000 + b"<p>Down here.</p>" + b"</div>" * 9)
    assert time.process_time() - began < 15
    assert found.text == "Down here."
    assert found.warnings == ["Tags closed early or left out, so many are open at once: 99498."]


def test_words_stay_in_their_order() -> None:
    found = flattened("".join(f"<div>{n} " for n in range(2000)) + "</div>" * 2000 + "end")
    root = LexborHTMLParser(found.markup).root
    assert root is not None
    assert root.text().split() == [*map(str, range(2000)), "end"]


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(Unreadable) as refusal:
        flattened("<b>" * 250_001)
    assert refusal.value.reason == "The page has about 250001 tags; up to 250000 are read."
