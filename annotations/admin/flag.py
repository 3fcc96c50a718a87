from django.contrib import admin

from annotations.models import Flag
from archive.admin.frozen import ReadOnlyAdmin


@admin.register(Flag)
class FlagAdmin(ReadOnlyAdmin):
    list_display = ["case", "document", "category", "created_by", "created_at"]
    list_filter = ["category", "case__state"]
    list_select_related = ["case__document", "case__comment", "created_by"]
    search_fields = ["case__document__slug", "category", "reason", "created_by__username"]
    date_hierarchy = "created_at"

    @admin.display(ordering="case__document__slug")
    def document(self, flag: Flag) -> str:
        return flag.case.document.slug
