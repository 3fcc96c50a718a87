"""Input made to hurt: read or refused by name, in time that grows no faster than the input."""

import os
import time
from pathlib import Path

import pytest

from archive.ingest import page
from archive.ingest.formats import parse
from archive.ingest.reading import read
from archive.ingest.unreadable import Unreadable

_WORDS = "<p>We walked along the river and saw a heron, which stood there without moving.</p>"
_SECONDS = 10.0  # many times what the slowest row takes

HOSTILE = {
    "attributes of one element": "<div " + " ".join(f"a{n}=1" for n in range(60_000)) + ">x",
    "attributes of the body": "<body " + " ".join(f"a{n}" for n in range(60_000)) + ">x",
    "dates in one line": "<time datetime=2020-01-01>January 1, 2020</time> " * 4000,
    "tags inside tags": "<div>" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_made_to_hurt_is_read_in_bounded_time(name: str) -> None:
    whole = f"<title>A walk</title>{_WORDS}{HOSTILE[name]}{_WORDS}".encode()
    begun = time.process_time()
    assert "We walked along the river" in parse(whole, name="a.html").text
    assert time.process_time() - begun < _SECONDS


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/null", ""])
def test_what_never_ends_is_refused_before_it_is_opened(tmp_path: Path, target: str) -> None:
    path = tmp_path / "a.txt"
    path.symlink_to(target) if target else os.mkfifo(path)
    (item,) = read(path)
    assert (item.parsed, item.reason) == (None, "It is neither a file nor a folder.")


def test_a_text_of_more_lines_than_any_book_is_refused() -> None:
    with pytest.raises(Unreadable, match="has 300001 lines; up to 300000"):
        parse(b"A walk.\n" * (page.MOST + 1), name="a.txt")
