"""Pages of the admin that belong to no model, as a table of contents."""

from django.contrib import admin
from django.urls import path

from annotations.admin import ingest, publication, renaming, withdrawing
from annotations.admin.correcting import correction
from annotations.admin.preview import preview

protect = admin.site.admin_view

urlpatterns = [
    # Bringing a document in
    path("ingest/", protect(ingest.offer), name="ingest"),
    path("ingest/<str:token>/", protect(ingest.review), name="ingest_review"),
    path("correct/<slug:slug>/", protect(correction), name="correct"),
    # Publishing and withdrawing
    path("publish/<slug:slug>/", protect(publication.publish), name="publish"),
    path("publish/<slug:slug>/preview/", protect(preview), name="publish_preview"),
    path("rename/<slug:slug>/", protect(renaming.rename), name="rename"),
    path("withdraw/<slug:slug>/", protect(withdrawing.withdraw), name="withdraw"),
]
