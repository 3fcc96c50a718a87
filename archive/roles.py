"""The roles as Django groups, remade from `settings.ROLES` after every migration."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Q


def permissions(names: list[str]) -> list[Permission]:
    """The permissions called `app.codename` that exist by now."""
    wanted = Q(pk=None)
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))


def remake(using: str = "default", **kwargs: Any) -> None:
    for role, names in settings.ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set(permissions(names))
