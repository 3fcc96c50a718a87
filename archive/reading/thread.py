"""A comment section as decided, arranged as the page shows it. Pure."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from archive.reading.apparatus import Apparatus, NumberedNote

DEEPEST = 6


@dataclass(frozen=True)
class ShownComment:
    """A comment with its drawn words; `ground` is the title of the rule it was decided by."""

    part: dict[str, Any]
    html: SafeString
    ground: str
    notes: list[NumberedNote]

    @property
    def indent(self) -> int:
        return min(self.part["depth"], DEEPEST)


def thread(section: dict[str, Any], apparatus: Apparatus) -> list[ShownComment]:
    titles = {row["rule"]: row["title"] for row in section["grounds"]}
    return [
        ShownComment(
            part,
            apparatus.marks.html(part["runs"]),
            titles.get(part["rule"], ""),
            apparatus.below(part["runs"]),
        )
        for part in section["items"]
    ]
