from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.frozen import ReadOnlyAdmin, without_texts
from archive.models import Section


@admin.register(Section)
class SectionAdmin(ReadOnlyAdmin):
    list_display = ["rendition", "position", "kind", "level", "start", "end"]
    list_filter = ["kind"]
    list_select_related = ["rendition__capture__document"]
    search_fields = ["rendition__capture__document__slug", "rendition__uid"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Section]:
        return without_texts(super().get_queryset(request), "rendition")
