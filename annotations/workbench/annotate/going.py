"""The way to another document: those that this person works on, or those named like some words."""

from typing import Any

from django.db.models import Max, Q
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from annotations.models import Annotation
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.sheet import Sheet
from archive.models import Document, User

SHOWN, LATEST = 8, 400


@require_safe
@workbench()
def others(request: Any, sheet: Sheet) -> HttpResponse:
    """Other documents whose title or address has the words; without words the last worked on."""
    words = request.GET.get("q", "").strip()[:200]
    rows = Document.objects.held().exclude(pk=sheet.document.pk)
    if words:
        rows = rows.filter(Q(title__icontains=words) | Q(slug__icontains=words))
    found = worked_on(rows, request.user) if not words else rows.order_by("title")[:SHOWN]
    return JsonResponse(
        {
            "others": [
                {"title": row.title, "address": reverse("annotate:page", args=[row.slug])}
                for row in found
            ]
        }
    )


def worked_on(rows: Any, user: User) -> list[Document]:
    """The documents of this person's latest marks, the latest first; then any, by title."""
    latest = Annotation.objects.filter(created_by=user).order_by("-pk")[:LATEST]
    mine = Annotation.objects.filter(pk__in=latest.values("pk"))
    order = mine.values("rendition__capture__document").annotate(last=Max("pk")).order_by("-last")
    keys = list(order.values_list("rendition__capture__document", flat=True)[:SHOWN])
    found = {row.pk: row for row in rows.filter(pk__in=keys)}
    rest = rows.exclude(pk__in=keys).order_by("title")[: SHOWN - len(found)]
    return [*(found[key] for key in keys if key in found), *rest]
