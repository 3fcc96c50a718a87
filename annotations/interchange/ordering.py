"""The order of rows: by natural key, what is referred to first, the same in every database."""

from typing import Any

from django.db import connection, models
from django.db.models.expressions import BaseExpression, F, RawSQL
from django.db.models.functions import Collate

Model = type[models.Model]


def natural_fields(model: Model) -> tuple[str, ...]:
    fields: tuple[str, ...] = model.natural_fields  # type: ignore[attr-defined]
    return fields


def self_reference(model: Model) -> str | None:
    """The column by which its rows refer to one another."""
    columns = [f.column for f in model._meta.concrete_fields if f.related_model is model]
    return columns[0] if columns else None


def generation(model: Model, column: str) -> RawSQL:
    """How many rows of the same table a row stands on, so that it comes after all of them."""
    quote = connection.ops.quote_name
    table, name, key = quote(model._meta.db_table), quote(column), quote(str(model._meta.pk.column))
    sql = (
        f"(WITH RECURSIVE above(ref) AS (SELECT {table}.{name} UNION "
        f"SELECT up.{name} FROM {table} AS up JOIN above ON up.{key} = above.ref) "
        "SELECT COUNT(ref) FROM above)"
    )
    return RawSQL(sql, (), models.IntegerField())


def by_code_point(lookup: str) -> BaseExpression | F:
    """An order that does not depend on how a database sorts words."""
    return Collate(lookup, "C") if connection.vendor == "postgresql" else F(lookup)


def is_text(model: Model, lookup: str) -> bool:
    head, _, rest = lookup.partition("__")
    field = model._meta.get_field(head)
    if rest:
        return is_text(field.related_model, rest)  # type: ignore[arg-type]
    return isinstance(field, models.CharField)


def in_order(queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """By natural key, after the rows of the same table that a row stands on."""
    model = queryset.model
    keys = natural_fields(model)
    order: list[Any] = [by_code_point(key) if is_text(model, key) else key for key in keys]
    own = self_reference(model)
    return queryset.order_by(*[generation(model, own)] if own else [], *order)
