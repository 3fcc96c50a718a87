"""The pages of the workbench, under /admin/."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("annotate/", include("annotations.workbench.annotate.urls")),
    path("readings/", include("annotations.workbench.reading.urls")),
    path("moderation/", include("annotations.workbench.moderation.urls")),
]
