"""The admin site: its name, and its pages in the order of the work instead of the code's."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig as StockConfig
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.module_loading import import_string

# Every model of the project in one group; a test names those that are in none.
GROUPS = {
    "The record": "Document Source Rating Capture Blob Rendition Section Comment",
    "Bringing in and taking out": "Batch BatchItem Deaccession",
    "Names": "Authority Name AccessPoint",
    "Claims and evidence": (
        "Annotation Claim Evidence Assessment Assignment Mention ClaimWord Revision "
        "Placing Settlement VerdictScale VerdictValue Reply ReplyReview"
    ),
    "Double readings": "DoubleReading Guideline Adjudication Reading ReadingMark PassageRead",
    "Moderation": "Case Decision Redaction Flag Rule",
    "Publication": "Edition Withdrawal Quotation Entry Slug",
    "Accounts and logs": "User Event Operation AccessAttempt AccessFailureLog AccessLog",
}


class Site(AdminSite):
    site_header = "Variorum"
    site_title = "Variorum"
    index_title = "Workroom"
    empty_value_display = "not given"

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """The models in the groups above; under one app's address that app's own."""
        apps: list[dict[str, Any]] = super().get_app_list(request, app_label)
        return apps if app_label else list(grouped(apps))

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        entries = import_string("annotations.admin.entries.entries")(request.user)
        work = import_string("annotations.admin.work.mine")(request.user)
        own = {"entries": entries, "work": work}
        return super().index(request, {**own, **(extra_context or {})})


def grouped(apps: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    models = {model["object_name"]: model for app in apps for model in app["models"]}
    for number, (name, members) in enumerate(GROUPS.items(), start=1):
        found = [models[member] for member in members.split() if member in models]
        if found:
            label = f"group-{number}"
            address = f"{reverse('admin:index')}#{label}"
            yield {"name": name, "app_label": label, "app_url": address, "models": found}


class AdminConfig(StockConfig):
    default_site = "archive.project.admin.Site"
