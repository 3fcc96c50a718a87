"""Documents that were taken out of the holdings are listed only where somebody asks for them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest


class HoldingsFilter(admin.SimpleListFilter):
    title = "holdings"
    parameter_name = "holdings"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("out", "taken out")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(deaccession__isnull=self.value() != "out")

    def choices(self, changelist: Any) -> Any:
        """The first choice, which stands for no value, is what is held."""
        held, *others = super().choices(changelist)
        return [{**held, "display": "held"}, *others]
