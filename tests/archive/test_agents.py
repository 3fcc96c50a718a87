"""Who acts where nobody is named."""

import pytest
from django.core.management import call_command

from archive.actions import agents
from archive.errors import Refused
from archive.models import User
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_migrated_archive_knows_the_software_by_the_same_name_everywhere() -> None:
    agent = User.objects.get(username="variorum")
    assert (agent.uid, agent.kind, agent.event_count) == ("variorum00", "software", 0)


def test_nobody_signs_in_as_the_software() -> None:
    assert not User.objects.get(username="variorum").has_usable_password()


def test_migrating_again_makes_no_second_account() -> None:
    call_command("migrate", verbosity=0)
    assert User.objects.filter(kind="software").count() == 1


def test_a_named_account_acts_itself() -> None:
    assert agents.named(factories.editor().username) == factories.editor()


def test_without_a_name_the_software_acts() -> None:
    assert agents.named(None) == agents.software()


@pytest.mark.parametrize("name", ["", "nobody", "VARIORUM"])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="no account"):
        agents.named(name)
