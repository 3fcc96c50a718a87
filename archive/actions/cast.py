"""The first accounts of a new archive, one or more for each role."""

import secrets

from django.db import transaction

from archive.actions.accounts import create_account
from archive.actions.agents import software
from archive.models import User

# A blind second reading and an appeal need three moderators.
CAST = {
    "admin": ("Administrator", "admin"),
    "publisher": ("Publisher", "publisher"),
    "reader": ("Reader", "reader"),
    "editor1": ("First editor", "editor"),
    "editor2": ("Second editor", "editor"),
    "moderator1": ("First moderator", "moderator"),
    "moderator2": ("Second moderator", "moderator"),
    "moderator3": ("Third moderator", "moderator"),
}
# No letters or digits that are mistaken for one another.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def random_password() -> str:
    """Four groups of four, some 79 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def standing() -> User | None:
    """The first of these accounts that is here; then none is made any more."""
    return User.objects.filter(username__in=CAST).order_by("date_joined").first()


@transaction.atomic
def create_cast() -> dict[str, str]:
    """Make the accounts; returns their passwords, which are kept nowhere."""
    passwords = {name: random_password() for name in CAST}
    for name, (display_name, role) in CAST.items():
        create_account(
            username=name,
            display_name=display_name,
            roles=[role],
            by=software(),
            password=passwords[name],
        )
    return passwords
