"""What the queue can be narrowed to."""

from typing import Any, cast

import django_filters
from django.db.models import QuerySet

from annotations.models import Case, CaseState, Outcome, Part
from annotations.moderation.queue import FLAGGED, decided_by
from archive.models import Document, User


def documents(request: Any) -> QuerySet[Document]:
    return Document.objects.filter(case__isnull=False).distinct()


class CaseFilter(django_filters.FilterSet):
    """Cases by document, state, outcome, part, flag, and whether one decided on them oneself."""

    document = django_filters.ModelChoiceFilter(
        queryset=documents, to_field_name="slug", empty_label="every document"
    )
    state = django_filters.ChoiceFilter(choices=CaseState.choices, empty_label="any state")
    outcome = django_filters.ChoiceFilter(
        choices=[choice for choice in Outcome.choices if choice[0]], empty_label="any outcome"
    )
    part = django_filters.ChoiceFilter(
        choices=Part.choices, label="what", empty_label="comments and handles"
    )
    flagged = django_filters.ChoiceFilter(
        choices=[("yes", "flagged"), ("no", "not flagged")],
        method="by_flag",
        label="flags",
        empty_label="with or without",
    )
    mine = django_filters.ChoiceFilter(
        choices=[("yes", "decided by me"), ("no", "not by me")],
        method="by_me",
        label="by whom",
        empty_label="by anybody",
    )

    class Meta:
        model = Case
        fields = ["document", "state", "outcome", "part"]

    def by_flag(self, rows: QuerySet[Case], name: str, value: str) -> QuerySet[Case]:
        return rows.filter(FLAGGED) if value == "yes" else rows.exclude(FLAGGED)

    def by_me(self, rows: QuerySet[Case], name: str, value: str) -> QuerySet[Case]:
        mine = decided_by(cast("User", self.request.user))
        return rows.filter(mine) if value == "yes" else rows.exclude(mine)
