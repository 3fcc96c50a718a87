from django.contrib import admin

from annotations.models import Decision
from archive.admin.frozen import ReadOnlyAdmin


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = [
        *["document", "comment", "sequence", "old_outcome", "outcome", "rule"],
        *["decided_by", "decided_at"],
    ]
    list_filter = ["outcome", "case__part", "severity", "needs_second_opinion"]
    list_select_related = ["case__document", "case__comment", "rule", "decided_by"]
    search_fields = ["case__document__slug", "reason", "decided_by__username", "uid"]
    date_hierarchy = "decided_at"

    @admin.display(ordering="case__document__slug")
    def document(self, decision: Decision) -> str:
        return decision.case.document.slug

    @admin.display(ordering="case__comment__number", description="what")
    def comment(self, decision: Decision) -> str:
        return str(decision.case)
