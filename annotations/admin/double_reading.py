"""Texts read twice. What a reader marked is for admins alone: editors may be the other reader."""

from django.contrib import admin

from annotations.models import (
    Adjudication,
    DoubleReading,
    Guideline,
    PassageRead,
    Reading,
    ReadingMark,
)
from archive.admin.frozen import ReadOnlyAdmin


@admin.register(Guideline)
class GuidelineAdmin(ReadOnlyAdmin):
    list_display = ["version", "title", "created_by", "created_at"]
    list_filter = ["created_at"]
    list_select_related = ["created_by"]
    search_fields = ["title", "text"]


@admin.register(DoubleReading)
class DoubleReadingAdmin(ReadOnlyAdmin):
    list_display = ["rendition", "state", "guideline", "created_by", "created_at"]
    list_filter = ["state", "guideline"]
    list_select_related = ["rendition__capture__document", "guideline", "created_by"]
    search_fields = ["uid", "rendition__capture__document__slug"]


@admin.register(Adjudication)
class AdjudicationAdmin(ReadOnlyAdmin):
    list_display = ["double", "outcome", "reason", "created_by", "created_at"]
    list_filter = ["outcome"]
    list_select_related = ["double__rendition__capture__document", "created_by"]
    search_fields = ["uid", "matter", "reason"]


@admin.register(Reading)
class ReadingAdmin(ReadOnlyAdmin):
    list_display = ["double", "number", "reader", "is_done"]
    list_filter = ["is_done"]
    list_select_related = ["double__rendition__capture__document", "reader"]
    search_fields = ["uid", "double__uid", "reader__username"]


@admin.register(ReadingMark)
class ReadingMarkAdmin(ReadOnlyAdmin):
    list_display = ["uid", "reading", "kind", "start", "end", "is_struck"]
    list_filter = ["kind", "is_struck"]
    list_select_related = ["reading"]
    search_fields = ["uid", "reading__uid"]


@admin.register(PassageRead)
class PassageReadAdmin(ReadOnlyAdmin):
    list_display = ["uid", "reading", "start", "end"]
    list_filter = ["reading__is_done"]
    list_select_related = ["reading"]
    search_fields = ["uid", "reading__uid"]
