from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from archive.actions.authorities import change_authority, create_authority
from archive.admin.acting import adopt
from archive.admin.differences import Difference
from archive.admin.history import SubjectMixin
from archive.admin.lines import LinesField
from archive.admin.merging import merging
from archive.admin.name import NameInline, NameRows, spelt, told
from archive.admin.tools import Tool
from archive.admin.versioned import VersionedAdmin, VersionedForm
from archive.models import Authority
from archive.searching import authorities

COLUMNS = ["name", "language", "kind", "dates", "description", "identifiers"]


class MergedFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("used", "in use"), ("merged", "merged into another")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.filter(merged_into__isnull=self.value() == "used")


class AuthorityForm(VersionedForm):
    identifiers = LinesField(
        required=False, help_text="Addresses of the same in Wikidata, VIAF, GND …, one a line."
    )


@admin.register(Authority)
class AuthorityAdmin(SubjectMixin, VersionedAdmin):
    """Persons, places, treaties: found by any name; written with all their names in one act."""

    form = AuthorityForm
    list_display = ["name", "kind", "dates", "holdings", "merged_into"]
    list_filter = ["kind", MergedFilter]
    list_select_related = ["merged_into"]
    ordering = ["key", "uid"]
    search_fields = ["key"]
    search_help_text = "Words of any of its names, however it is spelt, or an identifier."

    def get_queryset(self, request: HttpRequest) -> QuerySet[Authority]:
        return super().get_queryset(request).annotate(held=Count("documents", distinct=True))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Who only looks sees the names as a line."""
        return [*COLUMNS, *["other_names"] * (not self.may_write(request, obj))]

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        return [NameInline] * self.may_write(request, obj)

    def may_write(self, request: HttpRequest, obj: Any) -> bool:
        if obj:
            return self.has_change_permission(request, obj)
        return self.has_add_permission(request)

    @admin.display(description="other names")
    def other_names(self, authority: Authority) -> str:
        return "; ".join(spelt(authority))

    @admin.display(ordering="held", description="documents", empty_value="none")
    def holdings(self, authority: Any) -> int | None:
        return authority.held or None

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Authority], search_term: str
    ) -> tuple[QuerySet[Authority], bool]:
        """A form that proposes records proposes none that was merged."""
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            queryset = queryset.filter(merged_into=None)
        if not search_term.strip():
            return queryset, False
        return authorities.match(queryset, search_term), False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(merging)
        return [
            path("<slug:uid>/merge/", view, name="archive_authority_merge"),
            *super().get_urls(),
        ]

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        documents = reverse("admin:archive_document_changelist")
        found = [Tool("Documents", f"{documents}?under={obj.uid}")]
        if self.has_change_permission(request, obj):
            found.append(
                Tool(
                    "Merge into another…", reverse("admin:archive_authority_merge", args=[obj.uid])
                )
            )
        return found

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The page of a record that was merged leads to the one that took over."""
        merged = self.get_object(request, unquote(object_id))
        if merged and merged.merged_into and self.has_view_permission(request, merged):
            self.message_user(request, f"“{merged}” was merged into this record.")
            return redirect("admin:archive_authority_change", merged.merged_into.pk)
        return super().change_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Nothing yet: the record is written together with its names."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        rows: NameRows = formsets[0]
        rows.new_objects, rows.changed_objects, rows.deleted_objects = [], [], []
        values = {name: form.cleaned_data[name] for name in form.cleaned_data if name in COLUMNS}
        by: Any = request.user
        if not change:
            adopt(form.instance, create_authority(by=by, names=rows.names(), **values))
            return
        values = {name: values[name] for name in form.changed_data if name in values}
        if values or rows.is_changed():
            change_authority(
                authority=form.instance,
                expected=form.cleaned_data["version"],
                by=by,
                names=rows.names() if rows.is_changed() else None,
                **values,
            )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The loser of a race sees both lists of names too."""
        form = context["adminform"].form
        for inline in context["inline_admin_formsets"] if form.is_stale else ():
            held, typed = spelt(form.instance), map(told, inline.formset.names())
            form.differences += difference(sorted(held), sorted(typed))
        return super().render_change_form(request, context, *args, **kwargs)


def difference(held: list[str], typed: list[str]) -> list[Difference]:
    return [Difference("Names", "; ".join(held), "; ".join(typed))] * (held != typed)
