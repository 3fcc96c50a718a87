"""What an edition says of evidence in sets, of words of scales, and of what it changed."""

from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.claims import edit_claim
from annotations.actions.publish import preview, publish
from annotations.actions.scales import Word, make_scale
from annotations.actions.withdraw import withdraw
from annotations.models import Assessment, Claim, Evidence, VerdictValue
from archive.errors import Refused
from archive.models import Edition, Rendition
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db


@pytest.fixture
def text() -> Rendition:
    return factories.rendition("The river was crossed.\nNobody saw it.", slug="crossing")


@pytest.fixture
def claim(text: Rendition) -> Claim:
    made = scenes.claim("crossed")
    scenes.makes(text, "The river was crossed", made)
    return made


def together(claim: Claim, *rows: Evidence) -> None:
    for row in rows:
        row.change(expected=row.version, sets=[1])


def release(*texts: Rendition, **values: Any) -> list[Edition]:
    documents = [text.capture.document for text in texts]
    given: dict[str, Any] = {"reason": "So.", "accept_warnings": True} | values
    return publish(documents=documents, by=factories.publisher(), **given)


def page() -> Any:
    return Edition.objects.open().filter(kind="claim").latest("number").content


def test_a_set_names_what_it_needs_and_counts_what_is_not_shown(
    claim: Claim, text: Rendition
) -> None:
    hidden = factories.rendition("Said elsewhere.", slug="hidden")
    rows = [scenes.bears(text, "Nobody saw it", claim), scenes.bears(hidden, "Said", claim)]
    together(claim, *rows)
    alone = scenes.bears(text, "river", claim, relation="refutes")
    release(text)
    found = page()["claim"]
    assert found["sets"] == [
        {"number": 1, "relation": "supports", "evidence": [rows[0].uid], "left_out": 1}
    ]
    assert {row["id"]: row["sets"] for row in found["evidence"]} == {
        rows[0].uid: [1],
        alone.uid: [],
    }


def test_what_a_withdrawal_takes_from_a_set_is_counted(claim: Claim, text: Rendition) -> None:
    other = factories.rendition("Said elsewhere by others.", slug="other")
    rows = [scenes.bears(text, "Nobody saw it", claim), scenes.bears(other, "elsewhere", claim)]
    together(claim, *rows)
    release(text, other)
    withdraw(document=other.capture.document, by=factories.publisher(), reason="The owner asked.")
    (found,) = page()["claim"]["sets"]
    assert (found["evidence"], found["left_out"]) == ([rows[0].uid], 1)


def test_a_word_of_a_scale_stands_with_all_that_it_takes_to_read_it(
    claim: Claim, text: Rendition
) -> None:
    words = [
        Word("true", "true", "It holds.", "supported", 6),
        Word("false", "false", "It does not.", "refuted", 1),
        Word("void", "void", "Taken back.", "not_enough_information"),
    ]
    make_scale(slug="s", name="Steps", definition="For all.", words=words, by=factories.admin())
    Assessment.objects.create(
        claim=claim,
        credibility=2,
        verdict="supported",
        value=VerdictValue.objects.get(slug="true"),
        reasons="So.",
        as_of=date(2026, 1, 1),
        assessed_by=factories.editor(),
    )
    release(text)
    assert page()["claim"]["assessment"]["scaled"] == {
        "scale": "s",
        "name": "Steps",
        "version": 1,
        "value": "true",
        "label": "true",
        "definition": "It holds.",
        "rating": 6,
        "worst": 1,
        "best": 6,
    }


def test_composing_asks_as_much_for_ten_pieces_of_evidence_as_for_one(
    claim: Claim, text: Rendition
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            preview(documents=[text.capture.document], by=factories.publisher())
        return len(asked)

    scenes.bears(text, "Nobody", claim)
    cost()
    one = cost()
    for words in ("river", "was", "crossed", "saw", "it", "The river", "was crossed", "saw it"):
        scenes.bears(text, words, claim)
    assert cost() == one


def test_a_first_edition_changes_nothing(claim: Claim, text: Rendition) -> None:
    made = release(text, change="correction")
    assert {row.change for row in made} == {""}
    assert {row.content["change"] for row in made} == {""}


def alter(claim: Claim) -> None:
    edit_claim(
        claim=claim, expected=claim.version, by=factories.editor(), reason="x", speaker="An envoy"
    )


def test_a_correction_is_called_one_where_something_changed(claim: Claim, text: Rendition) -> None:
    follower = scenes.claim("follower")
    scenes.makes(text, "Nobody saw it", follower)
    release(text)
    alter(claim)
    made = release(text, change="correction", reason="The speaker was left out.")
    # The other claim quotes a document that has another number now, and says nothing else.
    assert {row.slug: row.change for row in made} == {
        "crossing": "correction",
        "crossed": "correction",
        "follower": "",
    }
    assert all(row.change == row.content["change"] for row in made)


@pytest.mark.parametrize("change", ["", "withholding", "fixed", None])
def test_a_publisher_says_one_of_three_kinds_of_change(
    claim: Claim, text: Rendition, change: Any
) -> None:
    with pytest.raises(Refused, match="correction, clarification or update"):
        release(text, change=change)
    assert not Edition.objects.exists()


def test_the_command_says_the_kind_of_change(claim: Claim, text: Rendition) -> None:
    release(text)
    alter(claim)
    by = factories.publisher().username
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("publish", "crossing", "--by", by, "--change", "withholding")
    asked = ["crossing", "--by", by, "--accept-warnings", "--change", "clarification"]
    call_command("publish", *asked, stdout=StringIO())
    assert Edition.objects.get(kind="claim", number=2).change == "clarification"
