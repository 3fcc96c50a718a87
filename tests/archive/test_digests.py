"""Digests and canonical forms: the same value gives the same bytes, any other value others."""

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.digests import canonical, sha256, structure

SECTION = (1, "paragraph", None, 0, 9, None, None)
COMMENT = (1, 12, 20, 10, 11, 0, None, False, None, None, None, "")
texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
)


@pytest.mark.parametrize(
    ("data", "digest"),
    [
        (b"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ],
)
def test_a_digest_is_sha_256_in_hex(data: bytes | str, digest: str) -> None:
    assert sha256(data) == digest


@given(texts)
def test_the_digest_of_a_text_is_that_of_its_utf_8(text: str) -> None:
    assert sha256(text) == hashlib.sha256(text.encode("utf-8")).hexdigest()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [True, None, "x"]}, '{"a":[true,null,"x"],"b":1}'),
        ({"é": "🜍 \n"}, '{"é":"🜍 \\n"}'),
        ([], "[]"),
        ({"b": {"d": 1, "c": 2}}, '{"b":{"c":2,"d":1}}'),
        ((1, 2), "[1,2]"),
    ],
)
def test_the_canonical_form_is_sorted_and_without_idle_blanks(value: Any, text: str) -> None:
    assert canonical(value) == text


@settings(max_examples=40, deadline=None)
@given(values)
def test_what_is_read_back_is_what_was_written_and_writes_the_same(value: Any) -> None:
    text = canonical(value)
    assert json.loads(text) == value
    assert canonical(json.loads(text)) == text


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(texts, values))
def test_the_order_of_keys_does_not_matter(value: dict[str, Any]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


@pytest.mark.parametrize("place", range(len(SECTION)))
def test_any_change_of_a_section_changes_the_digest_of_the_structure(place: int) -> None:
    changed = (*SECTION[:place], "changed", *SECTION[place + 1 :])
    assert structure([changed], [COMMENT]) != structure([SECTION], [COMMENT])


@pytest.mark.parametrize("place", range(len(COMMENT)))
def test_any_change_of_a_comment_changes_the_digest_of_the_structure(place: int) -> None:
    changed = (*COMMENT[:place], "changed", *COMMENT[place + 1 :])
    assert structure([SECTION], [changed]) != structure([SECTION], [COMMENT])


def test_rows_that_are_missing_added_or_swapped_change_the_digest_of_the_structure() -> None:
    other = (2, *COMMENT[1:])
    found = {
        structure([SECTION], rows)
        for rows in ([], [COMMENT], [other], [COMMENT, other], [other, COMMENT])
    }
    assert len(found) == 5
    assert structure([], [SECTION]) != structure([SECTION], [])
