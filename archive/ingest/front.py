"""What stands before the body: title, caption, standfirst, byline, date."""

import re
from dataclasses import dataclass, field

from archive.ingest import residue
from archive.ingest.blocks import headline, section
from archive.ingest.dates import iso_date
from archive.ingest.lines import Line
from archive.ingest.parsed import Section

_NO_TITLE_ENDS = (".", ",", ";", ":", "…")
_CAPTION = re.compile(
    r"ill?ustrative (?:image|photo|picture)\b.*|(?:photo|image|picture|figure|fig\.|credit)\s?:.*",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?P<sure>written by|posted by|text by|words by|authors?:)|(?:story )?by)\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\||•|–|\band\b|\bon\b)\s*|\s+-\s+")
_PARTICLE = re.compile(r"v[ao]n|de[rnsl]?|d[iaou]s?|dell?a|l[ae]|ibn|bin|[ae]l|te[rn]|zu|[ye]")
_LONGEST_TITLE, _LONGEST_BYLINE, _LONGEST_STANDFIRST, _DEEPEST = 150, 250, 600, 12


@dataclass(slots=True)
class Front:
    """What was recognised before the body, and the index of the line that the body begins at."""

    sections: list[Section] = field(default_factory=list)
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    after: int = 0


def front(rows: list[Line]) -> Front:
    """The front matter of a text. A standfirst is one only where a byline follows it."""
    found = Front()
    if not rows:
        return found
    if _is_title(rows):
        found.title = rows[0].words
    byline = next((at for at in range(min(len(rows), _DEEPEST)) if authors(rows[at].words)), None)
    if byline and any(len(row.words) > _LONGEST_STANDFIRST for row in rows[:byline]):
        byline = None
    while found.after < len(rows) and _takes(found, rows, byline):
        found.after += 1
    return found


def authors(words: str) -> list[str]:
    """The names in a byline, or none where the line is not one."""
    hit = _BYLINE.fullmatch(words) if len(words) <= _LONGEST_BYLINE else None
    if not hit or (not hit["sure"] and words.endswith((".", "!", "?"))):
        return []
    names: list[str] = []
    for part in _BETWEEN.split(hit["rest"].rstrip(".")):
        if not _is_name(part, fewest=1 if hit["sure"] else 2):
            break
        names.append(part)
    return names


def is_caption(words: str) -> bool:
    """Whether the line stands under a picture that the text has lost."""
    return len(words) <= _LONGEST_BYLINE and bool(_CAPTION.fullmatch(words))


def _is_title(rows: list[Line]) -> bool:
    words = rows[0].words
    if len(words) > _LONGEST_TITLE or words.endswith(_NO_TITLE_ENDS) or len(rows) < 2:
        return False
    plain = words[0].isalnum() or words[0] in "\"“«‘'¿¡"
    below = rows[1].gap > 0 or bool(authors(rows[1].words))
    return plain and below and not authors(words)


def _takes(found: Front, rows: list[Line], byline: int | None) -> bool:
    """Takes the next line into the front matter, or says that the body begins."""
    at, row = found.after, rows[found.after]
    date = iso_date(row.words)
    if found.title is not None and row.words == found.title:
        found.sections.append(headline("title", row, 1, row.first, row.last))
    elif at == byline:
        found.authors = authors(row.words)
        found.sections.append(section("byline", row))
    elif is_caption(row.words):
        found.sections.append(section("caption", row))
    elif date and found.sections:
        found.published = found.published or date
        found.sections.append(section("front", row))
    elif byline is not None and at < byline:
        kind = "residue" if residue.residue(rows, at) else "front"
        found.sections.append(section(kind, row))
    else:
        return False
    return True


def _is_name(words: str, fewest: int) -> bool:
    parts = words.split()
    if not fewest <= len(parts) <= 5 or parts[0].lower() in {"the", "a", "an"}:
        return False
    return all(
        _PARTICLE.fullmatch(part) or (part[0].isalpha() and not part[0].islower()) for part in parts
    )
