from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse

from annotations.actions.replies import review, take_down
from annotations.models import Reply, ReplyReview, ReviewOutcome
from archive.admin.acting import ActingAdmin
from archive.admin.superseding import StandingFilter, SupersedingAdmin, SupersedingForm
from archive.admin.tools import Tool
from archive.models import User


@admin.register(Reply)
class ReplyAdmin(ActingAdmin):
    has_history = False
    list_display = ["name", "concern", "claim", "document", "received_on", "reviewed"]
    list_filter = ["received_on", "reviews__outcome"]
    list_select_related = ["claim", "document"]
    search_fields = ["uid", "name", "concern", "claim__slug", "claim__statement", "document__slug"]
    date_hierarchy = "received_on"
    autocomplete_fields = ["claim", "document"]
    fields = ["claim", "document", "name", "concern", "received_on", "words"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return [*(self.fields or ()), *["created_by", "created_at", "uid"] * bool(obj)]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reply]:
        last = ReplyReview.objects.current().filter(reply=OuterRef("pk")).values("outcome")
        return super().get_queryset(request).annotate(outcome=Subquery(last[:1]))

    @admin.display(empty_value="waits for a review")
    def reviewed(self, reply: Any) -> str | None:
        return ReviewOutcome(reply.outcome).label if reply.outcome else None

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        found = super().tools(request, obj)
        if request.user.has_perm("annotations.add_replyreview"):
            address = reverse("admin:annotations_replyreview_add")
            found = [Tool("Review", f"{address}?reply={obj.pk}"), *found]
        return found

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def make(self, form: Any, by: User) -> Reply:
        return take_down(by=by, **form.cleaned_data)


class ReviewForm(SupersedingForm):
    subject = "reply"


@admin.register(ReplyReview)
class ReplyReviewAdmin(SupersedingAdmin):
    form = ReviewForm
    list_display = ["reply", "outcome", "reviewed_by", "reviewed_at", "stands"]
    list_filter = ["outcome", StandingFilter]
    list_select_related = ["reply", "reviewed_by", "superseded_by"]
    search_fields = ["reply__name", "reply__uid", "reason"]
    date_hierarchy = "reviewed_at"
    autocomplete_fields = ["reply"]
    fields = ["reply", "outcome", "reason"]
    made = ["reviewed_by", "reviewed_at"]

    def make(self, form: Any, by: User) -> ReplyReview:
        return review(by=by, **form.cleaned_data)
