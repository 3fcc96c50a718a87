"""A document's history as a PREMIS file, for staff."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from archive.premis.document import premis


class PremisMixin:
    """Adds `…/<id>/premis.xml` to the admin of documents."""

    def get_urls(self: Any) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_safe(self.premis_view))
        name = f"{self.opts.app_label}_{self.opts.model_name}_premis"
        own = [path("<path:object_id>/premis.xml", view, name=name)]
        inherited: list[URLPattern] = super().get_urls()  # type: ignore[misc]
        return [*own, *inherited]

    def premis_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        document = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, document):
            raise PermissionDenied
        if document is None:
            raise Http404("There is no such document.")
        response = HttpResponse(premis(document), content_type="application/xml")
        response["Content-Disposition"] = f'attachment; filename="{document.slug}-premis.xml"'
        response["Cache-Control"] = "private, no-store"
        return response
