from django.contrib import admin

from archive.admin.frozen import ReadOnlyAdmin
from archive.models import Entry


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    """What public lists and search read; made anew from the editions, never by hand."""

    list_display = ["title", "kind", "slug", "edition", "reliability", "credibility", "dated"]
    list_filter = ["kind", "reliability", "credibility"]
    list_select_related = ["edition"]
    search_fields = ["title", "slug"]
    date_hierarchy = "published_at"
