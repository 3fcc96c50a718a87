from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.frozen import ReadOnlyAdmin, without_texts
from archive.models import Quotation


@admin.register(Quotation)
class QuotationAdmin(ReadOnlyAdmin):
    list_display = ["edition", "rendition", "start", "end"]
    list_filter = ["edition__kind"]
    list_select_related = ["edition", "rendition__capture__document"]
    search_fields = ["edition__slug", "rendition__uid", "rendition__capture__document__slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quotation]:
        return without_texts(super().get_queryset(request), "rendition")
