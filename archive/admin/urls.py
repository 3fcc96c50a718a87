"""Pages of the admin that belong to no model."""

from django.contrib import admin
from django.urls import path

from archive.admin.original import original

urlpatterns = [
    path("original/<str:sha256>/", admin.site.admin_view(original), name="original"),
]
