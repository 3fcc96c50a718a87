from django.contrib import admin

from annotations.models import Rule
from archive.admin.frozen import ReadOnlyAdmin


@admin.register(Rule)
class RuleAdmin(ReadOnlyAdmin):
    list_display = ["number", "title", "category", "outcomes", "version"]
    list_filter = ["version", "category"]
    search_fields = ["number", "title", "text", "category"]
    ordering = ["-version", "position"]
