"""What the demonstration withholds is spelt nowhere but in its originals.

The words are read from there, by the ranges that the shipped decisions remove. A failure names the
file and the range, not the words.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import tree
from tests.archive.ingest.seeds import parsed_seed

RUN = 4
SECTION = 2
# Positions in the comment section, from 1, that no reading of the rules would leave as they stand.
BODIES = {4, 5, 7, 17}
HANDLES = {2, 3, 4, 15}
DEMONSTRATION = tree.ROOT / "fixtures" / "demonstration" / "archive.json"
# Long texts of others, with every ordinary run of words in them.
LEFT_OUT = re.compile(r"fixtures/|LICENSE$|requirements[-a-z]*\.txt$")


def folded(text: str) -> str:
    """The words alone, case folded, with one blank before and after each."""
    words = re.sub(r"[^\w\s]|_", " ", text.casefold()).split()
    return f" {' '.join(words)} "


def runs(text: str) -> set[str]:
    words = folded(text).split()
    return {f" {' '.join(words[at : at + RUN])} " for at in range(len(words) - RUN + 1)}


@cache
def forbidden() -> dict[str, set[str]]:
    """What must not be spelt, by where it stands in the original."""
    parsed = parsed_seed(SECTION)
    text, found = parsed.text, {}
    for number, comment in enumerate(parsed.comments, start=1):
        if number in BODIES:
            found[f"body {number}"] = runs(text[comment.start : comment.end])
        if number in HANDLES:
            found[f"handle {number}"] = {folded(text[comment.author_start : comment.author_end])}
    for start, end in redactions():
        words = folded(text[start:end])
        if len(words) > 8:  # a shorter one is part of ordinary words
            found[f"range {start}-{end}"] = runs(words) or {words}
    article = folded(text[: parsed.comments[0].author_start or 0])
    return {
        place: {words for words in spelt if words not in article} for place, spelt in found.items()
    }


def redactions() -> list[tuple[int, int]]:
    """The ranges of the comment section that the shipped decisions remove."""
    rows: list[dict[str, Any]] = json.loads(DEMONSTRATION.read_text())
    ranges = [row["fields"] for row in rows if row["model"] == "annotations.redaction"]
    return [(row["start"], row["end"]) for row in ranges]


def places(text: str) -> list[str]:
    """Where in the original the words come from that a text spells."""
    words = folded(text)
    return [place for place, spelt in forbidden().items() if any(run in words for run in spelt)]


def watched() -> list[Path]:
    return [path for path in tree.files() if not LEFT_OUT.match(tree.name(path))]


def test_there_is_something_to_look_for() -> None:
    assert len(forbidden()) >= len(BODIES) + len(HANDLES)
    assert all(forbidden().values())
    assert len(watched()) > 200


def test_no_file_spells_what_is_withheld() -> None:
    found = {tree.name(path): places(tree.text(path) or "") for path in watched()}
    assert {name: where for name, where in found.items() if where} == {}


def test_no_file_is_named_after_it() -> None:
    assert not [place for path in watched() for place in places(tree.name(path))]


@pytest.mark.parametrize(
    "dress", [str, str.upper, str.title, lambda words: words.replace(" ", "_")]
)
def test_it_would_be_found_however_it_is_dressed(dress: Any) -> None:
    for place, spelt in forbidden().items():
        assert place in places(f"before, {dress(min(spelt))}, after")
