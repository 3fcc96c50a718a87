"""The sample pages of a board and of a site of questions, against their tables."""

import pytest

from archive.ingest.html.parse import parse
from tests.archive.ingest.html.samples import SAMPLES, expected
from tests.archive.ingest.ranges import check

ROWS = {"XenForo": ("xenforo", 1), "StackExchange": ("stackexchange", 6)}


@pytest.mark.parametrize("system", [*ROWS])
def test_a_sample_has_the_comments_of_its_table(system: str) -> None:
    """The right number, the first and the last with name and date, the depths, the sections."""
    name, sections = ROWS[system]
    row = next(row for row in expected("comments") if row["comment_system"].startswith(system))
    found = parse((SAMPLES / row["file"]).read_bytes(), row["file"])
    check(found)
    assert found.metadata["comment_system"] == name
    assert len(found.comments) == int(row["comments_visible"])
    for which, comment in (("first", found.comments[0]), ("last", found.comments[-1])):
        assert found.words(comment.author_start, comment.author_end) == row[f"{which}_author"]
        posted = found.words(comment.posted_start, comment.posted_end)
        assert posted == row[f"{which}_date_text"]
        assert comment.posted_at is not None
    assert max(comment.depth for comment in found.comments) == int(row["max_depth"])
    assert sum(section.kind == "comments" for section in found.sections) == sections
