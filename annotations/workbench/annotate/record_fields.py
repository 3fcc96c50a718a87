"""Fields in which authority records are chosen by any of their names."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from annotations.actions.mentions import KINDS
from archive.models import Authority
from archive.searching.authorities import known

# A name with the dates that tell it from others, as a record is shown: "Aigun (1858-05-28)".
_DATED = re.compile(r"(.+?) \(([^()]+)\)")


def records(names: Iterable[str], role: str) -> dict[str, list[Authority]]:
    """The records that can have the role and that each of the names may mean."""
    plain = {name: _DATED.fullmatch(name) for name in names}
    asked = {each for name, dated in plain.items() for each in (name, dated and dated[1]) if each}
    rows = known(asked)
    found = {}
    for name, dated in plain.items():
        here = rows.get(name, [])
        if not here and dated:
            here = [row for row in rows.get(dated[1], []) if row.dates == dated[2]]
        found[name] = [row for row in here if row.kind in KINDS[role]]
    return found


class RecordsField(forms.CharField):
    """Records in one role, their names divided by semicolons; gives a list of them."""

    def __init__(self, role: str, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.role = role
        self.widget.attrs |= {"autocomplete": "off", "data-names": role, "data-several": ""}

    def prepare_value(self, value: Any) -> Any:
        return "; ".join(map(str, value)) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), self.prepare_value(data)))

    def clean(self, value: Any) -> Any:
        names = [name.strip() for name in super().clean(value).split(";") if name.strip()]
        found = records(names, self.role)
        wrong = [_wrong(name, rows) for name, rows in found.items() if len(rows) != 1]
        if wrong:
            raise ValidationError(wrong)
        return list(dict.fromkeys(rows[0] for rows in found.values()))


class WordsOrRecordField(forms.CharField):
    """Free words; where they are a name of one record, the claim names that record too."""

    def __init__(self, role: str, **kwargs: Any) -> None:
        super().__init__(max_length=200, required=False, **kwargs)
        self.role = role
        self.widget.attrs |= {"autocomplete": "off", "data-names": role}

    def record(self, words: str) -> list[Authority]:
        found = records([words], self.role)[words] if words else []
        return found if len(found) == 1 else []


def _wrong(name: str, rows: list[Authority]) -> str:
    if not rows:
        return f"No authority record has the name “{name}”: make one first, or leave it out."
    told = "; ".join(map(str, rows))
    return f"“{name}” is a name of several records: write {told}, with its dates."
