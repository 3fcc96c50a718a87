"""Who may do what: the roles as groups, made again after every migration."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from archive.project.roles import ROLES
from archive.roles import permissions
from tests import factories

pytestmark = pytest.mark.django_db

VERBS = {
    "archive.ingest_document": "editor",
    "archive.change_document": "editor",
    "archive.change_source": "editor",
    "archive.change_authority": "editor",
    "archive.view_name": "editor moderator publisher",
    "archive.add_rating": "editor",
    "annotations.add_annotation": "editor",
    "annotations.add_claim": "editor",
    "annotations.add_evidence": "editor",
    "annotations.add_assessment": "editor",
    "annotations.add_flag": "editor moderator",
    "annotations.add_reply": "editor publisher",
    "annotations.add_replyreview": "publisher",
    "annotations.add_verdictscale": "publisher",
    "annotations.decide_case": "moderator",
    "archive.publish_document": "publisher",
    "archive.withdraw_document": "publisher",
    "archive.view_original": "editor moderator publisher",
    "archive.view_document": "editor moderator publisher",
    "archive.view_event": "editor moderator publisher",
    "annotations.view_decision": "editor moderator publisher",
    "archive.view_user": "",
    "archive.change_user": "",
    "archive.view_operation": "",
}


def everybody() -> dict[str, set[str]]:
    """The permissions of each role, as `app.codename`."""
    found = Group.objects.values_list(
        "name", "permissions__content_type__app_label", "permissions__codename"
    )
    roles: dict[str, set[str]] = {}
    for role, app, codename in found:
        roles.setdefault(role, set()).update({f"{app}.{codename}"} if codename else set())
    return roles


def test_migrating_makes_the_roles_as_they_are_listed() -> None:
    assert everybody() == {role: {*names} for role, names in ROLES.items()}


@pytest.mark.parametrize("role", ROLES)
def test_every_permission_that_is_listed_exists_once(role: str) -> None:
    assert len(permissions(ROLES[role])) == len(ROLES[role]) == len({*ROLES[role]})


@pytest.mark.parametrize(("verb", "roles"), VERBS.items())
@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_its_own_work_and_no_other(role: str, verb: str, roles: str) -> None:
    person = factories.user("somebody", role, is_staff=True)
    assert person.has_perm(verb) == (role in roles.split())


@pytest.mark.parametrize("verb", VERBS)
def test_an_admin_may_do_everything(verb: str) -> None:
    assert factories.admin().has_perm(verb)


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_may_do_anything_without_a_role_or_with_a_closed_account(verb: str) -> None:
    assert not factories.user("nobody").has_perm(verb)
    assert not factories.user("gone", *ROLES, is_active=False).has_perm(verb)


def test_no_role_deletes_anything() -> None:
    assert not [name for names in everybody().values() for name in names if ".delete_" in name]


def test_a_reader_may_do_nothing_in_the_workroom() -> None:
    assert everybody()["reader"] == set()


def test_what_somebody_changed_by_hand_is_as_it_was_after_migrating() -> None:
    reader, editor = Group.objects.get(name="reader"), Group.objects.get(name="editor")
    reader.permissions.set(Permission.objects.all())
    editor.permissions.clear()
    Group.objects.get(name="moderator").delete()
    call_command("migrate", verbosity=0)
    assert everybody() == {role: {*names} for role, names in ROLES.items()}


def test_a_role_of_the_archives_own_is_left_alone() -> None:
    Group.objects.create(name="volunteers")
    call_command("migrate", verbosity=0)
    assert everybody()["volunteers"] == set()


def test_a_permission_that_does_not_exist_is_not_invented() -> None:
    assert permissions(["archive.no_such_verb"]) == []
