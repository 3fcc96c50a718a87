"""The chain of events: nothing in it can be changed, lost or put in between unseen."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from django.db import connection, transaction

from archive import __version__, guards
from archive.actions.agents import software
from archive.actions.events import record
from archive.models import Event, Source
from tests import factories
from tests.archive.actions.chains import events, is_whole
from tests.races import Arena

pytestmark = pytest.mark.django_db

MANY = 25


def source_with_events(count: int = 3) -> Source:
    source = factories.source()
    for number in range(1, count):
        record(subject=source, event_type=f"event {number}", by=factories.editor())
    return source


def test_each_event_follows_on_the_last() -> None:
    source = source_with_events()
    assert is_whole(source)
    first, *rest = events(source)
    assert (first.sequence, first.previous) == (1, "")
    assert [event.previous for event in rest] == [event.digest for event in events(source)[:-1]]
    assert len({event.digest for event in events(source)}) == 3


def test_every_subject_has_a_chain_of_its_own() -> None:
    one, other = source_with_events(), source_with_events(2)
    assert is_whole(one)
    assert is_whole(other)
    assert {event.digest for event in events(one)}.isdisjoint(
        event.digest for event in events(other)
    )


def test_a_stale_copy_of_the_subject_does_not_break_the_chain() -> None:
    source = factories.source()
    stale = Source.objects.get(pk=source.pk)
    for subject in (source, stale, source):
        record(subject=subject, event_type="validation", by=factories.editor())
    assert is_whole(source)
    assert len(events(source)) == 4


@pytest.mark.parametrize(
    "detail",
    [
        {},
        {"zeta": 1, "alpha": [1, 2, {"nested": None}], "true": True},
        {"words": "Ünïcödé 🜍 עברית", "number": 1.5, "large": 10**15},
    ],
)
def test_the_digest_read_back_is_the_digest_written(detail: dict[str, Any]) -> None:
    source = factories.source()
    record(
        subject=source,
        event_type="validation",
        by=factories.editor(),
        detail=detail,
        objects=["blob:abc", "capture:x"],
    )
    assert is_whole(source)
    assert events(source)[-1].detail == detail


@pytest.mark.parametrize("hours", [0, 2, -11])
def test_the_time_zone_of_the_writer_does_not_matter(hours: int) -> None:
    source = factories.source()
    at = datetime(2022, 9, 1, 12, 30, 15, 123456, tzinfo=timezone(timedelta(hours=hours)))
    record(subject=source, event_type="validation", by=factories.editor(), at=at)
    assert is_whole(source)
    assert events(source)[-1].at == at


def test_an_event_names_a_person_without_a_version() -> None:
    (event,) = events(source_with_events(1))
    assert (event.agent_name, event.agent_kind, event.agent_version) == ("edith", "person", "")


def test_an_event_names_the_software_with_its_version() -> None:
    source = factories.source()
    event = record(subject=source, event_type="validation", by=software())
    assert (event.agent_name, event.agent_kind) == ("variorum", "software")
    assert event.agent_version == __version__


def test_an_event_outlives_a_change_of_the_account_that_acted() -> None:
    source, editor = source_with_events(), factories.editor()
    editor.change(expected=editor.version, username="renamed")
    assert is_whole(source)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE archive_event SET event_type = 'other' WHERE sequence = 2",
        "UPDATE archive_event SET agent_name = 'other' WHERE sequence = 1",
        "UPDATE archive_event SET at = '2001-01-01 00:00:00+00:00' WHERE sequence = 3",
        """UPDATE archive_event SET detail = '{"a": 1}' WHERE sequence = 2""",
        """UPDATE archive_event SET objects_touched = '["a"]' WHERE sequence = 2""",
        "UPDATE archive_event SET outcome = 'fail' WHERE sequence = 2",
        "UPDATE archive_event SET sequence = 4 WHERE sequence = 3",
        "DELETE FROM archive_event WHERE sequence = 1",
        "DELETE FROM archive_event WHERE sequence = 2",
        "DELETE FROM archive_event WHERE sequence = 3",
        "DELETE FROM archive_event",
        "UPDATE archive_source SET event_count = 2",
        "UPDATE archive_source SET event_head = ''",
    ],
)
def test_what_is_done_behind_the_guards_back_shows(damage: str) -> None:
    source = source_with_events()
    with guards.lifted(connection), connection.cursor() as cursor:
        cursor.execute(damage)
        assert cursor.rowcount
    assert not is_whole(source)


def test_an_act_that_fails_leaves_no_event() -> None:
    source = source_with_events()
    with transaction.atomic():
        record(subject=source, event_type="validation", by=factories.editor())
        transaction.set_rollback(True)
    assert is_whole(source)
    assert len(events(source)) == 3


def test_two_writers_at_once_lose_no_event(arena: Callable[[], Arena]) -> None:
    source, editor = factories.source(), factories.editor()
    meeting = arena()

    def write(name: str) -> None:
        for _ in range(MANY):
            record(subject=source, event_type=name, by=editor)

    assert meeting.at_once(lambda: write("one"), lambda: write("other")) == [None, None]
    types = meeting.ask(lambda: [event.event_type for event in events(source)])
    assert (types.count("one"), types.count("other")) == (MANY, MANY)
    assert meeting.ask(lambda: is_whole(Source.objects.get(pk=source.pk)))


def test_times_are_kept_to_the_microsecond() -> None:
    at = datetime(2022, 9, 1, 12, 30, 15, 1, tzinfo=UTC)
    record(subject=factories.source(), event_type="validation", by=factories.editor(), at=at)
    assert Event.objects.get(event_type="validation").at == at
