"""Who acts when a command writes."""

from argparse import ArgumentParser

from django.core.management.base import CommandError

from archive.actions.accounts import software_agent
from archive.models import User


def add_by(parser: ArgumentParser, *, required: bool = False) -> None:
    """The option `--by USERNAME` of every command that writes."""
    default = "" if required else " (default: the software itself)"
    parser.add_argument(
        "--by", metavar="USERNAME", required=required, help=f"the account that acts{default}"
    )


def agent(username: str | None, *, may: str = "") -> User:
    """The account of this name, or the software's own.

    Raises CommandError if there is none, or if it lacks the permission `may` (`app.codename`).
    """
    if username is None:
        return software_agent()
    found = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise CommandError(f"There is no active account “{username}”.")
    if may and not found.has_perm(may):
        raise CommandError(f"The account “{username}” may not do this: it lacks {may}.")
    return found
