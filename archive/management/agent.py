"""Who acts when a command writes."""

from argparse import ArgumentParser

from django.core.management.base import CommandError

from archive.actions.agents import named
from archive.errors import Refused
from archive.models import User


def add_by(parser: ArgumentParser, *, required: bool = False) -> None:
    """The option `--by USERNAME` of every command that writes."""
    default = "" if required else " (default: the software itself)"
    parser.add_argument(
        "--by", metavar="USERNAME", required=required, help=f"the account that acts{default}"
    )


def agent(username: str | None, *, may: str = "") -> User:
    """The account of this name, or the software's own.

    Raises CommandError if there is none, if it is closed, or if a person lacks the permission
    `may` (`app.codename`).
    """
    try:
        found = named(username)
    except Refused as refusal:
        raise CommandError(str(refusal)) from None
    if username is None:
        return found
    if not found.is_active:
        raise CommandError(f"The account “{username}” is closed.")
    if may and not found.has_perm(may):
        raise CommandError(f"The account “{username}” may not do this: it lacks {may}.")
    return found
