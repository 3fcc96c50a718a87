"""Filling in a form of the admin as a browser would."""

from typing import Any

from django.forms import BaseForm


def filled(response: Any, **typed: Any) -> dict[str, Any]:
    """What the form of a page would send if only `typed` were changed in it."""
    form: BaseForm = response.context["adminform"].form
    shown = {name: form[name].value() for name in form.fields}
    shown = {
        name: form.fields[name].prepare_value(value)
        for name, value in shown.items()
        if value is not None and value is not False
    }
    return shown | typed


def errors(response: Any) -> list[str]:
    """The sentences at the head of a form that came back."""
    found: list[str] = response.context["adminform"].form.non_field_errors()
    return found
