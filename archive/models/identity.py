"""What addressable or changeable rows share: a stored random name, a version, a history head."""

import secrets
from string import ascii_lowercase, digits
from typing import Any, ClassVar, Self, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)

UID_LENGTH = 10
LEFT = UID_LENGTH - 1


def new_uid() -> str:
    """Ten random characters, the first a letter, so that it can be an HTML id as it stands."""
    rest = (secrets.choice(ascii_lowercase + digits) for _ in range(LEFT))
    return secrets.choice(ascii_lowercase) + "".join(rest)


def new_uids(count: int) -> list[str]:
    """As many of them, made at once."""
    first, rest = drawn(ascii_lowercase, count), drawn(ascii_lowercase + digits, count * LEFT)
    return [letter + rest[at * LEFT : (at + 1) * LEFT] for at, letter in enumerate(first)]


def drawn(alphabet: str, count: int) -> str:
    """Random characters, each as likely: bytes beyond a multiple of the alphabet are dropped."""
    fair = 256 - 256 % len(alphabet)
    table = bytes(ord(alphabet[byte % len(alphabet)]) for byte in range(256))
    found = b""
    while len(found) < count:
        found += secrets.token_bytes(count + 64).translate(table, bytes(range(fair, 256)))
    return found[:count].decode()


class NaturalManager(models.Manager[M]):
    """Finds a row by the fields that name it, in the order of `model.natural_fields`."""

    def get_by_natural_key(self, *key: Any) -> M:
        fields: tuple[str, ...] = self.model.natural_fields  # type: ignore[attr-defined]
        return self.get(**dict(zip(fields, key, strict=True)))


class Named(models.Model):
    """A row with a random name of its own that never changes and says nothing."""

    uid = models.CharField(max_length=UID_LENGTH, unique=True, default=new_uid, editable=False)

    natural_fields: ClassVar[tuple[str, ...]] = ("uid",)

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str, ...]:
        return (self.uid,)


class Conflict(Exception):
    """Somebody else saved first. `current` is the row as it stands now."""

    def __init__(self, current: models.Model) -> None:
        super().__init__(
            f"This {current._meta.verbose_name} was changed by somebody else in the meantime."
        )
        self.current = current


class Versioned(models.Model):
    """A row that people edit: the version is checked in the UPDATE's WHERE."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def change(self, *, expected: int, **values: Any) -> Self:
        """Set `values` if the row is still at version `expected`; else raise `Conflict`."""
        rows = type(self)._base_manager.filter(pk=self.pk)
        if not rows.filter(version=expected).update(version=expected + 1, **values):
            raise Conflict(rows.get())
        self.refresh_from_db()
        return self


class Subject(Named):
    """A row whose history is a chain of events; it keeps the chain's length and last digest."""

    event_count = models.PositiveIntegerField(default=0, editable=False)
    event_head = models.CharField(max_length=64, blank=True, editable=False)

    subject_kind: ClassVar[str]

    class Meta:
        abstract = True
