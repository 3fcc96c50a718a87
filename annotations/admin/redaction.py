from django.contrib import admin

from annotations.models import Redaction
from archive.admin.frozen import ReadOnlyAdmin


@admin.register(Redaction)
class RedactionAdmin(ReadOnlyAdmin):
    list_display = ["decision", "document", "start", "end"]
    list_filter = ["decision__outcome"]
    list_select_related = ["decision__case__document"]
    search_fields = ["decision__case__document__slug", "decision__uid"]

    @admin.display(ordering="decision__case__document__slug")
    def document(self, redaction: Redaction) -> str:
        return redaction.decision.case.document.slug
