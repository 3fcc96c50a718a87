from django.contrib import admin

from archive.admin.frozen import ReadOnlyAdmin
from archive.models import Slug


@admin.register(Slug)
class SlugAdmin(ReadOnlyAdmin):
    list_display = ["value", "kind", "state", "since", "by"]
    list_filter = ["kind", "state"]
    list_select_related = ["by"]
    search_fields = ["value", "subject_uid"]
    date_hierarchy = "since"
