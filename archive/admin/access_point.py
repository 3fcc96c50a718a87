from django.contrib import admin

from archive.admin.frozen import ReadOnlyAdmin
from archive.models import AccessPoint


@admin.register(AccessPoint)
class AccessPointAdmin(ReadOnlyAdmin):
    """Written with the description of their document."""

    list_display = ["authority", "role", "document"]
    list_filter = ["role", "authority__kind"]
    list_select_related = ["authority", "document"]
    search_fields = ["authority__key", "authority__names__key", "document__slug"]
