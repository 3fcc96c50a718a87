"""The fixity of a document's originals: every check that is remembered, on the document's page."""

from typing import Any, NamedTuple

from django.contrib import admin
from django.template.loader import render_to_string

from archive.actions.fixity import came_damaged
from archive.models import Capture, Document
from archive.verifying.history import Looked, checks_of


class Row(NamedTuple):
    """A capture, its checks, and whether its bytes came with a digest that is not theirs."""

    capture: Capture
    checks: list[Looked]
    came_damaged: bool


def rows(document: Document) -> list[Row]:
    captures = document.captures.select_related("blob").order_by("received_at", "pk")
    found = checks_of(capture.blob for capture in captures)
    return [
        Row(capture, found.get(capture.blob.sha256, []), came_damaged(capture))
        for capture in captures
    ]


class FixityMixin:
    """A read-only field `fixity` with the checks of each capture, the newest first."""

    @admin.display(description="fixity")
    def fixity(self: Any, document: Document) -> str:
        return render_to_string("admin/fixity.html", {"rows": rows(document)})
