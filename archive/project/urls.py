"""The addresses, as a table of contents."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", include("annotations.workbench.urls")),
    path("admin/", include("annotations.admin.urls")),
    path("admin/", include("archive.admin.urls")),
    path("admin/", admin.site.urls),
    path("", include("archive.reading.urls")),
]
