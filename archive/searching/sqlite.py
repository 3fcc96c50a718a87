"""The index in SQLite: a table of FTS5 whose row numbers are the documents' primary keys."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from archive.models import Document
from archive.searching.entries import Entry
from archive.searching.words import Term

TABLE = "archive_staff_search"

# A word among the names counts as much as eight in the text. A larger buffer, merged in larger
# groups, makes adding a third cheaper and a search no slower.
MAKE = f"""
CREATE VIRTUAL TABLE {TABLE} USING fts5(names, text, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO {TABLE}({TABLE}, rank) VALUES ('rank', 'bm25(8.0, 1.0)');
INSERT INTO {TABLE}({TABLE}, rank) VALUES ('hashsize', 8000000);
INSERT INTO {TABLE}({TABLE}, rank) VALUES ('automerge', 16);
INSERT INTO {TABLE}({TABLE}, rank) VALUES ('crisismerge', 64);
"""
# The plus keeps the planner from asking the index anew for every document.
JOIN = f"archive_document.id = +{TABLE}.rowid"


def make(database: BaseDatabaseWrapper) -> None:
    with database.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
        for statement in filter(None, map(str.strip, MAKE.split(";"))):
            cursor.execute(statement)


def add(entries: Sequence[Entry]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {TABLE}(rowid, names, text) VALUES (%s, %s, %s)", entries)


def remove(documents: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {TABLE} WHERE rowid = %s", [(key,) for key in documents])


def match(documents: QuerySet[Document], wanted: list[Term]) -> QuerySet[Document]:
    query = " ".join(map(phrase, wanted))
    found = documents.extra(tables=[TABLE], where=[f"{TABLE} MATCH %s", JOIN], params=[query])
    return found.order_by(RawSQL(f"{TABLE}.rank", ()), "slug")


def phrase(term: Term) -> str:
    """A term as FTS5 reads it: in quotation marks nothing is an operator."""
    quoted = term.words.replace('"', '""')
    return f'"{quoted}" *' if term.begun else f'"{quoted}"'
