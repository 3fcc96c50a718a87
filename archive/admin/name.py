"""The other names of an authority record: a list of their own, and rows in the record's form."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from archive.actions.authorities import Naming
from archive.admin.frozen import ReadOnlyAdmin
from archive.models import Authority, Name
from archive.naming import key

COLUMNS = ("text", "language", "kind")
SPARE = 3


class NameForm(forms.ModelForm):
    """A row of the list; the action checks it against the others."""

    text = forms.CharField(max_length=200, required=False, label="Name")

    def _get_validation_exclusions(self) -> set[str]:
        """All of it: to Django every row is a new one, and its twin in the database in the way."""
        return {field.name for field in Name._meta.concrete_fields}


class NameRows(BaseInlineFormSet):
    """Rows by what they say, not by primary key, so that nothing a colleague did meanwhile
    makes them invalid. A name that is emptied is dropped."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        held = kwargs["instance"].names.values(*COLUMNS) if kwargs["instance"].pk else ()
        kwargs["initial"] = self.held = list(held)
        kwargs["queryset"] = Name.objects.none()
        super().__init__(*args, **kwargs)
        self.extra = len(self.held) + SPARE

    def initial_form_count(self) -> int:
        return 0

    def validate_unique(self) -> None:
        """Nothing: of the same name twice one is kept."""

    def names(self) -> list[Naming]:
        """All names as they were typed."""
        rows = [form.cleaned_data or form.initial for form in self.forms]
        return [named(row) for row in rows if (row.get("text") or "").strip()]

    def is_changed(self) -> bool:
        return {*self.names()} != {named(row) for row in self.held}


def named(row: Mapping[str, Any]) -> Naming:
    return Naming(row["text"].strip(), *(row[column] for column in COLUMNS[1:]))


class NameInline(admin.StackedInline):
    """Names side by side, each field with a label; three rows are spare."""

    template = "admin/names.html"
    model = Name
    form = NameForm
    formset = NameRows
    fields = COLUMNS
    verbose_name_plural = "other names (one that is emptied is dropped)"
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may write the record may write its names."""
        return True


@admin.register(Name)
class NameAdmin(ReadOnlyAdmin):
    list_display = ["text", "language", "kind", "authority"]
    list_filter = ["kind", "authority__kind", "language"]
    list_select_related = ["authority"]
    search_fields = ["key", "text", "authority__key"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Name], search_term: str
    ) -> tuple[QuerySet[Name], bool]:
        return super().get_search_results(request, queryset, key(search_term))


def spelt(authority: Authority) -> list[str]:
    return [told(Naming(*row)) for row in authority.names.values_list(*COLUMNS)]


def told(name: Naming) -> str:
    return f"{name.text} ({name.language})" if name.language else name.text
