"""The three documents that the archive was started for. The third is compared by digest alone."""

import pytest

from archive.ingest import Parsed, Section
from tests.archive.ingest.ranges import check
from tests.archive.ingest.seeds import parsed_seed, seed

# Lines of the third document, from 0: each comment's handle, its body's first and last line, and
# the comment (from 0) that it answers.
COMMENTS = (
    (42, 44, 50, None),
    (55, 57, 57, None),
    (61, 63, 63, None),
    (67, 69, 69, 2),
    (71, 73, 73, 2),
    (75, 77, 77, 2),
    (79, 81, 85, 2),
    (88, 90, 90, None),
    (94, 96, 98, None),
    (103, 105, 105, 8),
    (107, 109, 109, None),
    (113, 115, 115, 10),
    (117, 119, 119, None),
    (123, 125, 125, None),
    (129, 131, 131, None),
    (135, 137, 139, None),
    (143, 145, 145, None),
)


def of_kind(found: Parsed, kind: str) -> list[Section]:
    return [section for section in found.sections if section.kind == kind]


def words(found: Parsed, section: Section) -> str:
    return found.text[section.start : section.end]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_text_is_what_was_received(number: int) -> None:
    found = parsed_seed(number)
    assert found.text.encode() == seed(number)
    check(found)


def test_the_encyclopaedia_article_has_title_infobox_headings_and_list() -> None:
    found = parsed_seed(0)
    assert (found.format, found.title) == ("wikitext", "Russia in the Opium Wars")
    assert words(found, of_kind(found, "title")[0]) == "= Russia in the Opium Wars ="
    keys = [found.words(i.heading_start, i.heading_end) for i in of_kind(found, "item")[:5]]
    assert keys == ["Conflict", "Partof", "Date", "Place", "Result"]
    headings = of_kind(found, "heading")
    assert [h.level for h in headings] == [2, 2, 2, 2]
    assert [found.words(h.heading_start, h.heading_end) for h in headings] == [
        "Background",
        "First Encounter",
        "Second Encounter (Third Opium War?)",
        "Consequences",
    ]


def test_the_list_of_five_ends_before_the_paragraph_below_it() -> None:
    found = parsed_seed(0)
    listed = of_kind(found, "list")
    assert len(listed) == 1
    items = [each for each in of_kind(found, "item") if each.start >= listed[0].start]
    assert [words(found, item)[:2] for item in items] == ["1.", "2.", "3.", "4.", "5."]
    below = found.sections[found.sections.index(items[-1]) + 1]
    assert below.kind == "paragraph"
    assert words(found, below).startswith("As a result, Russia")


def test_the_excerpts_keep_their_marks() -> None:
    found = parsed_seed(1)
    references = [mark.label for mark in found.marks if mark.kind == "reference"]
    assert references == ["2", "5", "2", "11"]
    assert sum(mark.kind == "citation_needed" for mark in found.marks) == 2
    for mark in found.marks:
        assert found.text[mark.start : mark.end] == f"[{mark.label}]"
    assert [section.kind for section in found.sections] == ["paragraph"] * 14


def test_the_opinion_article_has_author_byline_and_standfirst() -> None:
    found = parsed_seed(2)
    assert found.authors == ["Uriel Araujo"]
    kinds = [section.kind for section in found.sections]
    assert kinds[:6] == ["title", "title", "caption", "front", "byline", "paragraph"]
    assert words(found, of_kind(found, "byline")[0]).startswith("Written by Uriel Araujo, ")


def test_seventeen_of_the_stated_comments_are_there() -> None:
    found = parsed_seed(2)
    assert found.stated_comments == 23
    assert len(found.comments) == 17
    assert found.warnings == ["Comments: found 17 of 23 that the page states."]


def test_handles_bodies_and_threads_stand_where_the_original_has_them() -> None:
    found = parsed_seed(2)
    rows = seed(2).decode().split("\n")
    for (handle, first, last, parent), comment in zip(COMMENTS, found.comments, strict=True):
        assert found.words(comment.author_start, comment.author_end) == rows[handle]
        assert found.text[comment.start : comment.end] == "\n".join(rows[first : last + 1])
        assert (comment.parent, comment.parent_inferred) == (parent, parent is not None)
        assert comment.depth == (parent is not None)
    assert len({rows[handle] for handle, *_ in COMMENTS}) == 15


def test_residue_and_notes_of_editing_are_in_no_body() -> None:
    found = parsed_seed(2)
    for comment in found.comments:
        body = found.text[comment.start : comment.end].split("\n")
        assert not {"hash", "hashed", "failed"} & set(body)
        assert not any(line.startswith("Last edited") for line in body)


def test_the_controls_of_the_widget_are_residue() -> None:
    found = parsed_seed(2)
    residue = "\n".join(words(found, section) for section in of_kind(found, "residue")).split("\n")
    above = ["MORE ON THE TOPIC:", "Subscribe", "Notify of", "guest"]
    controls = ["23 Comments", "Oldest", "Newest Most Voted", "Inline Feedbacks"]
    assert residue[:9] == [*above, *controls, "View all comments"]
    assert {line.split(" ")[0] for line in residue[9:]} == {"hash", "hashed", "failed", "Last"}
    whole = of_kind(found, "comments")
    assert [found.words(each.heading_start, each.heading_end) for each in whole] == ["23 Comments"]
