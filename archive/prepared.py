"""Queries that are asked at every step of somebody's work, made into SQL once.

To make a query costs the ORM about ten times what the database needs to answer it.
"""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
Rows = list[tuple[Any, ...]]


class Prepared:
    """A query of `values_list` rows, called with the values that it was written for.

    `make` takes as many values as there are `kinds` (each int or str) and uses each as it is.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]], *kinds: type[int | str]) -> None:
        self.make = make
        # Values that nobody asks for stand where those that are asked for will.
        self.marks = [kind(2_100_000_000 + number) for number, kind in enumerate(kinds)]
        self.made: dict[str, tuple[str, list[Any], Any]] = {}

    def __call__(self, *values: int | str) -> Rows:
        sql, given, compiler = self.made.get(connection.vendor) or self._made()
        known = dict(zip(self.marks, values, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(sql, [known.get(each, each) for each in given])
            found = cursor.fetchall()
        converters = compiler.converters
        rows = compiler.apply_converters(found, converters) if converters else found
        return [tuple(row) for row in rows]

    def _made(self) -> tuple[str, list[Any], Any]:
        query = self.make(*self.marks).query
        compiler: Any = query.get_compiler(connection=connection)
        sql, given = compiler.as_sql()
        missing = set(self.marks) - {each for each in given if isinstance(each, int | str)}
        assert not missing, "a value of a prepared query was not used as it is"
        columns = [expression for expression, *_ in compiler.select]
        compiler.converters = compiler.get_converters(columns)
        self.made[connection.vendor] = (sql, list(given), compiler)
        return self.made[connection.vendor]


class Columns(Generic[M]):
    """Some columns of a model, all without names, and rows made of them and of no others.

    `path` is the way to the model from the one that a query begins with: `capture__`.
    """

    def __init__(self, model: type[M], *names: str, path: str = "") -> None:
        self.model = model
        known = [field.attname for field in model._meta.concrete_fields]
        # Rows are made of columns in the order of the model.
        self.names = [name for name in known if name in names or not names]
        self.paths = [path + name for name in self.names]

    def row(self, values: Iterable[Any]) -> M:
        """A row of values in the order of `paths`; what else it has is loaded when asked for."""
        return self.model.from_db(connection.alias, self.names, list(values))
