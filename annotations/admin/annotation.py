from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from annotations.actions.annotate import delete_annotation, edit_annotation, restore_annotation
from annotations.admin.entries import annotating
from annotations.admin.reasoned import ReasonedAdmin, confirm
from annotations.models import Annotation
from archive.admin.frozen import without_texts
from archive.admin.tools import Tool
from archive.models import User

AROUND = 120


@admin.register(Annotation)
class AnnotationAdmin(ReasonedAdmin):
    """Notes are edited here; their places are made on the annotating page."""

    list_display = ["uid", "kind", "rendition", "start", "end", "claim", "stance", "state"]
    list_filter = ["kind", "state", "stance"]
    list_select_related = ["rendition__capture__document", "claim"]
    search_fields = [
        *["uid", "body", "label", "external_id", "claim__slug", "claim__statement"],
        *["rendition__capture__document__slug", "created_by__username"],
    ]
    date_hierarchy = "created_at"
    autocomplete_fields = ["claim"]
    readonly_fields = [
        *["uid", "rendition", "start", "end", "words", "state", "created_by", "created_at"],
    ]
    fieldsets = [
        (None, {"fields": ["words", "kind", "body", "claim", "stance", "label", "external_id"]}),
        (
            "Where it stands",
            {"fields": ["rendition", "start", "end", "state", "uid", "created_by", "created_at"]},
        ),
    ]
    actions = ["delete", "restore"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """An annotation is made where its words are read."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Annotation]:
        return without_texts(super().get_queryset(request), "rendition")

    @admin.display(description="its words")
    def words(self, annotation: Annotation) -> SafeString:
        text = annotation.rendition.text
        before, after = max(0, annotation.start - AROUND), annotation.end + AROUND
        return format_html(
            "… {}<mark>{}</mark>{} …",
            text[before : annotation.start],
            text[annotation.start : annotation.end],
            text[annotation.end : after],
        )

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        slug = obj.rendition.capture.document.slug
        page = Tool("On the annotating page", f"{annotating(slug)}#n-{obj.uid}")
        return [page, *super().tools(request, obj)]

    def alter(self, form: Any, by: User, values: dict[str, Any]) -> None:
        typed = form.cleaned_data
        edit_annotation(
            annotation=form.instance,
            expected=typed["version"],
            by=by,
            reason=typed["reason"],
            **values,
        )

    @admin.action(description="Delete… (can be undone)", permissions=["change"])
    def delete(self, request: HttpRequest, rows: QuerySet[Annotation]) -> Any:
        return confirm(self, request, rows, name="delete", verb="Delete", act=remove)

    @admin.action(description="Bring back…", permissions=["change"])
    def restore(self, request: HttpRequest, rows: QuerySet[Annotation]) -> Any:
        return confirm(self, request, rows, name="restore", verb="Bring back", act=bring_back)


def remove(row: Annotation, expected: int, by: User, reason: str) -> None:
    delete_annotation(annotation=row, expected=expected, by=by, reason=reason)


def bring_back(row: Annotation, expected: int, by: User, reason: str) -> None:
    restore_annotation(annotation=row, expected=expected, by=by, reason=reason)
