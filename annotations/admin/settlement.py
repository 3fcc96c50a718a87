from django.contrib import admin

from annotations.models import Settlement
from archive.admin.frozen import ReadOnlyAdmin


@admin.register(Settlement)
class SettlementAdmin(ReadOnlyAdmin):
    """What people decided on the places of marks in later texts."""

    list_display = ["placing", "sequence", "outcome", "reason", "decided_by", "decided_at"]
    list_filter = ["outcome"]
    list_select_related = ["placing", "decided_by"]
    search_fields = ["placing__uid", "placing__annotation__uid", "reason", "decided_by__username"]
    date_hierarchy = "decided_at"
