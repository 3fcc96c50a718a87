from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from archive.admin.frozen import ReadOnlyAdmin
from archive.admin.operations import VIEW_ORIGINAL
from archive.admin.tools import Tool
from archive.models import Blob


@admin.register(Blob)
class BlobAdmin(ReadOnlyAdmin):
    list_display = ["sha256", "size", "media_type", "received_at"]
    list_filter = ["media_type"]
    search_fields = ["sha256", "captures__document__slug", "captures__document__title"]
    date_hierarchy = "received_at"

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        address = reverse("original", args=[obj.sha256])
        return [Tool("View original", address)] * request.user.has_perm(VIEW_ORIGINAL)
