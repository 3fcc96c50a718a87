"""Who may come in, and how a refusal is said: a sentence, as a page or as JSON."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from annotations.workbench.annotate.sheet import Sheet

P = ParamSpec("P")

READING = ("archive.view_original", "annotations.view_annotation")
SIGNED_OUT = "You are signed out. Sign in in another tab, then save again: nothing is lost."
NOT_ALLOWED = "Your account may read here, but not change this."


def wants_json(request: HttpRequest) -> bool:
    """Whether the page's own script asks, rather than somebody following a link."""
    return request.headers.get("Accept") == "application/json"


def workbench(
    *permissions: str,
) -> Callable[
    [Callable[Concatenate[Any, Sheet, P], HttpResponse]],
    Callable[Concatenate[HttpRequest, str, P], HttpResponse],
]:
    """A view of a document's sheet for staff who may read originals and have `permissions`."""

    def made(
        view: Callable[Concatenate[Any, Sheet, P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, str, P], HttpResponse]:
        @never_cache
        @wraps(view)
        def guarded(
            request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            user = request.user
            if not user.is_authenticated or not user.is_staff:
                if wants_json(request):
                    return JsonResponse({"error": SIGNED_OUT, "signed_out": True}, status=403)
                return redirect_to_login(request.get_full_path(), "admin:login")
            if not user.has_perms((*READING, *permissions)):
                if wants_json(request):
                    return JsonResponse({"error": NOT_ALLOWED}, status=403)
                raise PermissionDenied
            return view(request, Sheet.of(slug), *args, **kwargs)

        return guarded

    return made
