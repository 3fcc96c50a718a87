"""The door to the staff index, whatever database it stands in: SQLite with FTS5, or PostgreSQL."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.apps import AppConfig
from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet

from archive.models import AccessPoint, Capture, Deaccession, Document, Name, Rendition
from archive.searching import postgresql, sqlite
from archive.searching.entries import Entry, entries, newest
from archive.searching.words import terms

TABLE = "archive_staff_search"


def engine(database: BaseDatabaseWrapper = connection) -> Any:
    """The module that speaks to this kind of database."""
    return {"sqlite": sqlite, "postgresql": postgresql}[database.vendor]


def index(renditions: Sequence[Rendition]) -> None:
    """Put documents into the index, or anew: each by its newest rendition, with capture and
    document loaded."""
    put(list(entries(renditions)))


def add(found: Iterable[Entry]) -> None:
    """Put entries of documents that come in now into the index."""
    engine().add(list(found))


def put(found: Sequence[Entry]) -> None:
    """Put entries into the index, in the place of those that their documents have."""
    forget(entry.document for entry in found)
    engine().add(found)


def refresh(documents: QuerySet[Document]) -> None:
    """Put what these documents are called and say now into the index."""
    for renditions in newest(documents):
        index(renditions)


def forget(documents: Iterable[int]) -> None:
    """Take documents out of the index, by their primary keys."""
    engine().remove(documents)


def match(documents: QuerySet[Document], query: str) -> QuerySet[Document]:
    """Those of `documents` that hold every term of the query, the best first.

    A query without a word in it finds nothing.
    """
    wanted = terms(query)
    found: QuerySet[Document] = engine().match(documents, wanted) if wanted else documents.none()
    return found


def search(query: str) -> list[int]:
    """The primary keys of the documents that a query finds, the best first."""
    return list(match(Document.objects.all(), query).values_list("pk", flat=True))


@transaction.atomic
def rebuild(step: Callable[[], object] = bool) -> int:
    """Make the index anew from all documents held; returns how many. `step` follows each."""
    engine().make(connection)
    count = 0
    for renditions in newest(Document.objects.all()):
        engine().add(list(entries(renditions)))
        count += len(renditions)
        for _ in renditions:
            step()
    return count


def is_missing(database: BaseDatabaseWrapper) -> bool:
    """Whether the tables of what is indexed stand there and the index does not."""
    tables = set(database.introspection.table_names())
    models = (Rendition, Capture, Document, Deaccession, AccessPoint, Name)
    wanted = {model._meta.db_table for model in models}
    return wanted <= tables and TABLE not in tables


def is_stale(database: BaseDatabaseWrapper) -> bool:
    """Whether the archive was emptied behind the index, as `flush` does: its keys begin anew."""
    if TABLE not in database.introspection.table_names() or Document.objects.exists():
        return False
    with database.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {TABLE})")
        return bool(cursor.fetchone()[0])


def remake(sender: AppConfig, using: str = "default", **kwargs: Any) -> None:
    """After the migrations of this app: an archive from before it had an index gets one."""
    database = connections[using]
    if sender.label == "archive" and (is_missing(database) or is_stale(database)):
        rebuild()
