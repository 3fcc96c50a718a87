from django.contrib import admin

from annotations.models import Mention
from archive.admin.frozen import ReadOnlyAdmin


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    """Written with their claim."""

    list_display = ["authority", "role", "claim"]
    list_filter = ["role", "authority__kind"]
    list_select_related = ["authority", "claim"]
    search_fields = ["authority__key", "authority__names__key", "claim__slug", "claim__statement"]
