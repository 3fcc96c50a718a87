from django.contrib import admin

from archive.admin.frozen import ReadOnlyAdmin
from archive.models import Event


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = [
        *["event_type", "subject_kind", "subject_uid", "sequence"],
        *["at", "agent_name", "agent_kind", "outcome"],
    ]
    list_filter = ["subject_kind", "agent_kind", "outcome", "event_type"]
    search_fields = ["subject_uid", "event_type", "agent_name", "digest"]
    date_hierarchy = "at"
    ordering = ["-at", "-id"]
