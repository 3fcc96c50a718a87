"""Who comes in: staff that may read originals and marks; what a verb needs is asked by the verb."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

NEEDED = ("archive.view_original", "annotations.view_doublereading")


def for_readers(*permissions: str) -> Callable[[Callable[..., HttpResponse]], Any]:
    """A page for staff with these permissions too; signed out, to the sign-in page and back."""

    def made(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @never_cache
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), reverse("admin:login"))
            if not request.user.is_staff or not request.user.has_perms((*NEEDED, *permissions)):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return made
