"""Pages of the admin that belong to no model."""

from django.contrib import admin
from django.urls import path

from archive.admin.batches import batch, progress
from archive.admin.comparing import comparison, comparison_with
from archive.admin.look_alikes import resemblance
from archive.admin.original import original

urlpatterns = [
    path("batches/<slug:uid>/", admin.site.admin_view(batch), name="batch"),
    path("batches/<slug:uid>/progress/", admin.site.admin_view(progress), name="batch_progress"),
    path("look-alikes/<slug:slug>/", admin.site.admin_view(resemblance), name="look_alikes"),
    path("compare/<slug:slug>/", admin.site.admin_view(comparison), name="compare_captures"),
    path(
        "compare/<slug:slug>/with/<slug:other>/",
        admin.site.admin_view(comparison_with),
        name="compare_with",
    ),
    path("original/<str:sha256>/", admin.site.admin_view(original), name="original"),
]
