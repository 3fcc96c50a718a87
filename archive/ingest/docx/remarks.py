"""Comments in the margin of a word-processor file, as remarks on the words they hang on."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from archive.ingest.docx.story import Stories, filled, told
from archive.ingest.docx.writing import Writer
from archive.ingest.parsed import Remark
from archive.ingest.plain_xml import Event


class Said(NamedTuple):
    """A comment before its words are found in the text."""

    id: str
    author: str
    posted_at: datetime | None
    text: str


def remarks(stories: Stories, written: Writer) -> tuple[list[Remark], list[str]]:
    """The comments that hang on words of the text, and a warning for those that do not."""
    found: list[Remark] = []
    lost = 0
    text = written.text
    for said in _comments(stories):
        place = _place(said.id, written, text)
        if place and said.text:
            found.append(Remark(*place, said.author, said.posted_at, said.text))
        else:
            lost += 1
    warning = f"Comments of the file without words, or on none of the text, left out: {lost}."
    return sorted(found, key=lambda remark: (remark.start, remark.end)), [warning] * bool(lost)


def _comments(stories: Stories) -> Iterator[Said]:
    package = stories.package
    moments = _moments(stories)
    for part in package.parts(package.main, "comments"):
        for identifier, events in told(package.read(part), "w:comment"):
            said = events[0].attributes
            words = "\n".join(block.words.strip() for block in filled(stories.read(events)))
            date = _moment(_sure(events, moments) or said.get("w:date", ""))
            yield Said(identifier, said.get("w:author", "").strip(), date, words.strip())


def _moments(stories: Stories) -> dict[str, str]:
    """The time in UTC by a comment's last paragraph; `w:date` is local time, whatever it says."""
    package = stories.package
    names: dict[str, str] = {}
    times: dict[str, str] = {}
    for part in package.parts(package.main, "commentsIds"):
        for event in package.read(part):
            said = event.attributes
            names[said.get("cid:paraId", "")] = said.get("cid:durableId", "")
    for part in package.parts(package.main, "commentsExtensible"):
        for event in package.read(part):
            said = event.attributes
            times[said.get("cex:durableId", "")] = said.get("cex:dateUtc", "")
    return {paragraph: times[name] for paragraph, name in names.items() if times.get(name)}


def _sure(events: list[Event], moments: dict[str, str]) -> str:
    names = [event.attributes.get("w14:paraId", "") for event in events if event.kind == "start"]
    return next((moments[name] for name in reversed(names) if name and name in moments), "")


def _moment(written: str) -> datetime | None:
    """The time, where one is written down that has a zone."""
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _place(identifier: str, written: Writer, text: str) -> tuple[int, int] | None:
    """The words that the comment is about; where it is about a point, the section around it."""
    where = written.anchored
    point = where.get(("point", identifier))
    start = where.get(("start", identifier), point)
    end = where.get(("end", identifier), point)
    if start is None and end is None:
        return None
    start, end = end if start is None else start, start if end is None else end
    assert start is not None
    assert end is not None
    words = text[start:end]
    if words.strip():
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return _around(start, written)


def _around(point: int, written: Writer) -> tuple[int, int] | None:
    """The last section that begins at or before a point, else the first."""
    before = [section for section in written.sections if section.start <= point]
    found = before[-1] if before else next(iter(written.sections), None)
    return (found.start, found.end) if found else None
