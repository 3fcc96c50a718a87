from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse

from archive.actions.sources import change_source, create_source
from archive.admin.history import SubjectMixin
from archive.admin.tools import Tool
from archive.admin.versioned import VersionedAdmin
from archive.models import Rating, Source, User


@admin.register(Source)
class SourceAdmin(SubjectMixin, VersionedAdmin):
    list_display = ["name", "slug", "kind", "part_of", "reliability"]
    list_filter = ["kind"]
    list_select_related = ["part_of"]
    search_fields = ["name", "slug", "url"]
    autocomplete_fields = ["part_of"]
    fields = ["name", "slug", "kind", "url", "description", "part_of"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        current = Rating.objects.current().filter(source=OuterRef("pk")).values("value")[:1]
        return super().get_queryset(request).annotate(rating=Subquery(current))

    @admin.display(ordering="rating", empty_value="not judged")
    def reliability(self, source: Any) -> str | None:
        value: str | None = source.rating
        return value

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        ratings = reverse("admin:archive_rating_changelist")
        found = [Tool("Ratings", f"{ratings}?q={obj.slug}")]
        if request.user.has_perm("archive.add_rating"):
            add = reverse("admin:archive_rating_add")
            found.append(Tool("Rate", f"{add}?source={obj.pk}"))
        return found

    def make(self, form: Any, by: User) -> Source:
        return create_source(by=by, **form.cleaned_data)

    def alter(self, form: Any, by: User, values: dict[str, Any]) -> None:
        expected = form.cleaned_data["version"]
        change_source(source=form.instance, expected=expected, by=by, **values)
