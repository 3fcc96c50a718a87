"""What the pages of the workbench stand in, and who looks at them."""

from typing import Any, cast

from django.contrib import admin
from django.http import HttpRequest

from archive.models import User


def person(request: HttpRequest) -> User:
    """Who is signed in, behind a guard that let nobody else pass."""
    return cast("User", request.user)


def surroundings(request: HttpRequest, **context: Any) -> dict[str, Any]:
    """The admin's frame without its navigation, which texts and desks have no room for."""
    return admin.site.each_context(request) | {"is_nav_sidebar_enabled": False} | context
