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
# What hardly stands in plain text, and fills a tenth of what is compressed. NUL is half of UTF-16.
CONTROLS = bytes({*range(1, 32), 127} - {*b"\t\n\r\x0b\x0c\x1b"})
SAMPLE = 4096


@require_safe
def original(request: HttpRequest, sha256: str) -> HttpResponse:
    """The bytes as received, logged as seen by this person.

    No name that came with them is repeated: what is saved is named by its digest.
    """
    if not request.user.has_perm(VIEW_ORIGINAL):
        raise PermissionDenied
    blob = get_object_or_404(Blob, sha256=sha256)
    try:
        data = storage.get(sha256)
    except FileNotFoundError:
        raise Http404("The bytes of this original are missing: run `verify`.") from None
    log_view(request, f"blob:{sha256}")
    encoding = "" if is_binary(data) else plain_encoding(blob)
    kind = f"text/plain; charset={encoding}" if encoding else "application/octet-stream"
    response = HttpResponse(data, content_type=kind, headers=HEADERS)
    manner = "inline" if encoding else "attachment"
    response["Content-Disposition"] = f'{manner}; filename="{sha256}"'
    return response


def is_binary(data: bytes) -> bool:
    """Whether it is no text after all: a page of a web archive may be kept compressed."""
    sample = data[:SAMPLE]
    return len(sample.translate(None, CONTROLS)) < 0.95 * len(sample)


def plain_encoding(blob: Blob) -> str:
    """The encoding in which the bytes are plain text; "" where they are something else."""
    read = Rendition.objects.filter(capture__blob=blob, format__in=PLAIN)
    return read.order_by("pk").values_list("encoding", flat=True).first() or ""
