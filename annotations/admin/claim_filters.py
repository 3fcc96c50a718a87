"""What the list of claims is narrowed by."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from annotations.actions.topics import in_use
from annotations.admin.assignment import SOON, today
from annotations.models import (
    Assignment,
    Claim,
    Evidence,
    EvidenceState,
    Mention,
    Relation,
    Verdict,
)
from archive.models import Authority, User

# With what the list of claims adds to each: verdict, owner, due.
Claims = QuerySet[Any]


class ClaimFilter(admin.SimpleListFilter):
    """A filter that does nothing until something is chosen; `narrow` is what it does then."""

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return self.narrow(request, queryset, self.value() or "") if self.value() else queryset

    def narrow(self, request: HttpRequest, claims: Claims, value: str) -> Claims:
        raise NotImplementedError


class VerdictFilter(ClaimFilter):
    title = "verdict"
    parameter_name = "verdict"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*Verdict.choices, ("none", "not judged yet")]

    def narrow(self, request: HttpRequest, claims: Claims, value: str) -> Claims:
        return claims.filter(verdict=None if value == "none" else value)


class EvidenceFilter(ClaimFilter):
    title = "evidence"
    parameter_name = "evidence"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("none", "none"), ("for", "only for"), ("against", "only against"),
                ("both", "for and against")]  # fmt: skip

    def narrow(self, request: HttpRequest, claims: Claims, value: str) -> Claims:
        active = Evidence.objects.filter(claim=OuterRef("pk"), state=EvidenceState.ACTIVE)
        supports = Exists(active.filter(relation=Relation.SUPPORTS))
        refutes = Exists(active.filter(relation=Relation.REFUTES))
        chosen = {
            "none": ~Q(Exists(active)),
            "for": Q(supports) & ~Q(refutes),
            "against": Q(refutes) & ~Q(supports),
            "both": Q(supports) & Q(refutes),
        }
        return claims.filter(chosen.get(value, Q()))


class OwnerFilter(ClaimFilter):
    title = "whose hands"
    parameter_name = "owner"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        busy = User.objects.filter(Exists(Assignment.objects.open().filter(owner=OuterRef("pk"))))
        people = [(row.username, row.shown_name) for row in busy.order_by("username")]
        return [("me", "mine"), *people, ("none", "nobody's")]

    def narrow(self, request: HttpRequest, claims: Claims, value: str) -> Claims:
        if value == "none":
            return claims.filter(owner=None)
        name = request.user.get_username() if value == "me" else value
        return claims.filter(owner=name)


class DueFilter(ClaimFilter):
    title = "day"
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("over", "overdue"), ("soon", "within a week")]

    def narrow(self, request: HttpRequest, claims: Claims, value: str) -> Claims:
        if value == "over":
            return claims.filter(due__lt=today())
        return claims.filter(due__range=(today(), today() + SOON))


class TopicFilter(ClaimFilter):
    """Every topic with how many claims have it: the way to browse them."""

    title = "topic"
    parameter_name = "topic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        counts = sorted(in_use().items(), key=lambda row: row[0].casefold())
        return [(topic, f"{topic} ({count})") for topic, count in counts]

    def narrow(self, request: HttpRequest, claims: Claims, value: str) -> Claims:
        rows = Claim.objects.exclude(topics=[]).values_list("pk", "topics")
        return claims.filter(pk__in=[pk for pk, topics in rows if value in topics])


class NamesFilter(ClaimFilter):
    """The claims that name one record; offered by the record's address, not in the list."""

    title = "authority record"
    parameter_name = "names"

    def has_output(self) -> bool:
        return bool(self.value())

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        found = Authority.objects.filter(uid=request.GET.get(self.parameter_name, ""))
        return [(row.uid, str(row)) for row in found]

    def narrow(self, request: HttpRequest, claims: Claims, value: str) -> Claims:
        mentions = Mention.objects.filter(
            Q(authority__uid=value) | Q(authority__merged_into__uid=value)
        )
        return claims.filter(pk__in=mentions.values("claim"))
