"""Texts read twice, under /admin/readings/."""

from django.urls import path

from annotations.workbench.reading import adjudication, guidelines, overview, room

app_name = "readings"

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("guidelines/", guidelines.guidelines, name="guidelines"),
    path("open/<slug:slug>/", overview.open_one, name="open"),
    path("<slug:uid>/", room.room, name="room"),
    path("<slug:uid>/mark/", room.mark, name="mark"),
    path("<slug:uid>/read/", room.read, name="read"),
    path("<slug:uid>/marks/<slug:mark>/", room.strike_out, name="strike"),
    path("<slug:uid>/done/", room.done, name="done"),
    path("<slug:uid>/adjudicate/", adjudication.page, name="adjudicate"),
    path("<slug:uid>/close/", adjudication.close, name="close"),
]
