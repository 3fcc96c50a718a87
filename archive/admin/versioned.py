"""Editing rows that have a version: whoever saves second sees both texts and loses neither."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from archive.admin.acting import ActingAdmin, ActingForm
from archive.admin.differences import differences


class VersionedForm(ActingForm):
    """Carries the version that the person saw.

    On a mismatch it lists the differences, keeps what was typed, and takes up the newer version,
    so that saving once more is a decision made with both texts in view.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    is_stale = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["version"] = self.instance.version
        else:
            del self.fields["version"]

    def clean(self) -> dict[str, Any] | None:
        if self.instance.pk and self.cleaned_data.get("version") != self.instance.version:
            self.is_stale = True
            self.differences = differences(self, self.instance)
            self.retake("version", self.instance.version)
            raise ValidationError(
                "Somebody else saved a newer version while you were writing, and nothing of "
                "yours has been saved yet. Compare the two texts above, then save again."
            )
        return super().clean()


class VersionedAdmin(ActingAdmin):
    """For rows that people edit; subclasses say which action writes."""

    form = VersionedForm

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        if not change or set(form.changed_data) - {"version", "reason"}:
            super().save_model(request, obj, form, change)
