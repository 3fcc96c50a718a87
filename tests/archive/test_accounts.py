"""Accounts and permissions are what Django's own backend says they are, in one statement each."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, Permission
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archive.accounts import COLUMNS, Backend
from archive.models import Section, User
from archive.prepared import Prepared
from tests import factories

pytestmark = pytest.mark.django_db

PEOPLE = [
    factories.editor, factories.admin, factories.moderator, factories.publisher, factories.reader,
]  # fmt: skip


@pytest.mark.parametrize("person", PEOPLE)
def test_a_role_may_what_it_may_by_djangos_own_backend(person: Callable[[], User]) -> None:
    user = person()
    user.user_permissions.add(Permission.objects.get(codename="view_blob"))
    fresh = User.objects.get(pk=user.pk)
    expected = ModelBackend().get_all_permissions(fresh)
    with CaptureQueriesContext(connection) as asked:
        found = Backend().get_user(user.pk)
        assert found is not None
        assert Backend().get_all_permissions(found) == expected
        assert found.has_perms(["archive.view_blob"])
    assert len(asked) == 2 or found.is_superuser
    assert all(getattr(found, name) == getattr(fresh, name) for name in COLUMNS.names)


def test_a_closed_account_is_nobody_and_may_nothing() -> None:
    user = factories.editor()
    user.is_active = False
    user.save()
    assert Backend().get_user(user.pk) is None
    assert Backend().get_all_permissions(user) == set()


@pytest.mark.parametrize("name", [-1, 10**9])
def test_nobody_is_found_by_a_number_that_no_account_has(name: int) -> None:
    assert Backend().get_user(name) is None


def test_who_is_not_signed_in_may_nothing() -> None:
    assert Backend().get_all_permissions(AnonymousUser()) == set()


def test_a_permission_that_is_taken_away_is_gone_at_the_next_request() -> None:
    user = factories.editor()
    assert user.has_perm("annotations.add_annotation")
    user.groups.clear()
    found = Backend().get_user(user.pk)
    assert found is not None
    assert not found.has_perm("annotations.add_annotation")


def test_a_prepared_query_that_does_not_use_a_value_as_it_is_is_refused() -> None:
    broken = Prepared(lambda pk: Section.objects.filter(start=pk + 1).values_list("pk"), int)
    with pytest.raises(AssertionError, match="not used as it is"):
        broken(1)


def test_a_prepared_query_answers_as_the_query_does() -> None:
    rendition = factories.rendition("One line.\nAnother line.")
    rows = Section.objects.order_by("position").values_list("rendition__made_at", "kind")
    asked = Prepared(lambda pk: rows.filter(rendition=pk), int)
    assert asked(rendition.pk) == list(rows.filter(rendition=rendition.pk))
    assert len(asked(rendition.pk)) == 2
    assert asked(rendition.pk + 1) == []


@pytest.mark.parametrize(("days", "is_kept"), [(1, True), (-1, False)])
def test_a_session_lasts_until_it_expires(client: Client, days: int, is_kept: bool) -> None:
    client.force_login(factories.admin())
    Session.objects.update(expire_date=timezone.now() + timedelta(days=days))
    assert client.get("/admin/").status_code == (200 if is_kept else 302)


def test_a_session_that_was_ended_elsewhere_is_over(client: Client) -> None:
    client.force_login(factories.admin())
    Session.objects.all().delete()
    assert client.get("/admin/").status_code == 302
