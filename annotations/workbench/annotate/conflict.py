"""Two people, one row: what the other wrote, beside what this one was about to."""

from typing import Any, NamedTuple

from django import forms
from django.db import models


class Difference(NamedTuple):
    """A field as it stands now, and as this person would have it."""

    label: str
    theirs: str
    yours: str


def differences(form: forms.Form, current: models.Model) -> list[Difference]:
    """Where the row as it stands differs from the form, in the form's order.

    The form is set to the version that stands, so that saving again is a decision, not an accident.
    """
    rows = [
        Difference(str(bound.label), theirs, yours)
        for bound in form.visible_fields()
        if hasattr(current, bound.name)
        and (theirs := _said(bound, getattr(current, bound.name)))
        != (yours := _said(bound, form.cleaned_data[bound.name]))
    ]
    sent: Any = form.data
    data = sent.copy()
    for name, value in {"version": "version", "replacing": "uid"}.items():
        if name in form.fields:
            data[name] = getattr(current, value)
    form.data = data
    return rows


def _said(bound: forms.BoundField, value: Any) -> str:
    """A value as a person reads it: by its label where it is chosen from some."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    choices: Any = (
        getattr(bound.field, "choices", ()) if isinstance(bound.field, forms.ChoiceField) else ()
    )
    labels = dict(choices)
    return str(labels.get(value, "" if value is None else value))
