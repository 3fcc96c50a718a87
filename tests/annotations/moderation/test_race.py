"""Two moderators at one case at once: one wins, the other is told, nothing is lost."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections

from annotations.actions.decide import decide
from annotations.models import Case, Decision, Rule
from archive.models import Conflict, Event, User
from tests import factories
from tests.annotations.moderation.conftest import case_of

ROUNDS = 10


@pytest.fixture
def open_case(transactional_db: None, section: object) -> Case:
    if connection.vendor == "sqlite" and "memory" in str(connection.settings_dict["NAME"]):
        # Threads share the one connection of a database in memory, so nothing happens at once.
        pytest.skip("two at once want PostgreSQL: set VARIORUM_TEST_DATABASE_URL")
    return case_of(section, 2)  # type: ignore[arg-type]


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run the acts in threads that start together; what each returned or raised."""
    start, results = threading.Barrier(len(acts)), list[object]()

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            results.append(act())
        except Conflict as conflict:
            results.append(conflict)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_one_wins_and_the_other_is_told(open_case: Case, rules: dict[str, Rule]) -> None:
    people = factories.moderator(), factories.moderator("mona")
    for number in range(ROUNDS):
        expected = Case.objects.get(pk=open_case.pk).version

        def act(by: User, expected: int = expected, severity: int = number % 3) -> Decision:
            return decide(
                case=Case.objects.get(pk=open_case.pk),
                expected=expected,
                outcome="withhold",
                rule=rules["2"],
                reason="It insults.",
                severity=severity,
                by=by,
            )

        results = at_once(lambda: act(people[0]), lambda: act(people[1]))
        assert sorted(type(result).__name__ for result in results) == ["Conflict", "Decision"]
    assert Decision.objects.count() == ROUNDS
    assert Event.objects.filter(event_type="policy assignment").count() == ROUNDS
