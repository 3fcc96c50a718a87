from django.contrib import admin

from annotations.models import Placing
from archive.admin.frozen import ReadOnlyAdmin


@admin.register(Placing)
class PlacingAdmin(ReadOnlyAdmin):
    """Where aligning two texts would put marks; decided on the review page of the document."""

    list_display = ["annotation", "rendition", "start", "end", "state", "score", "made_at"]
    list_filter = ["state"]
    list_select_related = ["annotation", "rendition__capture__document"]
    search_fields = ["uid", "annotation__uid", "rendition__capture__document__slug"]
    date_hierarchy = "made_at"
