"""What is proposed while a claim is described: records by their names, topics, converted dates."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from annotations.actions import topics as sharing
from annotations.actions.mentions import KINDS
from annotations.dating.written import guess, refusal
from annotations.models import Calendar
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.sheet import Sheet
from archive.models import Authority
from archive.reading.dates import edtf_words
from archive.searching.authorities import match

SHOWN = 8
LONGEST = 200


@require_safe
@workbench("archive.view_authority")
def names(request: HttpRequest, sheet: Sheet) -> JsonResponse:
    """Authority records that can have a role, by any of their names."""
    words = request.GET.get("q", "")[:LONGEST]
    kinds = KINDS.get(request.GET.get("role", ""), set())
    rows = Authority.objects.filter(merged_into=None, kind__in=kinds)
    found = match(rows, words).prefetch_related("names")[:SHOWN]
    return JsonResponse({"names": [_told(record) for record in found]})


def _told(record: Authority) -> dict[str, str]:
    others = "; ".join(name.text for name in record.names.all())
    return {
        "value": str(record),
        "shown": f"{record}, {record.get_kind_display()}" + (f": {others}" if others else ""),
    }


@require_safe
@workbench("annotations.view_claim")
def topics(request: HttpRequest, sheet: Sheet) -> JsonResponse:
    """Topics in use that have the words, and how many claims have each."""
    words = request.GET.get("q", "")[:LONGEST]
    found = [
        {"value": topic, "shown": f"{topic} ({count} claim{'s' * (count != 1)})"}
        for topic, count in sharing.like(words, SHOWN)
    ]
    return JsonResponse({"topics": found})


@require_safe
@workbench("annotations.view_claim")
def dates(request: HttpRequest, sheet: Sheet) -> JsonResponse:
    """What a written date may be: proposals, each with its reason; else why there is none."""
    words = request.GET.get("q", "")[:LONGEST]
    chosen = request.GET.get("calendar", "")
    calendar = chosen if chosen in Calendar.values else ""
    found = [
        {
            "edtf": each.edtf,
            "calendar": each.calendar,
            "shown": f"{edtf_words(each.edtf)} ({each.edtf})",
            "why": each.why,
        }
        for each in guess(words, calendar)
    ]
    said = "" if found or not words.strip() else refusal(words, calendar)
    return JsonResponse({"dates": found, "said": said})
