"""What is written once: the model refuses, and so does the database (`archive.guards`)."""

from typing import Any, NoReturn, Self, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class FrozenError(Exception):
    """A change or deletion of a row that is written once."""


def refuse(model: type[models.Model], verb: str) -> NoReturn:
    raise FrozenError(f"{model._meta.verbose_name} rows are frozen: {verb} is refused.")


class FrozenQuerySet(models.QuerySet[M]):
    """Reads and creates; whatever changes a row in place is refused."""

    def update(self, **kwargs: Any) -> int:
        refuse(self.model, "update")

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        refuse(self.model, "update")

    def delete(self) -> tuple[int, dict[str, int]]:
        refuse(self.model, "delete")


class Frozen(models.Model):
    """Base of rows that are written once and never change."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            refuse(type(self), "update")
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        refuse(type(self), "delete")

    @classmethod
    def all_models(cls) -> list[type[Self]]:
        """Every concrete frozen model of the project, in a stable order."""
        from django.apps import apps

        return sorted(
            (model for model in apps.get_models() if issubclass(model, cls)),
            key=lambda model: model._meta.db_table,
        )
