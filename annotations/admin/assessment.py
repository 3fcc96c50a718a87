from typing import Any

from django.contrib import admin

from annotations.actions.assess import assess
from annotations.models import Assessment, VerdictValue
from archive.admin.superseding import StandingFilter, SupersedingAdmin, SupersedingForm
from archive.models import User


class AssessmentForm(SupersedingForm):
    subject = "claim"


@admin.register(Assessment)
class AssessmentAdmin(SupersedingAdmin):
    form = AssessmentForm
    list_display = ["claim", "credibility", "verdict", "as_of", "assessed_by", "stands"]
    list_filter = ["credibility", "verdict", StandingFilter]
    list_select_related = ["claim", "assessed_by", "superseded_by", "value__scale"]
    search_fields = ["claim__slug", "claim__statement", "reasons"]
    date_hierarchy = "assessed_at"
    autocomplete_fields = ["claim"]
    fields = ["claim", "verdict", "value", "credibility", "reasons", "as_of"]
    made = ["assessed_by", "assessed_at"]

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """The words of scales in force only."""
        if db_field.name == "value":
            kwargs["queryset"] = VerdictValue.objects.in_force()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def make(self, form: Any, by: User) -> Assessment:
        return assess(by=by, **form.cleaned_data)
