"""Every page and verb of the desk for every role: 302 to the sign-in page, 403, or the answer."""

from typing import Any

import pytest
from django.test import Client

from annotations.models import Case, Decision, Flag
from tests import factories
from tests.annotations.moderation.conftest import Judge

PAGES = ["queue", "section", "case"]
VERBS = ["decide", "undo", "flag"]
SEES = dict.fromkeys(PAGES, 200) | {"case": 302}
NOT_EVEN_SEES = dict.fromkeys([*PAGES, *VERBS], 403)
EXPECTED: dict[str, dict[str, Any]] = {
    "nobody": dict.fromkeys([*PAGES, *VERBS], "sign in"),
    "reader": NOT_EVEN_SEES,
    "publisher": SEES | dict.fromkeys(VERBS, 403),
    "editor": SEES | {"decide": 403, "undo": 403, "flag": 302},
    "moderator": SEES | dict.fromkeys(VERBS, 302),
    "admin": SEES | dict.fromkeys(VERBS, 302),
}


def address(what: str, case: Case) -> str:
    if what == "queue":
        return "/admin/moderation/"
    if what == "section":
        return f"/admin/moderation/{case.document.slug}/"
    return f"/admin/moderation/cases/{case.uid}/" + (f"{what}/" if what in VERBS else "")


@pytest.fixture
def decided(body: Case, judge: Judge) -> Case:
    judge(body, "keep", by=factories.moderator("mona"))
    return body


DATA: dict[str, dict[str, str]] = {
    "decide": {"outcome": "withhold", "rule": "2"},
    "undo": {},
    "flag": {"category": "harassment"},
}


@pytest.mark.parametrize("who", EXPECTED)
@pytest.mark.parametrize("what", [*PAGES, *VERBS])
def test_who_gets_which_answer(client: Client, decided: Case, who: str, what: str) -> None:
    if who != "nobody":
        client.force_login(getattr(factories, who)())
    place = address(what, decided)
    data = {"expected": str(decided.version)} | DATA.get(what, {})
    answer = client.post(place, data) if what in VERBS else client.get(place)
    if EXPECTED[who][what] == "sign in":
        assert answer["Location"].startswith("/admin/login/?next=/admin/moderation/")
    else:
        assert answer.status_code == EXPECTED[who][what]


@pytest.mark.parametrize("who", ["nobody", "reader", "publisher", "editor"])
def test_a_refused_verb_writes_nothing(client: Client, decided: Case, who: str) -> None:
    if who != "nobody":
        client.force_login(getattr(factories, who)())
    for verb in ("decide", "undo"):
        client.post(address(verb, decided), {"expected": str(decided.version)} | DATA[verb])
    assert (Decision.objects.count(), Flag.objects.count()) == (1, 0)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_no_link(client: Client, decided: Case, verb: str) -> None:
    client.force_login(factories.moderator())
    assert client.get(address(verb, decided)).status_code == 405


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_from_another_site_is_refused(decided: Case, verb: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(factories.moderator())
    assert client.post(address(verb, decided), DATA[verb]).status_code == 403


@pytest.mark.parametrize(
    "place", ["nowhere/", "cases/nothing/", "cases/nothing/decide/", "cases/nothing/undo/"]
)
def test_what_is_not_there_is_not_found(client: Client, db: None, place: str) -> None:
    client.force_login(factories.moderator())
    act = client.post if place.endswith(("decide/", "undo/")) else client.get
    assert act(f"/admin/moderation/{place}").status_code == 404


def test_a_document_called_cases_has_its_section(client: Client, rules: object) -> None:
    factories.rendition(comments=[("Heron", "Hello.")], slug="cases")
    client.force_login(factories.moderator())
    assert client.get("/admin/moderation/cases/").status_code == 200
