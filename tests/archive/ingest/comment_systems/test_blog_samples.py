"""The sample pages of blogs and magazines, against their table."""

import pytest

from archive.ingest import Parsed
from archive.ingest.html.parse import parse
from tests.archive.ingest.html.samples import SAMPLES, expected
from tests.archive.ingest.ranges import check

FILES = (
    "pages-comments/wp_lemire.html",
    "pages-comments/wp_gormulus.html",
    "pages-comments/wp_hacks-mozilla.html",
    "pages-comments/wpdiscuz_spontis.html",
    "pages-comments/blogger_luxuryhaven.html",
    "pages-comments/drupal7_hpd.html",
    "pages-comments/custom_oekonomenstimme.html",
)
WITHOUT = (
    "pages-comments/zero_s9y_telemedicus.html",
    "pages-articles/correctiv.html",
    "pages-articles/dw.html",
    "pages-articles/hakibenita.html",
)


def read(name: str) -> Parsed:
    found = parse((SAMPLES / name).read_bytes(), name)
    check(found)
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_sample_has_the_comments_of_its_table(name: str) -> None:
    """The right number, the first and the last with name and date, and the depths."""
    row = next(row for row in expected("comments") if row["file"] == name)
    found = read(name)
    assert len(found.comments) == int(row["comments_visible"])
    for which, comment in (("first", found.comments[0]), ("last", found.comments[-1])):
        assert found.words(comment.author_start, comment.author_end) == row[f"{which}_author"]
        posted = found.words(comment.posted_start, comment.posted_end)
        assert posted == row[f"{which}_date_text"]
    depths = [comment.depth for comment in found.comments]
    assert (max(depths), depths.count(0)) == (int(row["max_depth"]), int(row["top_level"]))
    if row["stated_count"]:
        assert found.stated_comments == int(row["stated_count"])


@pytest.mark.parametrize("name", WITHOUT)
def test_a_page_that_holds_no_comments_gives_none(name: str) -> None:
    expected("comments")
    assert read(name).comments == []
