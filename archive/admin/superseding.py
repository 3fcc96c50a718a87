"""Judgements that are never edited: each new one supersedes the last, seen and knowingly."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from archive.admin.acting import ActingAdmin, ActingForm
from archive.admin.differences import differences


class SupersedingForm(ActingForm):
    """Carries the uid of the judgement that the person saw; another one is shown first."""

    subject: ClassVar[str]

    replacing = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["replacing"] = getattr(self.standing(self.initial), "uid", "")

    def standing(self, values: Mapping[str, Any]) -> Any:
        """The judgement that stands on the subject chosen in the form, if there is one."""
        chosen = str(getattr(values.get(self.subject), "pk", values.get(self.subject, "")))
        rows = type(self.instance).objects.current()
        return rows.filter(**{self.subject: chosen}).first() if chosen.isdecimal() else None

    def clean(self) -> dict[str, Any] | None:
        last = self.standing(self.cleaned_data)
        if last and last.uid != self.cleaned_data["replacing"]:
            self.differences = differences(self, last)
            self.retake("replacing", last.uid)
            raise ValidationError(
                "There is a judgement already that you have not seen in this form. Compare the "
                "two above, then save again: yours will supersede it, and it stays in the history."
            )
        return super().clean()


class StandingFilter(admin.SimpleListFilter):
    """Whether a judgement stands or a later one took its place."""

    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("current", "stands"), ("superseded", "superseded")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.filter(superseded_by__isnull=self.value() == "current")


class SupersedingAdmin(ActingAdmin):
    """`fields` are those of the form; `made` says who judged when, once it is there."""

    has_history = False
    made: list[str] = []

    @admin.display(boolean=True)
    def stands(self, judgement: Any) -> bool:
        return not hasattr(judgement, "superseded_by")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return [*(self.fields or ()), *[*self.made, "supersedes", "uid"] * bool(obj)]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
