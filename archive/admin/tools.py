"""The links at the head of an object's page: what can be done with it from here."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse


class Tool(NamedTuple):
    title: str
    address: str


class ToolsMixin:
    """Puts `tools(request, obj)` at the head of the page of an object."""

    has_history = True

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        return []

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = context["original"]
        context["tools"] = self.tools(request, obj) if obj else []
        context["has_history"] = self.has_history
        response: HttpResponse = super().render_change_form(  # type: ignore[misc]
            request, context, *args, **kwargs
        )
        return response
