"""The moderation desk, under /admin/moderation/."""

from django.urls import path

from annotations.workbench.moderation import verbs, views

app_name = "moderation"

urlpatterns = [
    path("", views.desk, name="queue"),
    path("<slug:slug>/", views.section, name="section"),
    path("cases/<slug:uid>/", views.case, name="case"),
    path("cases/<slug:uid>/decide/", verbs.decide, name="decide"),
    path("cases/<slug:uid>/undo/", verbs.undo, name="undo"),
    path("cases/<slug:uid>/flag/", verbs.flag, name="flag"),
]
