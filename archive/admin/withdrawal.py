from django.contrib import admin

from archive.admin.frozen import ReadOnlyAdmin
from archive.models import Withdrawal


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnlyAdmin):
    list_display = ["edition", "at", "by", "reason", "show_title", "replaced_by"]
    list_filter = ["edition__kind", "show_title"]
    list_select_related = ["edition", "by", "replaced_by"]
    search_fields = ["edition__slug", "reason"]
    date_hierarchy = "at"
