from django.contrib import admin

from archive.admin.frozen import ReadOnlyAdmin
from archive.models import Operation


@admin.register(Operation)
class OperationAdmin(ReadOnlyAdmin):
    list_display = ["kind", "subject", "by", "at"]
    list_filter = ["kind"]
    list_select_related = ["by"]
    search_fields = ["subject", "by__username"]
    date_hierarchy = "at"
