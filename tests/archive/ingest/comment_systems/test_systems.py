"""Every comment system has a page written after its real markup, and a table of what is in it.

`expected.json`: `system`, `stated` (null where the page does not say), and `comments` in order,
each with `author` (null for none), `depth`, `parent` (an index from 0, or null), `parent_inferred`
(false unless said), `posted` as written (null for none) and how the words begin: `begins`. Where
they are given, `id`, `posted_at`, `ends` and `quotes` (how each quotation begins) are compared too.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from archive.ingest import Parsed
from archive.ingest.html.parse import parse
from archive.ingest.parsed import Comment
from tests.archive.ingest.ranges import check

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.json"))


def read(folder: Path) -> tuple[Parsed, dict[str, Any]]:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return parse((folder / "page.html").read_bytes(), "page.html"), expected


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_system_gives_the_comments_of_its_page(folder: Path) -> None:
    found, expected = read(folder)
    check(found)
    assert found.metadata.get("comment_system") == expected["system"]
    assert found.stated_comments == expected["stated"]
    seen = [
        told(found, comment, row)
        for comment, row in zip(found.comments, expected["comments"], strict=False)
    ]
    assert seen == [{"parent_inferred": False} | row for row in expected["comments"]]
    assert len(found.comments) == len(expected["comments"])


def told(found: Parsed, comment: Comment, row: dict[str, Any]) -> dict[str, Any]:
    """What was found of a comment, as far as the row asks for it."""
    words = found.text[comment.start : comment.end]
    seen = {
        "author": found.words(comment.author_start, comment.author_end),
        "depth": comment.depth,
        "parent": comment.parent,
        "parent_inferred": comment.parent_inferred,
        "posted": found.words(comment.posted_start, comment.posted_end),
        "begins": words[: len(row["begins"])],
        "ends": words[-len(row.get("ends", "")) :],
        "id": comment.external_id,
        "posted_at": comment.posted_at and comment.posted_at.isoformat(),
        "quotes": quotes(found, comment, row.get("quotes", [])),
    }
    return {name: seen[name] for name in {**row, "parent_inferred": False}}


def quotes(found: Parsed, comment: Comment, begin: list[str]) -> list[str]:
    """How each quotation begins, for as long as it is expected to; of one too many, all of it."""
    lengths = [len(words) for words in begin] + [999] * len(comment.quotes)
    pairs = zip(comment.quotes, lengths, strict=False)
    return [found.text[start:end][:length] for (start, end), length in pairs]
