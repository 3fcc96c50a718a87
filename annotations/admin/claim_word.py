from django.contrib import admin

from annotations.models import ClaimWord
from archive.admin.frozen import ReadOnlyAdmin


@admin.register(ClaimWord)
class ClaimWordAdmin(ReadOnlyAdmin):
    """Derived from the claims: how they are found while somebody types."""

    list_display = ["word", "claim"]
    list_filter = ["claim__kind"]
    list_select_related = ["claim"]
    search_fields = ["^word", "claim__slug"]
    show_full_result_count = False
