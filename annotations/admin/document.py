from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from annotations.admin.entries import annotating, desk
from annotations.admin.permitted import permit
from annotations.composing.document import newest_rendition
from annotations.models import CaseState
from annotations.workbench.review.counting import to_review
from archive.admin.document import DocumentAdmin
from archive.admin.tools import Tool
from archive.models import Document


class PublishedFilter(admin.SimpleListFilter):
    title = "publication"
    parameter_name = "published"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "published"), ("no", "not published")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.filter(newest_edition__isnull=self.value() == "no")


def verbs(request: HttpRequest, document: Any) -> list[Tool]:
    """What this person may do with the document, as links. What is not open is not withdrawn."""
    offered = {
        "archive.view_original": Tool("Annotate", annotating(document.slug)),
        "annotations.view_case": Tool("Moderate", desk(document.slug)),
        "archive.publish_document": Tool("Publish…", reverse("publish", args=[document.slug])),
        "archive.withdraw_document": Tool("Withdraw…", reverse("withdraw", args=[document.slug])),
    }
    if document.newest_edition is None:
        del offered["archive.withdraw_document"]
    return [tool for right, tool in offered.items() if request.user.has_perm(right)]


def reviewing(request: HttpRequest, document: Document) -> list[Tool]:
    """The way to the marks that do not stand in the newest text, where there are any."""
    text = newest_rendition(document)
    count = to_review(text) if text and request.user.has_perm("archive.view_original") else 0
    title = f"Review {count} mark" + "s" * (count != 1)
    return [Tool(title, reverse("review", args=[document.slug]))] * bool(count)


class JudgedDocumentAdmin(DocumentAdmin):
    """The document's admin with the verbs that need its annotations and decisions."""

    list_display = ["title", "source", "edition", "undecided", "published"]
    list_filter = [PublishedFilter, *DocumentAdmin.list_filter]
    actions = ["publish", "withdraw"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        waiting = Count("case", filter=~Q(case__state=CaseState.DECIDED))
        return super().get_queryset(request).annotate(waiting=waiting)

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """The links need to know who asks, which a column's method is not told."""

        @admin.display(description="what to do")
        def links(document: Document) -> SafeString:
            rows = ((tool.address, tool.title) for tool in verbs(request, document))
            return format_html_join("", '<a class="verb" href="{}">{}</a> ', rows)

        title, *others = super().get_list_display(request)
        return [title, links, *others]

    @admin.display(ordering="waiting", description="undecided", empty_value="none")
    def undecided(self, document: Any) -> int | None:
        return document.waiting or None

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        another = Tool("Another address…", reverse("rename", args=[obj.slug]))
        renamed = [another] * self.has_change_permission(request, obj)
        correct = Tool("Correct the sections…", reverse("correct", args=[obj.slug]))
        corrected = [correct] * self.has_add_permission(request)
        twice = Tool("Have it read twice…", reverse("readings:open", args=[obj.slug]))
        read = [twice] * request.user.has_perm("annotations.add_doublereading")
        return [
            *verbs(request, obj),
            *reviewing(request, obj),
            *super().tools(request, obj),
            *read,
            *corrected,
            *renamed,
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("archive.ingest_document")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A document begins with its bytes."""
        permit(request, "archive.ingest_document")
        return redirect("ingest")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("archive.publish_document")

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("archive.withdraw_document")

    @admin.action(description="Publish…", permissions=["publish"])
    def publish(self, request: HttpRequest, documents: QuerySet[Document]) -> HttpResponse:
        first, *others = documents.order_by("slug").values_list("slug", flat=True)
        more = "&".join(f"with={slug}" for slug in others)
        return redirect(reverse("publish", args=[first]) + f"?{more}" * bool(more))

    @admin.action(description="Withdraw…", permissions=["withdraw"])
    def withdraw(self, request: HttpRequest, documents: QuerySet[Document]) -> HttpResponse | None:
        if documents.count() > 1:
            self.message_user(request, "Withdraw one document at a time.", "error")
            return None
        return redirect("withdraw", documents[0].slug)


admin.site.unregister(Document)
admin.site.register(Document, JudgedDocumentAdmin)
