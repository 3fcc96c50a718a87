"""Who comes to the desk: staff that may see comment sections. All others learn why not."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from annotations.moderation.policy import Verb, may
from archive.models import User

View = Callable[..., HttpResponseBase]


def for_staff(view: View) -> View:
    """Signed out: to the sign-in page and back. Signed in without the right: 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        if sentence := may(request.user, Verb.SEE):
            raise PermissionDenied(sentence)
        return view(request, *args, **kwargs)

    return guarded


def person(request: HttpRequest) -> User:
    """Who is signed in, behind `for_staff`."""
    return cast("User", request.user)


def surroundings(request: HttpRequest, **context: Any) -> dict[str, Any]:
    """The admin's frame without its navigation, which the desk has no room for."""
    frame = admin.site.each_context(request)
    return frame | {"is_nav_sidebar_enabled": False} | context


def wants_fragment(request: HttpRequest) -> bool:
    """Whether the desk's script asks, which swaps one case and leaves the page."""
    return request.headers.get("X-Requested-With") == "fetch"
