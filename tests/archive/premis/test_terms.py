"""Events are called by terms of the preservation vocabulary, or by such that are plainly ours."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.premis.terms import CODES, LOCAL, address, authority
from tests.tree import ROOT

# Functions that hand a term on, with the place of it among their arguments.
HANDED_ON = {"_tell": 1, "add": 0}


def terms(call: ast.Call) -> Iterator[object]:
    """The terms that a call records, as written in it."""
    keywords = {word.arg: word.value for word in call.keywords}
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    place = HANDED_ON.get(name)
    found = [keywords["event_type"]] if "event_type" in keywords else []
    if place is not None and "by" in keywords and len(call.args) > place:
        found.append(call.args[place])
    for value in found:
        branches = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
        yield from (each.value for each in branches if isinstance(each, ast.Constant))


def written() -> dict[object, Path]:
    """Every term in the code, and a file that records it."""
    files = [*ROOT.glob("archive/**/*.py"), *ROOT.glob("annotations/**/*.py")]
    texts = ((path.read_text("utf-8"), path) for path in files)
    calls = (
        (node, path)
        for text, path in texts
        if any(sign in text for sign in ("event_type", "_tell(", "chain.add("))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
    )
    return {term: path for call, path in calls for term in terms(call)}


def test_no_event_is_recorded_under_a_term_that_is_not_in_the_table() -> None:
    found = written()
    assert {"ingestion", "annotation change", "policy assignment"} <= {*found}
    assert {term: path for term, path in found.items() if term not in CODES | LOCAL} == {}


def test_no_term_of_ours_is_one_of_the_vocabulary() -> None:
    assert not {*CODES} & {*LOCAL}
    assert all(len(code) == 3 and code.isalpha() for code in CODES.values())
    assert len({*CODES.values()}) == len(CODES)


@pytest.mark.parametrize(
    ("label", "of", "iri"),
    [
        ("fixity check", "eventType", "http://id.loc.gov/vocabulary/preservation/eventType/fix"),
        ("rating", "variorum", "http://127.0.0.1:8000/about/#event-rating"),
        ("claim deletion", "variorum", "http://127.0.0.1:8000/about/#event-claim-deletion"),
        ("never heard of", "variorum", "http://127.0.0.1:8000/about/#event-never-heard-of"),
    ],
)
def test_only_a_real_term_has_an_address_of_the_vocabulary(label: str, of: str, iri: str) -> None:
    assert (authority(label), address(label)) == (of, iri)
