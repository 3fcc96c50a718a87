from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.admin.frozen import ReadOnlyAdmin, without_texts
from archive.admin.operations import LoggedMixin
from archive.models import Rendition


@admin.register(Rendition)
class RenditionAdmin(LoggedMixin, ReadOnlyAdmin):
    list_display = [
        *["capture", "number", "format", "length", "stated_comments", "extractor"],
        *["made_by", "made_at"],
    ]
    list_filter = ["format", "extractor"]
    list_select_related = ["capture__document", "made_by"]
    search_fields = ["capture__document__slug", "capture__document__title", "text_sha256", "uid"]
    date_hierarchy = "made_at"
    exclude = ["text", "remarks"]
    readonly_fields = ["covered_text"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Rendition]:
        """Without the text, which only the page of one rendition shows."""
        return without_texts(super().get_queryset(request), "")

    @admin.display(description="text")
    def covered_text(self, rendition: Rendition) -> SafeString:
        """Covered, since a comment section may hold words that nobody wants to meet unasked."""
        return format_html(
            "<details><summary>Show the text as derived</summary><pre>{}</pre></details>",
            rendition.text,
        )
