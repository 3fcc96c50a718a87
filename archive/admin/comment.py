from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.frozen import ReadOnlyAdmin, without_texts
from archive.models import Comment


@admin.register(Comment)
class CommentAdmin(ReadOnlyAdmin):
    """Places and thread only: the words are read on the moderation desk, in their context."""

    list_display = ["rendition", "number", "depth", "parent", "parent_inferred", "start", "end"]
    list_filter = ["parent_inferred", "depth"]
    list_select_related = ["rendition__capture__document", "parent"]
    search_fields = ["rendition__capture__document__slug", "rendition__uid", "external_id"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comment]:
        return without_texts(super().get_queryset(request), "rendition")
