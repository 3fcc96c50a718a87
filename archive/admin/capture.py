from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from archive.admin.frozen import ReadOnlyAdmin
from archive.admin.operations import LoggedMixin
from archive.admin.tools import Tool
from archive.models import Capture


@admin.register(Capture)
class CaptureAdmin(LoggedMixin, ReadOnlyAdmin):
    list_display = ["document", "received_at", "method", "url", "captured_at", "received_by"]
    list_filter = ["method"]
    list_select_related = ["document", "received_by"]
    search_fields = ["document__slug", "document__title", "url", "blob__sha256", "uid"]
    date_hierarchy = "received_at"

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        return [Tool("View original", reverse("original", args=[obj.blob.sha256]))]
