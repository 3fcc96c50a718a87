"""Who acts: the person named, or the software itself where nobody is."""

from typing import Any

from django.apps import AppConfig
from django.db import connections

from archive.errors import Refused
from archive.models import User, UserKind

NAME = "variorum"
# The same in every archive, so that what the software did in one can be loaded into another.
UID = "variorum00"


def software(using: str = "default") -> User:
    """The account of the software itself: nobody signs in with it."""
    agent, is_new = User.objects.using(using).get_or_create(
        username=NAME,
        defaults={
            "uid": UID,
            "display_name": "Variorum",
            "kind": UserKind.SOFTWARE,
            "is_active": False,
        },
    )
    if is_new:
        agent.set_unusable_password()
        agent.save(using=using)
    return agent


def named(username: str | None) -> User:
    """The account that `--by` names, the software without one. Raises `Refused` if unknown."""
    if username is None:
        return software()
    found = User.objects.filter(username=username).first()
    if found is None:
        raise Refused(f"There is no account “{username}”: --by takes a user name.")
    return found


def remake(sender: AppConfig, using: str = "default", **kwargs: Any) -> None:
    """After the migrations of this app: rows loaded from elsewhere may name the software."""
    connection = connections[using]
    if sender.label == "archive" and User._meta.db_table in connection.introspection.table_names():
        software(using)
