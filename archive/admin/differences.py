"""Two texts side by side: what stands in the archive, and what somebody typed meanwhile."""

from typing import Any, NamedTuple

from django.db.models import Model
from django.forms import Form, ModelForm


class Difference(NamedTuple):
    """A field that reads otherwise in the archive than in the form of who came second."""

    label: str
    theirs: str
    yours: str


def differences(form: Form | ModelForm, row: Model) -> list[Difference]:
    """Every field of the form that `row` answers otherwise than what was typed."""
    hidden = {field.name for field in form.hidden_fields()}
    names = [name for name in form.cleaned_data if name not in hidden]
    return list(filter(None, (difference(form, name, row) for name in names)))


def difference(form: Form | ModelForm, name: str, row: Model) -> Difference | None:
    field, yours = form.fields[name], form.cleaned_data[name]
    missing = object()
    theirs = getattr(row, name, form.initial.get(name, missing))
    if theirs is missing or (theirs or None) == (yours or None):
        return None
    return Difference(str(field.label or name), shown(field, theirs), shown(field, yours))


def shown(field: Any, value: Any) -> str:
    """A field's value as a person reads it."""
    if value in field.empty_values:
        return "not given"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    choices = {} if hasattr(field, "queryset") else dict(getattr(field, "choices", ()))
    return str(choices.get(value, value))
