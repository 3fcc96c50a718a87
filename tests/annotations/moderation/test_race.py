"""Two moderators at one case at once: one wins, the other is told, nothing is lost."""

import pytest

from annotations.actions.decide import decide
from annotations.models import Case, Decision, Rule
from archive.models import Event, User
from tests import factories
from tests.annotations.moderation.conftest import case_of
from tests.annotations.threads import at_once

ROUNDS = 10


@pytest.fixture
def open_case(transactional_db: None, section: object) -> Case:
    return case_of(section, 2)  # type: ignore[arg-type]


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
