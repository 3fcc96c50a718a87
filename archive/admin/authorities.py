"""Authority records in the form of a document, and in the filter of the documents."""

from collections import defaultdict
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.db.models import Field, QuerySet
from django.http import HttpRequest

from archive.models import AccessPoint, AccessRole, Authority, Document


class Picker(AutocompleteSelectMultiple):
    """Without the button that empties it all: it would stand in a list and be no item of it."""

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false"}


class AuthoritiesField(forms.ModelMultipleChoiceField):
    """Any number of records, proposed as somebody types; as a list in the order of their names."""

    def __init__(self, field: "Field[Any, Any]", label: str) -> None:
        widget = Picker(field, admin.site)
        found = Authority.objects.filter(merged_into=None)
        super().__init__(found, required=False, label=label, widget=widget)

    def clean(self, value: Any) -> Any:
        return list(super().clean(value))


def by_role(document: Document) -> dict[str, list[Authority]]:
    """The records that a document is under, as the form's fields begin."""
    found = defaultdict(list)
    if document.pk:
        points = document.access_points.select_related("authority")
        for point in points.order_by("authority__key", "authority__uid"):
            found[point.role].append(point.authority)
    return {role: found[role] for role in AccessRole.values}


class UnderFilter(admin.SimpleListFilter):
    """The documents of one record; offered by the record's page, not in the list."""

    title = "authority record"
    parameter_name = "under"

    def has_output(self) -> bool:
        return bool(self.value())

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        found = Authority.objects.filter(uid=request.GET.get(self.parameter_name, ""))
        return [(row.uid, str(row)) for row in found]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Document]) -> QuerySet[Document]:
        if not self.value():
            return queryset
        points = AccessPoint.objects.filter(authority__uid=self.value())
        return queryset.filter(pk__in=points.values("document"))
