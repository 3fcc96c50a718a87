"""Documents that may be other copies of this one, with how much they have in common."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from archive.admin.operations import VIEW_ORIGINAL
from archive.models import Document
from archive.searching.look_alikes import look_alikes, newest


@never_cache
@require_safe
def resemblance(request: HttpRequest, slug: str) -> HttpResponse:
    if not request.user.has_perm(VIEW_ORIGINAL):
        raise PermissionDenied
    document = get_object_or_404(Document, slug=slug)
    others = Document.objects.held().exclude(pk=document.pk)
    context = {
        **admin.site.each_context(request),
        "title": f"Look-alikes: {document}",
        "document": document,
        "found": look_alikes(newest(document), others),
    }
    return TemplateResponse(request, "admin/look_alikes.html", context)
