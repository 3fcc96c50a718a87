"""Merging, splitting and handing on from the sheet of a claim."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from annotations.actions.claims import create_claim
from annotations.actions.marking import mark_claim, mark_evidence
from annotations.models import Assignment, Claim
from archive.models import Rendition
from tests import factories
from tests.annotations.annotating.sheet import address, ask, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(rendition: Rendition, claim: Claim) -> Claim:
    """Another claim; both are made by words, the first has evidence too."""
    by = factories.editor()
    made = create_claim(slug="nobody-rested", statement="Nobody rested.", by=by)
    given: dict[str, Any] = {"stance": "asserts", "by": by}
    mark_claim(**place(rendition, "China was forced"), claim=claim, **given)
    mark_claim(**place(rendition, "China"), claim=claim, **given)
    mark_claim(**place(rendition, "nobody rested"), claim=made, **given)
    mark_evidence(
        **place(rendition, "On May"), claim=claim, relation="supports", note="The day.", by=by
    )
    return made


def test_a_claim_is_merged_and_the_merger_undone(
    editor: Client, claim: Claim, other: Claim
) -> None:
    sent = {"version": claim.version, "into": other.slug, "reason": "The same."}
    answer = ask(editor, address("merge_claim", claim.slug), sent).json()
    assert answer["then"] == address("claim", other.slug)
    html = editor.get(address("claim", claim.slug)).content.decode()
    assert "Undo the merger" in html
    assert "Change the claim" not in html
    assert claim.statement in editor.get(address("claim", other.slug)).content.decode()
    version = Claim.objects.get(pk=claim.pk).version
    sent = {"version": version, "reason": "They are two."}
    ask(editor, address("unmerge_claim", claim.slug), sent)
    assert Claim.objects.get(pk=claim.pk).spans.count() == 2


@pytest.mark.parametrize(
    ("values", "status", "why"),
    [
        ({"into": "aigun-forced"}, 400, "merged into itself"),
        ({"into": "no-such-claim"}, 400, "No claim is like this"),
        ({"into": ""}, 400, "required"),
        ({"reason": ""}, 400, "required"),
        ({"version": "99"}, 409, "changed by somebody else"),
    ],
)
def test_a_merger_that_cannot_be_is_refused_in_a_sentence(
    editor: Client, claim: Claim, other: Claim, values: dict[str, str], status: int, why: str
) -> None:
    sent = {"version": claim.version, "into": other.slug, "reason": "The same."} | values
    answer = ask(editor, address("merge_claim", claim.slug), sent)
    assert answer.status_code == status
    assert why in answer.json()["html"]
    assert Claim.objects.get(pk=claim.pk).state == "active"


def test_a_claim_is_split(editor: Client, claim: Claim, other: Claim) -> None:
    form = ask(editor, address("split_claim", claim.slug)).json()["html"]
    mark = claim.spans.get(end=claim.spans.order_by("end")[0].end)
    assert f'value="{mark.uid}"' in form
    sent = {
        **{"version": claim.version, "reason": "Two.", "statement": "It was China."},
        "spans": [mark.uid],
    }
    answer = ask(editor, address("split_claim", claim.slug), sent)
    assert answer.json()["then"] == address("claim", "it-was-china")
    assert (claim.spans.count(), Claim.objects.get(slug="it-was-china").spans.count()) == (1, 1)


def test_words_of_another_claim_cannot_be_split_off(
    editor: Client, claim: Claim, other: Claim
) -> None:
    sent = {
        **{"version": claim.version, "reason": "Two.", "statement": "S."},
        "spans": [other.spans.get().uid],
    }
    assert ask(editor, address("split_claim", claim.slug), sent).status_code == 400
    assert Claim.objects.count() == 2


def test_a_claim_is_handed_on_and_done(editor: Client, claim: Claim, rendition: Rendition) -> None:
    by = factories.editor()
    sent = {"owner": by.pk, "due": "2020-01-02", "task": "Look it up."}
    ask(editor, address("hand", claim.slug), sent)
    row = Assignment.objects.get()
    assert (row.owner, row.due, row.task) == (by, date(2020, 1, 2), "Look it up.")
    html = editor.get(address("claim", claim.slug)).content.decode()
    assert "overdue" in html
    stale = ask(editor, address("hand", claim.slug), sent | {"version": 9, "is_done": "on"})
    assert stale.status_code == 409
    ask(editor, address("hand", claim.slug), sent | {"version": 1, "is_done": "on"})
    assert "overdue" not in editor.get(address("claim", claim.slug)).content.decode()


def test_a_claim_is_not_put_into_the_hands_of_a_reader(
    editor: Client, claim: Claim, rendition: Rendition
) -> None:
    sent = {"owner": factories.reader().pk}
    assert ask(editor, address("hand", claim.slug), sent).status_code == 400
    assert not Assignment.objects.exists()
