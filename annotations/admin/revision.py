from django.contrib import admin

from annotations.models import Revision
from archive.admin.frozen import ReadOnlyAdmin


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    """How things read before somebody changed them."""

    list_display = ["subject_kind", "subject_uid", "number", "reason", "created_by", "created_at"]
    list_filter = ["subject_kind"]
    list_select_related = ["created_by"]
    search_fields = ["subject_uid", "reason", "created_by__username"]
    date_hierarchy = "created_at"
