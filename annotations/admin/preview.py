"""What would be published, as the reader will see it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from annotations.admin.publication import chosen, planned
from archive.digests import canonical, sha256
from archive.models import Edition, EditionKind
from archive.reading.editions import publication
from archive.reading.faces import face
from archive.reading.subjects import Subject


@never_cache
@require_safe
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """One page of what would be published, as the reader will see it; `?part=kind:slug`."""
    documents = chosen(request, slug)
    plan, refusal = planned(documents, request)
    wanted = request.GET.get("part", f"document:{slug}")
    parts = {f"{row['kind']}:{row['slug']}": row for row in (plan.payloads if plan else ())}
    if wanted not in parts:
        raise Http404(refusal or "This part would not be published anew.")
    payload: dict[str, Any] = parts[wanted]
    template, context = face(payload)
    context |= {"latest": True, "preview": True, **publication(*imagined(payload), payload)}
    return TemplateResponse(request, template, context)


def imagined(payload: dict[str, Any]) -> tuple[Subject, Edition]:
    """The edition that there would be; it is nowhere kept."""
    text = canonical(payload)
    edition = Edition(
        kind=EditionKind(payload["kind"]),
        subject_uid=payload["uid"],
        slug=payload["slug"],
        number=payload["number"],
        payload=text,
        sha256=sha256(text),
    )
    return Subject(payload["kind"], payload["slug"], [edition]), edition
