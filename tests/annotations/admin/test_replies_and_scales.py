"""Answers, reviews, scales and evidence in the admin: what is taken down, and what is refused."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.claims import create_claim
from annotations.actions.evidence import add_evidence
from annotations.models import Claim, Evidence, Reply, ReplyReview, VerdictScale
from archive.models import Edition
from tests import factories
from tests.archive.admin.forms import filled

pytestmark = pytest.mark.django_db

REPLY = {
    "name": "The envoy’s office",
    "concern": "the institution named",
    "received_on": "2026-11-20",
    "words": "No.",
}
LINES = """right | supported | 2 | It holds.
wrong | refuted | 1 | It does not.
void | not_enough_information | – | Taken back."""
SCALE = {"slug": "two", "name": "Two words", "definition": "For plain claims.", "words": LINES}


@pytest.fixture
def publisher(client: Client) -> Client:
    client.force_login(factories.publisher())
    return client


@pytest.fixture
def claim() -> Claim:
    return create_claim(slug="a-claim", statement="It was so.", by=factories.editor())


def add(noun: str) -> str:
    return reverse(f"admin:annotations_{noun}_add")


def said(response: Any) -> str:
    """Every sentence of a form that came back, whatever it stands beside."""
    found = response.context["adminform"].form.errors
    return " ".join(sentence for sentences in found.values() for sentence in sentences)


def test_an_answer_is_taken_down_and_reviewed(publisher: Client, claim: Claim) -> None:
    assert publisher.post(add("reply"), REPLY | {"claim": str(claim.pk)}).status_code == 302
    reply = Reply.objects.get()
    assert (reply.created_by, reply.words) == (factories.publisher(), "No.")
    form = publisher.get(f"{add('replyreview')}?reply={reply.pk}")
    typed = filled(form, reply=str(reply.pk), outcome="show", reason="Nothing private.")
    assert publisher.post(add("replyreview"), typed).status_code == 302
    assert ReplyReview.objects.get().outcome == "show"


def test_an_answer_to_nothing_is_refused_with_its_words_kept(publisher: Client) -> None:
    response = publisher.post(add("reply"), REPLY)
    assert "to one claim or to one document" in said(response)
    assert "the institution named" in response.text
    assert not Reply.objects.exists()


def test_a_scale_is_made_and_published_at_once(publisher: Client) -> None:
    assert publisher.post(add("verdictscale"), SCALE).status_code == 302
    scale = VerdictScale.objects.get()
    found = [(row.slug, row.rating, row.maps_to) for row in scale.values.all()]
    assert found == [
        ("right", 2, "supported"),
        ("wrong", 1, "refuted"),
        ("void", None, "not_enough_information"),
    ]
    edition = Edition.objects.get(kind="scales")
    assert edition.reason == "The scale “Two words”, version 1."
    publisher.post(add("verdictscale"), SCALE | {"definition": "For any claim."})
    assert Edition.objects.filter(kind="scales").count() == 2


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("right", "write word | comes to | number or – | meaning"),
        ("right | supported | many | It holds.", "“many” is no number"),
        ("right | supported | 2 | It holds.", "at least two words"),
        ("right | true | 2 | It holds.\nwrong | refuted | 1 | No.", "not a valid choice"),
        ("right | supported | 2 | So.\nright | refuted | 1 | No.", "on this scale already"),
    ],
)
def test_a_scale_that_does_not_hold_is_refused(publisher: Client, lines: str, why: str) -> None:
    response = publisher.post(add("verdictscale"), SCALE | {"words": lines})
    assert why in said(response)
    assert not VerdictScale.objects.exists()
    assert not Edition.objects.exists()


def evidence(claim: Claim, **values: Any) -> Evidence:
    given = {"relation": "refutes", "note": "Why.", "work": "A book.", "access": "in_hand"}
    return add_evidence(claim=claim, by=factories.editor(), **given | values)


def test_only_the_claim_s_own_evidence_is_offered_as_origin(client: Client, claim: Claim) -> None:
    client.force_login(factories.editor())
    row, other = evidence(claim), evidence(claim, work="Another book.")
    elsewhere = create_claim(slug="elsewhere", statement="Else.", by=factories.editor())
    evidence(elsewhere, work="A book on something else.")
    path = reverse("admin:annotations_evidence_change", args=[row.pk])
    page = client.get(path)
    assert "refutes: Another book." in page.text
    assert "on something else" not in page.text
    typed = filled(page, independence="derived", derived_from=str(other.pk), reason="x")
    assert client.post(path, typed).status_code == 302
    row.refresh_from_db()
    assert row.derived_from == other


@pytest.mark.parametrize(
    ("sets", "why"),
    [("one", "numbers divided by commas"), ("0", "from 1 to 99"), ("1, 200", "from 1 to 99")],
)
def test_sets_are_typed_as_numbers(client: Client, claim: Claim, sets: str, why: str) -> None:
    client.force_login(factories.editor())
    row = evidence(claim)
    path = reverse("admin:annotations_evidence_change", args=[row.pk])
    response = client.post(path, filled(client.get(path), sets=sets, reason="x"))
    assert why in said(response)
    client.post(path, filled(client.get(path), sets="2, 1", reason="x"))
    row.refresh_from_db()
    assert row.sets == [1, 2]
