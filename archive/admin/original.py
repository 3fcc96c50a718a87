"""The bytes of an original, for staff, where no browser will run or sniff them."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from archive import storage
from archive.admin.operations import VIEW_ORIGINAL, log_view
from archive.models import Blob, Rendition

HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
}
# Formats whose bytes are plain text; anything else is handed over as a file.
PLAIN = ("text", "wikitext", "jsonl")


@require_safe
def original(request: HttpRequest, sha256: str) -> HttpResponse:
    """The bytes as received, logged as seen by this person."""
    if not request.user.has_perm(VIEW_ORIGINAL):
        raise PermissionDenied
    blob = get_object_or_404(Blob, sha256=sha256)
    try:
        data = storage.get(sha256)
    except FileNotFoundError:
        raise Http404("The bytes of this original are missing: run `verify`.") from None
    log_view(request, f"blob:{sha256}")
    encoding = plain_encoding(blob)
    kind = f"text/plain; charset={encoding}" if encoding else "application/octet-stream"
    response = HttpResponse(data, content_type=kind, headers=HEADERS)
    manner = "inline" if encoding else "attachment"
    response["Content-Disposition"] = f'{manner}; filename="{sha256}"'
    return response


def plain_encoding(blob: Blob) -> str:
    """The encoding in which the bytes are plain text; "" where they are something else."""
    read = Rendition.objects.filter(capture__blob=blob, format__in=PLAIN)
    return read.order_by("pk").values_list("encoding", flat=True).first() or ""
