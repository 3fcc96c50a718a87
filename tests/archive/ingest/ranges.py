"""What must hold of every text: checked on samples and on invented ones alike."""

from itertools import pairwise

from archive.ingest import SECTION_KINDS, Parsed, Section
from archive.ingest.parsed import CONTAINERS, Comment


def check(found: Parsed) -> None:
    """Every range lies in the text, blocks do not overlap, the comment section is tiled."""
    length = len(found.text)
    for section in found.sections:
        assert section.kind in SECTION_KINDS
        assert 0 <= section.start < section.end <= length
        if section.heading_start is not None:
            assert section.heading_end is not None
            assert section.start <= section.heading_start < section.heading_end <= section.end
    for mark in found.marks:
        assert 0 <= mark.start < mark.end <= length
    check_order(found.sections)
    check_comments(found)


def check_order(sections: list[Section]) -> None:
    """Sections follow one another; only a container, which comes first, may hold others."""
    starts = [section.start for section in sections]
    assert starts == sorted(starts)
    held: Section | None = None
    after = 0
    for section in sections:
        if held and section.end <= held.end:
            assert section.kind in ("item", "residue")
        else:
            assert held is None or section.start >= held.end
            held = section if section.kind in CONTAINERS else None
        if section.kind not in CONTAINERS:
            assert section.start >= after
            after = section.end


def check_comments(found: Parsed) -> None:
    """Comments follow one another; the handle of each stands before its body, or after it."""
    taken = [span for each in found.comments for span in spans(each)]
    wholes = [section for section in found.sections if section.kind == "comments"]
    for at, comment in enumerate(found.comments):
        assert comment.start < comment.end
        assert comment.parent is None or comment.parent != at
        assert comment.depth == depth_above(found, at)
        assert comment.parent is not None or not comment.parent_inferred
    assert taken == sorted(taken)
    for (_, end), (start, _) in pairwise(taken):
        assert end <= start
    check_tiled(found, wholes, taken)


def spans(comment: Comment) -> list[tuple[int, int]]:
    """The ranges of the body and, if there is one, of the handle, as they follow one another."""
    found = [(comment.start, comment.end)]
    if comment.author_start is not None and comment.author_end is not None:
        found.append((comment.author_start, comment.author_end))
    return sorted(found)


def depth_above(found: Parsed, at: int) -> int:
    parent = found.comments[at].parent
    return 0 if parent is None else found.comments[parent].depth + 1


def check_tiled(found: Parsed, wholes: list[Section], taken: list[tuple[int, int]]) -> None:
    """Bodies, handles and residue cover all of the section that is not blank, each once."""
    assert bool(found.comments) <= bool(wholes)
    for start, end in taken:
        assert any(whole.start <= start and end <= whole.end for whole in wholes)
    for whole in wholes:
        residue = [
            (each.start, each.end)
            for each in found.sections
            if each.kind == "residue" and whole.start <= each.start and each.end <= whole.end
        ]
        inside = [each for each in taken if whole.start <= each[0] < whole.end]
        at = whole.start
        for start, end in sorted([*residue, *inside]):
            assert not found.text[at:start].strip()
            assert start >= at
            at = end
        assert not found.text[at : whole.end].strip()
