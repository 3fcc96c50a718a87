"""Accounts: who acts, and in which roles."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from archive.actions.events import record
from archive.errors import Refused
from archive.models import User

ADMIN = "admin"


def roles_of(account: User) -> list[str]:
    """The names of an account's roles, `admin` for a superuser among them."""
    roles = sorted(account.groups.values_list("name", flat=True))
    return [*roles, *[ADMIN] * account.is_superuser]


def rights(roles: Collection[str]) -> dict[str, bool]:
    """What the roles mean for the two switches of an account: all but readers see the admin."""
    unknown = sorted({*roles} - {*settings.ROLES, ADMIN})
    if unknown:
        raise Refused(
            f"There is no role “{unknown[0]}”: use {', '.join([*settings.ROLES, ADMIN])}."
        )
    return {"is_staff": bool({*roles} - {"reader"}), "is_superuser": ADMIN in roles}


@transaction.atomic
def create_account(
    *,
    username: str,
    display_name: str,
    roles: Collection[str],
    by: User,
    password: str | None = None,
    at: datetime | None = None,
    **values: Any,
) -> User:
    """A new account in these roles; without a password nobody can sign in with it.

    Raises `Refused` if the name is taken or a role is unknown.
    """
    if User.objects.filter(username=username).exists():
        raise Refused(f"The user name “{username}” is taken.")
    account = User(
        username=User.normalize_username(username),
        display_name=display_name,
        date_joined=at or timezone.now(),
        **rights(roles) | values,
    )
    account.set_password(password)
    account.save()
    join(account, roles)
    detail = {"roles": sorted(roles)}
    record(subject=account, event_type="account creation", by=by, at=at, detail=detail)
    return account


@transaction.atomic
def change_account(
    *,
    account: User,
    expected: int,
    by: User,
    roles: Collection[str] | None = None,
    at: datetime | None = None,
    **values: Any,
) -> User:
    """Change names, roles or activity of an account at version `expected`; else `Conflict`."""
    if roles is not None:
        values |= rights(roles)
    kept = values.get("is_superuser", True) and values.get("is_active", True)
    if account == by and by.is_superuser and not kept:
        raise Refused("Nobody can take away their own way in: ask another admin.")
    account.change(expected=expected, **values)
    if roles is not None:
        join(account, roles)
    detail = {"fields": sorted(values), "roles": roles_of(account)}
    record(subject=account, event_type="account change", by=by, at=at, detail=detail)
    return account


def join(account: User, roles: Collection[str]) -> None:
    account.groups.set(Group.objects.filter(name__in=roles))
