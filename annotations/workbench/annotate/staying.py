"""Who is signed in, for a page that has been open for long."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_safe

from annotations.workbench.annotate.access import wants_json, workbench
from annotations.workbench.annotate.sheet import Sheet


@require_safe
@workbench()
def who(request: Any, sheet: Sheet) -> HttpResponse:
    """The account, and a fresh token for its forms; for a person, that all is well again.

    A new sign-in makes the tokens of pages that are open elsewhere worthless.
    """
    if wants_json(request):
        return JsonResponse({"account": request.user.username, "token": get_token(request)})
    context = {"sheet": sheet, "title": "Signed in"}
    return render(request, "annotations/annotate/signed_in.html", context)
