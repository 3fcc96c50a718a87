"""How public pages answer: cacheable, conditional, without cookies, and 410 before all else."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from archive.digests import sha256
from archive.models import Edition
from archive.reading.subjects import Closed, Moved
from archive.reading.tombstones import tombstone

HTML = "text/html; charset=utf-8"
View = Callable[..., HttpResponseBase]


def public(view: View) -> View:
    """A page for everybody: GET and HEAD only, renamed addresses 301, withdrawn ones 410.

    Exempt from CSRF checks, so that a POST is told 405 and not 403: nothing here changes state.
    """

    @csrf_exempt
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, **kwargs)
        except Moved as moved:
            return redirect(request, {**kwargs, "slug": moved.slug})
        except Closed as closed:
            return tombstone(closed.slug, closed.editions)

    return answer


def redirect(request: HttpRequest, kwargs: dict[str, Any]) -> HttpResponse:
    """301 to the same page under the new address, the query kept."""
    assert request.resolver_match
    path = reverse(request.resolver_match.view_name, kwargs=kwargs)
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
    response["Cache-Control"] = "public, no-cache"
    return response


def respond(
    request: HttpRequest,
    body: str | bytes,
    *,
    content_type: str = HTML,
    edition: Edition | None = None,
    headers: Mapping[str, str] | None = None,
) -> HttpResponseBase:
    """200 with a strong ETag of the body's own bytes, or 304 where the reader has them.

    Only the ETag decides: a withdrawal may make a list older than it was.
    """
    response = HttpResponse(body, content_type=content_type, headers=dict(headers or {}))
    response["Cache-Control"] = "public, no-cache"
    response["ETag"] = f'"{sha256(response.content)}"'
    if edition:
        response["Last-Modified"] = http_date(edition.published_at.timestamp())
    answer = get_conditional_response(request, etag=response["ETag"], response=response)
    assert answer is not None
    return answer


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    edition: Edition | None = None,
    headers: Mapping[str, str] | None = None,
) -> HttpResponseBase:
    """A page from a template. The request is no part of its context: everybody gets the same."""
    body = render_to_string(template, {"canonical": request.path, **context})
    return respond(request, body, edition=edition, headers=headers)
