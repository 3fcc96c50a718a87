"""The index in PostgreSQL: a row a document, its words folded before they are handed over.

What the database would take for a number, an address or a part of a name is a word like any other,
and no extension is needed to take accents off; so it finds what SQLite finds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining, normalize

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from archive.models import Document
from archive.searching.entries import Entry
from archive.searching.words import Term

TABLE = "archive_staff_search"
WORD = re.compile(r"[^\W_]+")
# A tsvector holds 1 MB. Of a text with more than this in characters each word is kept once, so
# that it is found by its words, if not by phrases.
LONGEST = 200_000

MAKE = f"""
DROP TABLE IF EXISTS {TABLE};
CREATE TABLE {TABLE} (document bigint PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words);
"""
ADD = f"""
INSERT INTO {TABLE} (document, words) VALUES (
    %s, setweight(to_tsvector('simple', %s), 'A') || to_tsvector('simple', %s)
)
"""
JOIN = f"archive_document.id = {TABLE}.document"
MATCH = f"{TABLE}.words @@ to_tsquery('simple', %s)"
RANK = f"ts_rank({TABLE}.words, to_tsquery('simple', %s))"


def make(database: BaseDatabaseWrapper) -> None:
    with database.cursor() as cursor:
        cursor.execute(MAKE)


def add(entries: Sequence[Entry]) -> None:
    rows = [(row.document, held(row.names), held(row.text)) for row in entries]
    with connection.cursor() as cursor:
        cursor.executemany(ADD, rows)


def remove(documents: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE document = ANY(%s)", [list(documents)])


def match(documents: QuerySet[Document], wanted: list[Term]) -> QuerySet[Document]:
    query = " & ".join(map(phrase, wanted))
    found = documents.extra(tables=[TABLE], where=[JOIN, MATCH], params=[query])
    return found.order_by(RawSQL(RANK, [query]).desc(), "slug")


def phrase(term: Term) -> str:
    """A term as a tsquery: its words one after the other, the last perhaps only begun."""
    return " <-> ".join(words(term.words)) + ":*" * term.begun


def held(text: str) -> str:
    found = words(text)
    return " ".join(found if len(text) <= LONGEST else dict.fromkeys(found))[:LONGEST]


def words(text: str) -> Iterator[str]:
    """The words as they are compared: in one case, without accents."""
    if not text.isascii():
        text = "".join(char for char in normalize("NFKD", text) if not combining(char))
    return (match[0] for match in WORD.finditer(text.lower()))
