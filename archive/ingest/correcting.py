"""Another reading of the same text, as a person corrects it: what is what, and what is residue."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from archive.ingest.lines import lines
from archive.ingest.parsed import Comment, Parsed, Section

# What a passage may be said to be. A list or an infobox is kept as it is, or becomes one of these.
CHOICES = ("title", "byline", "front", "heading", "paragraph", "quotation", "table", "caption",
           "residue")  # fmt: skip
HEADINGS = ("title", "heading")
_LEVEL = 2


def passages(parsed: Parsed) -> list[Section]:
    """What can be corrected, in order: all outside the comments, residue by the paragraph."""
    found: list[Section] = []
    reached = 0
    for section in parsed.sections:
        if section.start < reached:
            continue
        reached = section.end
        if section.kind == "residue":
            found += paragraphs(parsed.text, section)
        elif section.kind != "comments":
            found.append(section)
    return found


def paragraphs(text: str, section: Section) -> Iterator[Section]:
    """A run of residue, parted at blank lines."""
    start: int | None = None
    end = 0
    for line in lines(text[section.start : section.end]):
        if line.gap and start is not None:
            yield Section("residue", start, end)
            start = None
        start = section.start + line.first if start is None else start
        end = section.start + line.last
    if start is not None:
        yield Section("residue", start, end)


def corrected(
    parsed: Parsed, kinds: Mapping[int, str], dropped: Container[int] = frozenset()
) -> Parsed:
    """The text read anew: `kinds` by index of `passages`, `dropped` by index of comments."""
    rows = [
        turned(section, kinds.get(at, section.kind)) for at, section in enumerate(passages(parsed))
    ]
    inside = [*inner(parsed, rows), *left_over(parsed, dropped)]
    sections = sorted([*merged(rows), *inside], key=lambda row: (row.start, -row.end))
    return replace(parsed, sections=sections, comments=kept(parsed.comments, dropped))


def turned(section: Section, kind: str) -> Section:
    """The passage as something else; of a heading, all of it is the heading's words."""
    if kind == section.kind:
        return section
    if kind not in HEADINGS:
        return Section(kind, section.start, section.end)
    level = 1 if kind == "title" else _LEVEL
    return Section(kind, section.start, section.end, level, section.start, section.end)


def merged(rows: Iterable[Section]) -> Iterator[Section]:
    """Residue that follows upon residue becomes one run."""
    run: Section | None = None
    for row in rows:
        if run and row.kind == "residue":
            run = run._replace(end=row.end)
            continue
        if run:
            yield run
        run = row if row.kind == "residue" else None
        if run is None:
            yield row
    if run:
        yield run


def inner(parsed: Parsed, rows: list[Section]) -> Iterator[Section]:
    """The items of lists and infoboxes that stay such, and the comment sections with theirs."""
    outer = [row for row in rows if row.kind in ("list", "infobox")]
    comments = [row for row in parsed.sections if row.kind == "comments"]
    yield from comments
    for section in parsed.sections:
        holders = outer if section.kind == "item" else comments
        if section.kind in ("item", "residue") and any(
            row.start <= section.start and section.end <= row.end for row in holders
        ):
            yield section


def left_over(parsed: Parsed, dropped: Container[int]) -> Iterator[Section]:
    """The words of what is no comment after all."""
    for at, comment in enumerate(parsed.comments):
        if at in dropped:
            yield Section("residue", comment.start, comment.end)
            if comment.author_start is not None and comment.author_end is not None:
                yield Section("residue", comment.author_start, comment.author_end)


def kept(comments: list[Comment], dropped: Container[int]) -> list[Comment]:
    """The others; a reply to what is dropped hangs on what that hung on, and is inferred."""
    place: dict[int, int] = {}
    found: list[Comment] = []
    for at, comment in enumerate(comments):
        if at in dropped:
            continue
        parent, inferred = comment.parent, comment.parent_inferred
        while parent is not None and parent in dropped:
            parent, inferred = comments[parent].parent, True
        above = None if parent is None else place.get(parent)
        place[at] = len(found)
        depth = 0 if above is None else found[above].depth + 1
        found.append(
            comment._replace(
                parent=above,
                parent_inferred=inferred and above is not None,
                depth=depth,
            )
        )
    return found
