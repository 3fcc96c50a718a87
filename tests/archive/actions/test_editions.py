"""Freezing and closing: a number once, a closing once, and nothing else of an edition changes."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from archive.actions.editions import close, freeze, next_number
from archive.digests import canonical, sha256
from archive.errors import Refused
from archive.models import Edition, Entry, Quotation, Withdrawal
from tests import factories
from tests.archive.actions.payloads import payload
from tests.races import Arena

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
REASON = "A correction."


def frozen(slug: str = "a-text", number: int = 1, **columns: Any) -> Edition:
    return freeze(payload("document", slug, number), by=factories.publisher(), **columns)


def closed(edition: Edition, **columns: Any) -> Withdrawal:
    return close(edition, by=factories.publisher(), reason=REASON, **columns)


def test_an_edition_is_the_canonical_bytes_of_its_payload() -> None:
    content = payload("document", "a-text")
    edition = frozen(at=MOMENT, accepted_warnings=["A warning."])
    edition.refresh_from_db()
    assert edition.content == content
    assert edition.payload == canonical(content)
    assert edition.sha256 == sha256(edition.payload)
    assert (edition.kind, edition.slug, edition.number) == ("document", "a-text", 1)
    assert (edition.published_at, edition.published_by) == (MOMENT, factories.publisher())
    assert edition.accepted_warnings == ["A warning."]


def test_the_order_of_a_payload_does_not_change_its_digest() -> None:
    content = payload("document", "a-text")
    shuffled = json.loads(json.dumps(dict(reversed(content.items()))))
    assert sha256(canonical(shuffled)) == frozen().sha256


def test_a_number_is_given_once() -> None:
    first = frozen()
    with pytest.raises(Refused, match="somebody else"):
        frozen()
    assert list(Edition.objects.all()) == [first]
    assert Entry.objects.get().edition == first


def test_a_closed_number_is_not_given_again() -> None:
    closed(frozen())
    with pytest.raises(Refused, match="somebody else"):
        frozen()
    assert next_number("document", frozen(number=2).subject_uid) == 3


def test_each_subject_counts_for_itself() -> None:
    assert next_number("document", "nothing") == 1
    frozen("a-text")
    assert frozen("b-text").number == 1


@pytest.mark.parametrize("number", [0, -1])
def test_no_edition_comes_before_the_first(number: int) -> None:
    with pytest.raises(Refused), transaction.atomic():
        frozen(number=number)
    assert not Edition.objects.exists()


def test_of_two_that_publish_at_once_one_is_refused(arena: Callable[[], Arena]) -> None:
    factories.publisher()
    meeting = arena()
    results = meeting.at_once(frozen, frozen)
    assert sorted(type(result).__name__ for result in results) == ["Edition", "Refused"]
    assert meeting.ask(Edition.objects.count) == 1


def test_the_words_that_it_shows_are_noted() -> None:
    text = factories.rendition()
    edition = frozen(quotations=[(text.pk, 0, 3), (text.pk, 4, 9)])
    found = edition.quotations.values_list("rendition", "start", "end")
    assert list(found) == [(text.pk, 0, 3), (text.pk, 4, 9)]


def test_a_quotation_that_cannot_be_leaves_no_edition() -> None:
    text = factories.rendition()
    with pytest.raises(IntegrityError), transaction.atomic():
        frozen(quotations=[(text.pk, 3, 3)])
    assert not Edition.objects.exists()
    assert not Quotation.objects.exists()


def test_closing_says_who_when_and_why_and_changes_nothing_else() -> None:
    edition, heir = frozen(), frozen(number=2)
    before = Edition.objects.filter(pk=edition.pk).values().get()
    withdrawal = closed(edition, at=MOMENT, replaced_by=heir)
    assert (withdrawal.by, withdrawal.at) == (factories.publisher(), MOMENT)
    assert (withdrawal.reason, withdrawal.replaced_by) == (REASON, heir)
    assert withdrawal.show_title is False
    assert Edition.objects.filter(pk=edition.pk).values().get() == before
    assert list(Edition.objects.open()) == [heir]


def test_an_edition_is_closed_once() -> None:
    edition = frozen()
    first = closed(edition)
    with pytest.raises(Refused, match="closed already"):
        closed(edition)
    assert list(Withdrawal.objects.all()) == [first]


def test_an_edition_is_not_closed_without_a_reason() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        close(frozen(), by=factories.publisher(), reason="")
    assert not Withdrawal.objects.exists()


def test_of_two_that_close_at_once_one_is_refused(arena: Callable[[], Arena]) -> None:
    edition = frozen()
    meeting = arena()
    results = meeting.at_once(lambda: closed(edition), lambda: closed(edition))
    assert sorted(type(result).__name__ for result in results) == ["Refused", "Withdrawal"]
    assert meeting.ask(Withdrawal.objects.count) == 1
