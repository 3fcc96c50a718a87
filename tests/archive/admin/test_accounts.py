"""Accounts: made, changed and closed by admins alone, each act on the account's chain."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.actions.accounts import change_account, create_account, roles_of
from archive.errors import Refused
from archive.models import Conflict, Event, User
from tests import factories
from tests.archive.admin.forms import errors, filled

pytestmark = pytest.mark.django_db
PASSWORD = "a long way to tipperary"


def make(**columns: Any) -> User:
    given: dict[str, Any] = {"username": "una", "display_name": "Una", "roles": ["editor"]}
    return create_account(by=factories.admin(), **given | columns)


@pytest.mark.parametrize(
    ("roles", "is_staff", "is_superuser"),
    [
        ([], False, False),
        (["reader"], False, False),
        (["editor"], True, False),
        (["moderator"], True, False),
        (["publisher"], True, False),
        (["reader", "editor"], True, False),
        (["admin"], True, True),
    ],
)
def test_all_but_readers_see_the_workroom(
    roles: list[str], is_staff: bool, is_superuser: bool
) -> None:
    account = make(roles=roles)
    assert (account.is_staff, account.is_superuser) == (is_staff, is_superuser)
    assert roles_of(account) == sorted(roles)


def test_without_a_password_nobody_signs_in(client: Client) -> None:
    assert not make().has_usable_password()
    response = client.post(reverse("admin:login"), {"username": "una", "password": "None"})
    assert response.status_code == 200


def test_a_password_signs_in(client: Client) -> None:
    make(password=PASSWORD)
    response = client.post(
        reverse("admin:login"), {"username": "una", "password": PASSWORD, "next": "/admin/"}
    )
    assert response.status_code == 302


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"roles": ["emperor"]}, "There is no role “emperor”"),
        ({"username": "ada"}, "The user name “ada” is taken."),
    ],
)
def test_what_cannot_be_made_is_refused(columns: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        make(**columns)


def test_making_and_changing_stand_on_the_chain_of_the_account() -> None:
    account = make()
    change_account(account=account, expected=1, by=factories.admin(), roles=["moderator"])
    events = Event.objects.filter(subject_uid=account.uid).order_by("sequence")
    assert [event.event_type for event in events] == ["account creation", "account change"]
    assert events[1].detail["roles"] == ["moderator"]


def test_a_stale_change_of_an_account_is_refused() -> None:
    account = make()
    change_account(account=account, expected=1, by=factories.admin(), display_name="U.")
    with pytest.raises(Conflict):
        change_account(account=account, expected=1, by=factories.admin(), roles=["admin"])
    assert roles_of(account) == ["editor"]


@pytest.mark.parametrize("lost", [{"is_active": False}, {"roles": ["editor"]}])
def test_nobody_takes_away_their_own_way_in(lost: dict[str, Any]) -> None:
    admin = factories.admin()
    with pytest.raises(Refused, match="their own way in"):
        change_account(account=admin, expected=1, by=admin, **lost)


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(factories.admin())
    return client


def test_an_admin_makes_an_account_in_the_admin(admin: Client) -> None:
    typed = {
        "username": "una",
        "display_name": "Una",
        "email": "",
        "roles": ["editor", "publisher"],
        "usable_password": "true",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }
    assert admin.post(reverse("admin:archive_user_add"), typed).status_code == 302
    una = User.objects.get(username="una")
    assert roles_of(una) == ["editor", "publisher"]
    assert una.check_password(PASSWORD)


def test_an_admin_changes_roles_in_the_admin(admin: Client) -> None:
    account = make()
    path = reverse("admin:archive_user_change", args=[account.pk])
    assert admin.post(path, filled(admin.get(path), roles=["moderator"])).status_code == 302
    assert roles_of(User.objects.get(pk=account.pk)) == ["moderator"]


def test_roles_changed_meanwhile_are_not_overwritten(admin: Client) -> None:
    account = make()
    path = reverse("admin:archive_user_change", args=[account.pk])
    typed = filled(admin.get(path), roles=["admin"])
    change_account(account=account, expected=1, by=factories.admin(), roles=["reader"])
    response = admin.post(path, typed)
    assert "Somebody else" in errors(response)[0]
    assert "<td>reader</td>" in response.content.decode()
    assert roles_of(account) == ["reader"]


def test_an_admin_who_would_shut_the_own_door_is_told_so(admin: Client) -> None:
    path = reverse("admin:archive_user_change", args=[factories.admin().pk])
    typed = filled(admin.get(path), roles=["editor"])
    response = admin.post(path, typed)
    assert errors(response) == ["Nobody can take away their own way in: ask another admin."]


def test_a_new_password_stands_on_the_chain_without_the_password(admin: Client) -> None:
    account = make()
    path = reverse("admin:auth_user_password_change", args=[account.pk])
    typed = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    assert admin.post(path, typed).status_code == 302
    event = Event.objects.filter(subject_uid=account.uid).latest("sequence")
    assert (event.event_type, event.detail) == ("password change", {})


def test_a_user_name_is_chosen_once(admin: Client) -> None:
    account = make()
    path = reverse("admin:archive_user_change", args=[account.pk])
    admin.post(path, filled(admin.get(path), username="other", display_name="U."))
    account.refresh_from_db()
    assert (account.username, account.display_name) == ("una", "U.")


def test_a_wrong_password_five_times_closes_the_door_with_a_plain_sentence(client: Client) -> None:
    make(password=PASSWORD)
    wrong = {"username": "una", "password": "wrong"}
    answers = [client.post(reverse("admin:login"), wrong) for _ in range(6)]
    assert answers[-1].status_code == 429
    text = answers[-1].content.decode()
    assert "closed for 15 minutes" in text
    right = client.post(reverse("admin:login"), {"username": "una", "password": PASSWORD})
    assert right.status_code == 429
