"""Rows by the hundred are the rows that one by one would have been."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from archive import bulk
from archive.actions.events import Chain, chained, write
from archive.models import Blob, Document, Event, Slug, Source, new_uids
from archive.models.identity import UID_LENGTH
from tests import factories

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)


def blobs(count: int) -> list[bulk.Values]:
    return [(f"{number:064x}", number + 1) for number in range(count)]


def test_columns_that_nobody_names_get_their_defaults() -> None:
    bulk.insert(Blob, ("sha256", "size"), blobs(3), received_at=MOMENT)
    found = Blob.objects.order_by("size")
    assert [(row.size, row.media_type, row.received_at) for row in found] == [
        (number, "", MOMENT) for number in (1, 2, 3)
    ]


def test_values_come_back_as_they_went_in() -> None:
    (key,), (uid,) = bulk.keys(Document, 1), new_uids(1)
    by = factories.editor()
    metadata = {"naïve": [1, None, {"deep": "𝄞"}]}
    bulk.insert(
        Document,
        ("id", "uid", "slug", "title", "authors", "metadata"),
        [(key, uid, "a", "A", [], metadata)],
        created_by_id=by.pk,
        created_at=MOMENT,
    )
    made = Document.objects.get(pk=key)
    assert (made.uid, made.authors, made.metadata) == (uid, [], metadata)
    assert (made.created_by, made.created_at, made.version) == (by, MOMENT, 1)


def test_keys_are_taken_once() -> None:
    first = bulk.keys(Blob, 2)
    names = ("id", "sha256", "size")
    rows = [(key, *row) for key, row in zip(first, blobs(2), strict=True)]
    bulk.insert(Blob, names, rows, received_at=MOMENT)
    assert min(bulk.keys(Blob, 2)) > max(first)
    assert Blob.objects.create(sha256="f" * 64, size=1).pk > max(first)


def test_what_is_there_is_passed_over_where_asked_for_and_refused_elsewhere() -> None:
    bulk.insert(Blob, ("sha256", "size"), blobs(1), received_at=MOMENT)
    bulk.insert(Blob, ("sha256", "size"), blobs(2), unless_there="sha256", received_at=MOMENT)
    assert Blob.objects.count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert(Blob, ("sha256", "size"), blobs(1), received_at=MOMENT)


def test_a_constraint_holds_also_where_duplicates_are_passed_over() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert(Blob, ("sha256", "size"), [("a" * 64, 0)], unless_there="sha256")


def test_a_column_that_has_to_differ_is_asked_for() -> None:
    with pytest.raises(AssertionError, match="uid"):
        bulk.insert(Source, ("slug", "name"), [("a", "A")])


def test_an_event_that_waits_in_a_chain_has_the_digest_of_one_that_was_read_back() -> None:
    chain = Chain("source", new_uids(1)[0])
    by = factories.editor()
    for number in range(2):
        chain.add("validation", by=by, at=MOMENT, detail={"number": number}, objects=["a:b"])
    write([chain])
    first, second = Event.objects.filter(subject_uid=chain.uid).order_by("sequence")
    assert (chained(first), chained(second)) == (first.digest, second.digest)
    assert (second.previous, chain.head, chain.count) == (first.digest, second.digest, 2)


def test_names_made_at_once_are_like_those_made_one_by_one() -> None:
    names = new_uids(2000)
    assert len(set(names)) == 2000
    assert {len(name) for name in names} == {UID_LENGTH}
    assert all(name[0].isalpha() and name.isalnum() and name == name.lower() for name in names)
    assert len({name[0] for name in names}) == 26
    assert len({sign for name in names for sign in name[1:]}) == 36


def test_rows_are_updated_by_their_keys() -> None:
    factories.document(slug="one")
    slug = Slug.objects.get(value="one")
    bulk.update(Slug, ("state",), [("renamed", slug.pk)])
    slug.refresh_from_db()
    assert slug.state == "renamed"


def test_rows_of_several_statements_keep_their_order() -> None:
    count = 2 * bulk.TOGETHER + 3
    bulk.insert(Blob, ("sha256", "size"), blobs(count), received_at=MOMENT)
    sizes = Blob.objects.order_by("pk").values_list("size", flat=True)
    assert [*sizes] == [*range(1, count + 1)]


def test_one_bad_row_among_many_leaves_none() -> None:
    rows = blobs(bulk.TOGETHER + 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert(Blob, ("sha256", "size"), [*rows, rows[-1]], received_at=MOMENT)
    assert not Blob.objects.exists()
