"""Pages of the admin that belong to no model."""

from django.contrib import admin
from django.urls import path

from archive.admin.comparing import comparison
from archive.admin.original import original

urlpatterns = [
    path("compare/<slug:slug>/", admin.site.admin_view(comparison), name="compare_captures"),
    path("original/<str:sha256>/", admin.site.admin_view(original), name="original"),
]
