"""Admin pages that write through actions and say in the form what an action refuses."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse

from archive.admin.differences import Difference
from archive.admin.tools import ToolsMixin
from archive.errors import Refused
from archive.models import Conflict, User


class ActingForm(forms.ModelForm):
    """A form whose action may refuse; the admin sets `refusal` and asks the form again."""

    refusal = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differences: list[Difference] = []

    def retake(self, name: str, value: Any) -> None:
        """Let the form, when it is shown again, carry another hidden value than was sent."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data[self.add_prefix(name)] = str(value)  # type: ignore[index]

    def clean(self) -> dict[str, Any] | None:
        if self.refusal:
            raise ValidationError(self.refusal)
        return super().clean()


class ActingAdmin(ToolsMixin, admin.ModelAdmin):
    """Adds by `make` and changes by `alter`, which call actions. Nothing is deleted here."""

    form = ActingForm
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": AdminTextareaWidget({"rows": 4})},
    }
    view_on_site = False
    show_full_result_count = False
    list_per_page = 50

    def make(self, form: Any, by: User) -> models.Model:
        raise NotImplementedError

    def alter(self, form: Any, by: User, values: dict[str, Any]) -> None:
        raise NotImplementedError

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", "")  # type: ignore[attr-defined]
        return form

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address proposes, less rows that cannot be: those would break the widget."""
        given = super().get_changeform_initial_data(request)
        rows = set(self.autocomplete_fields)
        return {
            name: value
            for name, value in given.items()
            if name not in rows or str(value).isdecimal()
        }

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        by: Any = request.user
        if change:
            columns = {field.name for field in obj._meta.concrete_fields}
            changed = {name: form.cleaned_data[name] for name in form.changed_data}
            self.alter(form, by, {name: changed[name] for name in columns & changed.keys()})
        else:
            adopt(obj, self.make(form, by))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing: the action has written all of it."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """A refusal, or a colleague who was faster, brings the form back with what was typed."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (Refused, Conflict) as refusal:
            request.refusal = str(refusal)  # type: ignore[attr-defined]
        return super().changeform_view(request, object_id, form_url, extra_context)


def adopt(obj: models.Model, made: models.Model) -> None:
    """Let the form's object become the row that the action made."""
    obj.pk, obj._state.adding = made.pk, False
    obj.refresh_from_db()
