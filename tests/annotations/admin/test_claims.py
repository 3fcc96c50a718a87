"""Claims in the admin: merged, split, named, narrowed, and in whose hands they are."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations.actions.assess import assess
from annotations.actions.assignments import assign
from annotations.actions.claims import create_claim
from annotations.models import Assignment, Claim
from archive.actions.authorities import create_authority
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

LIST = "/admin/annotations/claim/"
TODAY = timezone.localdate()


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client


@pytest.fixture
def claims() -> list[Claim]:
    """One judged, with words and evidence for it; one with evidence both ways; one bare."""
    text = factories.rendition("It was signed. It was ratified. So it says. No, it says.")
    by = factories.editor()
    first, second, third = (
        create_claim(slug=slug, statement=f"Statement {slug}.", by=by, topics=topics)
        for slug, topics in (("first", ["Border"]), ("second", ["Opium"]), ("third", []))
    )
    scenes.makes(text, "It was signed", first)
    scenes.makes(text, "It was ratified", first)
    scenes.bears(text, "So it says", first)
    scenes.bears(text, "So it says", second)
    scenes.bears(text, "No, it says", second, "refutes")
    judged: dict[str, Any] = {
        "credibility": 2,
        "reasons": "It fits.",
        "as_of": date(2026, 1, 1),
        "by": by,
    }
    assess(claim=first, verdict="supported", **judged)
    assign(claim=first, owner=by, by=by, due=TODAY - timedelta(days=1), task="Look it up.")
    assign(claim=second, owner=factories.admin(), by=by, due=TODAY + timedelta(days=2))
    return [first, second, third]


def page(name: str, claim: Claim) -> str:
    return reverse(f"admin:{name}", args=[claim.slug])


def send(client: Client, name: str, claim: Claim, **typed: Any) -> Any:
    sent = {"version": claim.version, "reason": "The same."} | typed
    return client.post(page(name, claim), sent)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("verdict=supported", ["first"]),
        ("verdict=none", ["second", "third"]),
        ("verdict=nonsense", []),
        ("evidence=none", ["third"]),
        ("evidence=for", ["first"]),
        ("evidence=against", []),
        ("evidence=both", ["second"]),
        ("owner=me", ["first"]),
        ("owner=none", ["third"]),
        ("due=over", ["first"]),
        ("due=soon", ["second"]),
        ("topic=Opium", ["second"]),
        ("topic=Nothing", []),
        ("names=nonsense", []),
    ],
)
def test_the_list_is_narrowed(
    editor: Client, claims: list[Claim], query: str, found: list[str]
) -> None:
    rows = editor.get(f"{LIST}?{query}").context["cl"].result_list
    assert [row.slug for row in rows] == found


def test_a_claim_is_merged_and_comes_back(editor: Client, claims: list[Claim]) -> None:
    first, second, _ = claims
    assert editor.get(page("merge_claim", first)).status_code == 200
    answer = send(editor, "merge_claim", first, into=second.pk)
    assert answer["Location"] == f"{LIST}{second.pk}/change/"
    first.refresh_from_db()
    assert editor.get(page("unmerge_claim", first)).status_code == 200
    assert send(editor, "unmerge_claim", first).status_code == 302
    first.refresh_from_db()
    assert (first.state, first.spans.count()) == ("active", 2)


def test_a_claim_is_split(editor: Client, claims: list[Claim]) -> None:
    first = claims[0]
    mark = first.spans.order_by("start")[1]
    form = editor.get(page("split_claim", first)).content.decode()
    assert "characters 15 to 30" in form
    send(editor, "split_claim", first, statement="It was ratified.", spans=[mark.pk])
    assert Claim.objects.get(slug="it-was-ratified").spans.get() == mark


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("merge_claim", {"into": "first"}, "into itself"),
        ("merge_claim", {}, "required"),
        ("merge_claim", {"into": "second", "reason": ""}, "required"),
        ("merge_claim", {"into": "second", "version": 9}, "Load this page again"),
        ("unmerge_claim", {}, "nothing to undo"),
        ("split_claim", {"statement": "S."}, "Choose the words"),
        ("split_claim", {"statement": "S.", "spans": [0]}, "valid choice"),
    ],
)
def test_what_cannot_be_is_refused_in_the_form(
    editor: Client, claims: list[Claim], name: str, typed: dict[str, Any], why: str
) -> None:
    if "into" in typed:
        typed = typed | {"into": Claim.objects.get(slug=typed["into"]).pk}
    answer = send(editor, name, claims[0], **typed)
    assert answer.status_code == 200
    assert why in answer.content.decode()
    assert Claim.objects.filter(state="active").count() == 3


@pytest.mark.parametrize("name", ["merge_claim", "unmerge_claim", "split_claim"])
def test_who_may_only_look_parts_no_claims(client: Client, claims: list[Claim], name: str) -> None:
    client.force_login(factories.publisher())
    assert client.get(page(name, claims[0])).status_code == 403
    assert send(client, name, claims[0]).status_code == 403


def test_a_claim_names_records_and_is_found_by_them(editor: Client, claims: list[Claim]) -> None:
    by = factories.editor()
    place = create_authority(kind="place", name="Aigun", by=by)
    treaty = create_authority(kind="treaty", name="Treaty of Aigun", by=by)
    third = claims[2]
    typed: dict[str, Any] = {
        **{"statement": "S.", "kind": "fact", "version": third.version, "reason": "Known."},
        **{"places": [place.pk], "treaties": [treaty.pk]},
    }
    address = f"{LIST}{third.pk}/change/"
    assert editor.post(address, typed).status_code == 302
    assert sorted(third.mentions.values_list("role", flat=True)) == ["place", "treaty"]
    rows = editor.get(f"{LIST}?names={place.uid}").context["cl"].result_list
    assert [row.slug for row in rows] == ["third"]
    typed |= {"version": 2, "places": [treaty.pk]}
    assert "a place is a place" in editor.post(address, typed).content.decode()


def test_my_work_stands_on_the_first_page_the_overdue_first(
    editor: Client, claims: list[Claim]
) -> None:
    by = factories.editor()
    assign(claim=claims[2], owner=by, by=by, due=TODAY + timedelta(days=9))
    html = editor.get("/admin/").content.decode()
    mine = html.split("My work", 1)[1].split("</section>", 1)[0]
    assert mine.index("Look it up.: Statement first.") < mine.index("Statement third.")
    assert mine.count("overdue") == 1
    assert "Statement second." not in mine


def test_work_is_handed_on_in_the_admin_and_one_has_it_at_a_time(
    editor: Client, claims: list[Claim]
) -> None:
    address = reverse("admin:annotations_assignment_add")
    owner = factories.editor().pk
    taken = editor.post(address, {"claim": claims[0].pk, "owner": owner, "task": "x"})
    assert "in somebody&#x27;s hands already" in taken.content.decode()
    nothing = editor.post(address, {"owner": owner})
    assert "give one" in nothing.content.decode()
    made = editor.post(address, {"claim": claims[2].pk, "owner": owner, "due": "2026-12-01"})
    assert made.status_code == 302
    row = Assignment.objects.get(claim=claims[2])
    change = reverse("admin:annotations_assignment_change", args=[row.pk])
    editor.post(change, {"version": 1, "owner": owner, "is_done": "on"})
    assert not claims[2].assignments.open().exists()
