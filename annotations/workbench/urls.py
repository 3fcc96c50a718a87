"""The pages of the workbench, under /admin/."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from annotations.workbench.history.views import history
from annotations.workbench.review.views import review

urlpatterns: list[URLPattern | URLResolver] = [
    path("annotate/<slug:slug>/review/", review, name="review"),
    path("history/<slug:kind>/<slug:uid>/", admin.site.admin_view(history), name="history"),
    path("annotate/", include("annotations.workbench.annotate.urls")),
    path("readings/", include("annotations.workbench.reading.urls")),
    path("moderation/", include("annotations.workbench.moderation.urls")),
]
