"""A row with all its versions, two of them in hand to be compared."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from annotations.models import Assessment
from annotations.workbench.history.versions import Version, judgements, versions
from annotations.workbench.history.wording import Difference, differences, labels, range_of
from annotations.workbench.review.sides import Place


@dataclass
class Chronicle:
    """`kind` says what is told of the row; `asked` are the numbers that the address names."""

    kind: str
    row: Any
    asked: Any

    @cached_property
    def versions(self) -> list[Version]:
        return judgements(self.row) if self.kind == "assessment" else versions(self.row)

    @property
    def told(self) -> list[tuple[Version, list[str]]]:
        """Each version with what it changed, in words."""
        return [(each, labels(self.model, each.changed)) for each in self.versions]

    @property
    def model(self) -> Any:
        return Assessment if self.kind == "assessment" else type(self.row)

    @property
    def newest(self) -> int:
        return self.versions[0].number if self.versions else 0

    @cached_property
    def left(self) -> Version | None:
        return self.chosen("left", 1)

    @cached_property
    def right(self) -> Version | None:
        return self.chosen("right", 0)

    def chosen(self, name: str, default: int) -> Version | None:
        """The version that the address names, or one counted from the newest."""
        by_number = {str(each.number): each for each in self.versions}
        last = self.versions[default] if len(self.versions) > default else None
        return by_number.get(self.asked.get(name, ""), last)

    @cached_property
    def differences(self) -> list[Difference]:
        if not self.left or not self.right:
            return []
        return differences(self.model, self.left.fields, self.right.fields)

    @property
    def texts(self) -> set[str]:
        """The texts whose words the page shows."""
        pair = [each.fields for each in (self.left, self.right) if each]
        found = {fields["rendition"] for fields in pair if "rendition" in fields}
        return found | ({self.row.rendition.uid} if self.kind == "annotation" else set())

    @cached_property
    def place(self) -> Place | None:
        """The words that a mark lies on."""
        if self.kind != "annotation":
            return None
        return range_of(self.row.rendition, self.row.start, self.row.end)

    @property
    def is_deleted(self) -> bool:
        return self.kind != "assessment" and bool(self.row.state == "deleted")
