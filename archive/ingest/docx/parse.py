"""A word-processor file: body, then its notes, then its headers and footers as residue."""

from archive.ingest.docx.block import Call
from archive.ingest.docx.package import Package
from archive.ingest.docx.properties import properties
from archive.ingest.docx.remarks import remarks
from archive.ingest.docx.story import Stories
from archive.ingest.docx.writing import Range, Writer
from archive.ingest.encoding import replace_unstorable, replaced
from archive.ingest.marks import marks as typed_marks
from archive.ingest.parsed import Mark, Parsed

NAME, VERSION = "variorum.docx", "1"


def parse(data: bytes, name: str = "") -> Parsed:
    """The text with its structure. Raises Unreadable, saying which part is at fault and why."""
    stories = Stories(Package(data))
    written = Writer()
    written.put(stories.body())
    end = len(written.text)
    called = [*stories.called()]
    notes = dict(
        zip((key for key, _ in called), written.put(block for _, block in called), strict=True)
    )
    written.put(stories.margins())
    found, lost = remarks(stories, written)
    said = properties(stories.package)
    text, count = replace_unstorable(written.text)
    return Parsed(
        text=text,
        format="docx",
        extractor=NAME,
        extractor_version=VERSION,
        encoding="",
        sections=written.sections,
        marks=_marks(text[:end], written, notes),
        remarks=found,
        title=_title(written) or said.get("title"),
        authors=[said["creator"]] if "creator" in said else [],
        language=said.get("language") or _language(stories),
        warnings=[*_warnings(stories), *lost, *replaced(count), *_blank(text)],
        metadata={"properties": said} if said else {},
    )


def _marks(text: str, written: Writer, notes: dict[tuple[str, str], Range]) -> list[Mark]:
    """A mark for each call of a note, tied to its words; and those that were typed in the body."""
    calls = {
        (call.start, call.end): Mark(
            "reference", call.start, call.end, call.label, _note(call, notes)
        )
        for call in written.calls
    }
    typed = [mark for mark in typed_marks(text) if (mark.start, mark.end) not in calls]
    return sorted([*calls.values(), *typed], key=lambda mark: mark.start)


def _note(call: Call, notes: dict[tuple[str, str], Range]) -> tuple[int, int] | None:
    """The words of the note, behind the mark that it begins with."""
    start, end = notes.get((call.story, call.id), (0, 0))
    start += len(f"[{call.label}] ")
    return (start, end) if start < end else None


def _title(written: Writer) -> str | None:
    first = next((each for each in written.sections if each.kind == "title"), None)
    return " ".join(written.text[first.start : first.end].split()) if first else None


def _language(stories: Stories) -> str | None:
    """The language that most of the words are in, as the file says of them."""
    known = {name: count for name, count in stories.languages.items() if name not in ("", "x-none")}
    return max(known, key=lambda name: known[name]) if known else None


def _warnings(stories: Stories) -> list[str]:
    counts = stories.counts
    revised = (
        f"Tracked changes: {counts['inserted']} insertions are in the text, "
        f"{counts['deleted']} deletions are left out."
    )
    hidden = f"Hidden characters, left out: {counts['hidden']}."
    numbered = f"Numbers and bullets set by the program, not in the text: {counts['numbered']}."
    pictures = f"Pictures, not in the text: {counts['pictures']}."
    return [
        *[revised] * bool(counts["inserted"] or counts["deleted"]),
        *[hidden] * bool(counts["hidden"]),
        *[numbered] * bool(counts["numbered"]),
        *[pictures] * bool(counts["pictures"]),
    ]


def _blank(text: str) -> list[str]:
    return [] if text.strip() else ["The text is blank."]
