"""What the forms of evidence offer of the claim's other evidence."""

import re
from typing import Any

from django import forms
from django.db.models import QuerySet

from annotations.actions.sets import members
from annotations.models import Claim, Evidence, EvidenceState

# Stands for a set that there is not yet.
NEW = 0


class SetsField(forms.ChoiceField):
    """One choice among a claim's sets of evidence; cleaned to a list of their numbers."""

    def prepare_value(self, value: Any) -> Any:
        return ",".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> str:
        return ",".join(re.findall(r"\d+", str(value or "")))

    def clean(self, value: Any) -> Any:
        return [int(number) for number in super().clean(value).split(",") if number]


def others(claim: Claim | None, row: Evidence | None) -> QuerySet[Evidence]:
    """The claim's evidence in use, but for the row itself."""
    rows = Evidence.objects.filter(claim=claim, state=EvidenceState.ACTIVE)
    return rows.exclude(pk=row.pk) if row else rows


def set_choices(claim: Claim | None, row: Evidence | None) -> list[tuple[str, str]]:
    """By itself, in one of the sets that there are, in those that it is in, or in a new one."""
    found = members(claim) if claim else {}
    choices = [("", "by itself")]
    for number, rows in found.items():
        names = "; ".join(str(other)[:60] for other in rows if not row or other.pk != row.pk)
        choices.append((str(number), f"only together with set {number}: {names or 'nothing yet'}"))
    if row and len(row.sets) > 1:
        several = ",".join(map(str, row.sets))
        choices.append((several, f"only together with each of the sets {several}"))
    return [*choices, (str(NEW), "only together with others that are added to it later")]
