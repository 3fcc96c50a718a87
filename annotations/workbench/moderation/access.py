"""Who comes to the desk: staff that may see comment sections. All others learn why not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from annotations.moderation.policy import Verb, may

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


def wants_fragment(request: HttpRequest) -> bool:
    """Whether the desk's script asks, which swaps one case and leaves the page."""
    return request.headers.get("X-Requested-With") == "fetch"
