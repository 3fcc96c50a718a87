"""The address that undo and redo send to."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from annotations.models import Annotation, Claim, Evidence
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.answers import saved
from annotations.workbench.annotate.sheet import Sheet
from annotations.workbench.annotate.undoing import Row, Step, take_all
from archive.errors import Refused
from archive.models import Conflict


@require_POST
@workbench("annotations.change_annotation")
def undo(request: Any, sheet: Sheet) -> HttpResponse:
    """Take an act back, or redo it: `step` says, once for each row, what is to become of it."""
    try:
        steps = [Step.read(words) for words in request.POST.getlist("step")]
        before = ranges(sheet, [step.uid for step in steps])
        rows, back = take_all(steps, request.user)
    except Conflict as conflict:
        return JsonResponse({"error": f"{conflict} It stays as it is."}, status=409)
    except Refused as refusal:
        return JsonResponse({"error": str(refusal)}, status=400)
    marks = [mark for row in rows if (mark := _mark(sheet, row))]
    return saved(
        request,
        sheet,
        "Done.",
        mark=next(iter(marks), None),
        claim=next((claim for row in rows if (claim := _claim(row))), None),
        ranges=[*before, *((mark.start, mark.end) for mark in marks)],
        undo=back,
    )


def ranges(sheet: Sheet, uids: list[str]) -> list[tuple[int, int]]:
    """Where marks lie as long as nothing is undone."""
    rows = Annotation.objects.filter(rendition=sheet.rendition, uid__in=uids)
    return list(rows.values_list("start", "end"))


def _mark(sheet: Sheet, row: Row) -> Annotation | None:
    """The mark that a row is or rests on, if it lies in this text."""
    mark = row.annotation if isinstance(row, Evidence) else row
    if isinstance(mark, Annotation) and mark.rendition_id == sheet.rendition.pk:
        return mark
    return None


def _claim(row: Row) -> Claim | None:
    return row if isinstance(row, Claim) else row.claim
