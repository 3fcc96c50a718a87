from django.contrib import admin

from archive.admin.frozen import ReadOnlyAdmin
from archive.models import Deaccession


@admin.register(Deaccession)
class DeaccessionAdmin(ReadOnlyAdmin):
    list_display = ["document", "reason", "made_by", "made_at"]
    list_filter = ["made_by"]
    list_select_related = ["document", "made_by"]
    search_fields = ["document__title", "document__slug", "external_id", "batch_uid", "reason"]
    date_hierarchy = "made_at"
