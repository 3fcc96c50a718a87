"""The operations log: who looked at what."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from archive.models import Operation

VIEW_ORIGINAL = "archive.view_original"


def log_view(request: HttpRequest, subject: str) -> None:
    """One line for one look at words that no reader is shown."""
    by: Any = request.user
    Operation.objects.create(kind="view", by=by, subject=subject)


class LoggedMixin:
    """Pages of captures and renditions: for who may see originals, each look logged."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        seen: bool = super().has_view_permission(request, obj)  # type: ignore[misc]
        return seen and request.user.has_perm(VIEW_ORIGINAL)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = context["original"]
        log_view(request, f"{obj._meta.model_name}:{obj.uid}")
        response: HttpResponse = super().render_change_form(  # type: ignore[misc]
            request, context, *args, **kwargs
        )
        return response
