from typing import Any

from django.contrib import admin

from annotations.actions.assess import assess
from annotations.models import Assessment
from archive.admin.superseding import StandingFilter, SupersedingAdmin, SupersedingForm
from archive.models import User


class AssessmentForm(SupersedingForm):
    subject = "claim"


@admin.register(Assessment)
class AssessmentAdmin(SupersedingAdmin):
    form = AssessmentForm
    list_display = ["claim", "credibility", "verdict", "as_of", "assessed_by", "stands"]
    list_filter = ["credibility", "verdict", StandingFilter]
    list_select_related = ["claim", "assessed_by", "superseded_by"]
    search_fields = ["claim__slug", "claim__statement", "reasons"]
    date_hierarchy = "assessed_at"
    autocomplete_fields = ["claim"]
    fields = ["claim", "verdict", "credibility", "reasons", "as_of"]
    made = ["assessed_by", "assessed_at"]

    def make(self, form: Any, by: User) -> Assessment:
        return assess(by=by, **form.cleaned_data)
