from typing import Any

from django.contrib import admin

from archive.actions.sources import rate
from archive.admin.superseding import StandingFilter, SupersedingAdmin, SupersedingForm
from archive.models import Rating, User


class RatingForm(SupersedingForm):
    subject = "source"


@admin.register(Rating)
class RatingAdmin(SupersedingAdmin):
    form = RatingForm
    list_display = ["source", "value", "topic", "rated_by", "rated_at", "review_by", "stands"]
    list_filter = ["value", StandingFilter, "review_by"]
    list_select_related = ["source", "rated_by", "superseded_by"]
    search_fields = ["source__name", "source__slug", "grounds", "topic"]
    date_hierarchy = "rated_at"
    autocomplete_fields = ["source"]
    fields = ["source", "value", "topic", "grounds", "review_by"]
    made = ["rated_by", "rated_at"]

    def make(self, form: Any, by: User) -> Rating:
        typed = dict(form.cleaned_data)
        del typed["replacing"]
        return rate(by=by, **typed)
