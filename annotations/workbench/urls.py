"""The pages of the workbench, under /admin/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
