"""Two people, one row: what the other wrote, beside what this one was about to."""

from typing import Any, NamedTuple

from django import forms
from django.db import models
from django.utils.safestring import SafeString

from annotations.models import Annotation, Revision
from annotations.workbench.annotate.wording import compared
from archive.models import SectionKind


class Difference(NamedTuple):
    """A field as it stands now, and as this person would have it."""

    label: str
    theirs: str
    yours: str

    @property
    def theirs_shown(self) -> SafeString:
        return compared(self.theirs, self.yours)

    @property
    def yours_shown(self) -> SafeString:
        return compared(self.yours, self.theirs)


class Meeting(NamedTuple):
    """What both changed and not alike, and the labels of what each of them changed alone."""

    rows: list[Difference]
    theirs: list[str]
    yours: list[str]


class Side(NamedTuple):
    """A field, or the place of a mark: as it was seen, as it stands, as it was sent."""

    label: str
    names: list[str]
    seen: str | None
    theirs: str
    yours: str


def differences(form: forms.Form, current: models.Model) -> Meeting:
    """Where the row as it stands and the form part, in the form's order.

    The form is set to the version that stands, so that saving again is a decision, not an
    accident; and to what the other alone changed, so that saving again takes nothing of it back.
    """
    sent: Any = form.data
    form.data = data = sent.copy()
    met = Meeting([], [], [])
    for side in _sides(form, current):
        if side.theirs == side.yours:
            continue
        if side.seen == side.yours:
            met.theirs.append(side.label)
            for name in side.names:
                data[name] = form.fields[name].prepare_value(getattr(current, name))
        elif side.seen == side.theirs:
            met.yours.append(side.label)
        else:
            met.rows.append(Difference(side.label, side.theirs, side.yours))
    for name, value in {"version": "version", "replacing": "uid"}.items():
        if name in form.fields:
            data[name] = getattr(current, value)
    return met


def _sides(form: forms.Form, current: models.Model) -> list[Side]:
    seen = _seen(form, current)
    sides = [
        Side(
            str(bound.label),
            [bound.name],
            _said(bound, seen[bound.name]) if bound.name in seen else None,
            _said(bound, getattr(current, bound.name)),
            _said(bound, form.cleaned_data[bound.name]),
        )
        for bound in form.visible_fields()
        if hasattr(current, bound.name)
    ]
    if isinstance(current, Annotation) and "start" in form.fields:
        places = [seen, {"start": current.start, "end": current.end}, form.cleaned_data]
        words = [_words(current, each) if "start" in each else None for each in places]
        sides.insert(0, Side("Words", ["start", "end"], words[0], words[1] or "", words[2] or ""))
    return sides


def _seen(form: forms.Form, current: models.Model) -> dict[str, Any]:
    """The fields at the version that the form was made from, but for what points elsewhere."""
    kept = Revision.objects.filter(
        subject_kind=current._meta.model_name,
        subject_uid=getattr(current, "uid", ""),
        number=form.cleaned_data.get("version") or 0,
    ).first()
    fields = kept.fields if kept else {}
    plain = {each.name for each in current._meta.concrete_fields if not each.is_relation}
    return {name: value for name, value in fields.items() if name in plain}


def _words(mark: Annotation, place: dict[str, Any]) -> str:
    """Where a mark lies, told by the words unless they are readers' comments."""
    start, end = place["start"], place["end"]
    where = f"characters {start} to {end}"
    sections = mark.rendition.sections.filter(kind=SectionKind.COMMENTS)
    if sections.filter(start__lt=end, end__gt=start).exists():
        return where
    return f"{mark.rendition.text[start:end]} ({where})"


def _said(bound: forms.BoundField, value: Any) -> str:
    """A value as a person reads it: by its label where it is chosen from some."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    choices: Any = (
        getattr(bound.field, "choices", ()) if isinstance(bound.field, forms.ChoiceField) else ()
    )
    labels = dict(choices)
    return str(labels.get(value, "" if value is None else value))
