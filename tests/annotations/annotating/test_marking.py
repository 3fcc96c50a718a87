"""Finding words and marking them."""

import pytest
from django.test import Client

from annotations.actions.claims import create_claim
from annotations.models import Annotation, Claim, Evidence
from archive.models import Rendition
from tests import factories
from tests.annotations.annotating.sheet import TEXT, address, ask, query, words

pytestmark = pytest.mark.django_db


def test_pasted_words_are_found_and_offered_for_marking(
    editor: Client, rendition: Rendition
) -> None:
    html = editor.post(address("find"), {"exact": '"end"'}).content.decode()
    at = words(rendition, "“end”")
    assert "These words stand in one place." in html
    assert f'formaction="{address("mark", "claim")}"' in html
    assert all(f'name="{name}" value="{value}"' in html for name, value in at.items())


def test_several_places_are_shown_in_their_context(editor: Client, rendition: Rendition) -> None:
    html = ask(editor, address("find"), {"exact": "on  MAY 28"}).json()["html"]
    assert "These words stand in 2 places" in html
    assert "<mark>On May 28</mark> China was forced" in html
    assert "<mark>On May 28</mark> nobody rested" in html


@pytest.mark.parametrize("exact", ["", "  ", "nowhere at all"])
def test_words_that_are_not_there_are_refused_in_a_sentence(
    editor: Client, rendition: Rendition, exact: str
) -> None:
    answer = ask(editor, address("find"), {"exact": exact})
    assert answer.status_code == 400
    assert answer.json()["error"] == "These words are not in the text."


def test_a_form_shows_the_words_as_they_are_stored(editor: Client, rendition: Rendition) -> None:
    url = address("mark", "note")
    html = editor.get(url, words(rendition, "𝄞 Cafe\u0301")).content.decode()
    assert "data-words>𝄞 Cafe\u0301</blockquote>" in html


def test_a_new_claim_begins_as_the_words_with_an_address_proposed(
    editor: Client, rendition: Rendition
) -> None:
    at = words(rendition, "China was forced")
    html = ask(editor, f"{address('mark', 'claim')}?{query(at)}").json()["html"]
    assert "China was forced</textarea>" in html
    assert 'value="china-was-forced"' in html


def test_a_new_claim_is_made_and_tied_in_one_act(editor: Client, rendition: Rendition) -> None:
    sent = words(rendition, "China was forced") | {
        "statement": "China signed Aigun under force.",
        "slug": "aigun-under-force",
        "stance": "asserts",
        "kind": "fact",
        "speaker": "the article",
        "topics": "treaties, Amur, treaties",
        "when_written": "May 28",
        "when_edtf": "1858-05-28",
        "calendar": "gregorian",
        "body": "Here.",
    }
    answer = ask(editor, address("mark", "claim"), sent)
    made = Annotation.objects.get()
    assert made.claim is not None
    assert (made.claim.slug, made.claim.topics, made.claim.when_edtf, made.body) == (
        "aigun-under-force",
        ["treaties", "Amur"],
        "1858-05-28",
        "Here.",
    )
    said = answer.json()
    assert (answer.status_code, said["focus"]) == (200, f"n-{made.uid}")
    assert [card["uid"] for card in said["cards"]] == [made.uid]
    assert f'data-annotation="{made.uid}"' in said["passages"]["b-0"]


def test_an_existing_claim_is_tied_to_new_words(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    sent = words(rendition, "forced to sign") | {
        "existing": claim.slug,
        "stance": "reports",
        "kind": "fact",
        "statement": "left as it was",
    }
    editor.post(address("mark", "claim"), sent)
    made = Annotation.objects.get()
    assert (made.claim, made.stance, Claim.objects.count()) == (claim, "reports", 1)


def test_words_of_a_claim_lead_to_a_choice_of_claims(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    sent = words(rendition, "forced") | {
        "existing": "Aigun force",
        "stance": "asserts",
        "kind": "fact",
    }
    answer = editor.post(address("mark", "claim"), sent)
    assert answer.status_code == 400
    html = answer.content.decode()
    assert "Choose one of these claims." in html
    assert f'name="existing" value="{claim.slug}"' in html
    assert not Annotation.objects.exists()


def test_evidence_is_given_for_a_claim_in_one_act(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    sent = words(rendition, "nobody rested") | {
        "claim": "aigun was signed under force.",
        "relation": "qualifies",
        "note": "Rest is not force.",
        "independence": "unknown",
    }
    editor.post(address("mark", "evidence"), sent)
    row = Evidence.objects.get()
    assert row.annotation is not None
    assert (row.claim, row.relation, row.annotation.kind) == (claim, "qualifies", "evidence")


def test_the_same_words_are_marked_as_evidence_once_for_two_claims(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    create_claim(slug="other", statement="Another.", by=factories.editor())
    for slug in (claim.slug, "other"):
        editor.post(
            address("mark", "evidence"),
            words(rendition, "nobody rested")
            | {"claim": slug, "relation": "supports", "note": "x", "independence": "unknown"},
        )
    assert (Annotation.objects.count(), Evidence.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("kind", "values", "why"),
    [
        ("note", {"body": ""}, "This field is required."),
        ("question", {"body": " "}, "This field is required."),
        ("claim", {"stance": "asserts", "kind": "fact"}, "Choose a claim, or state a new one."),
        ("claim", {"stance": "", "kind": "fact", "statement": "x"}, "This field is required."),
        (
            "claim",
            {"stance": "asserts", "kind": "fact", "statement": "x", "when_edtf": "May 1858"},
            "is no EDTF date",
        ),
        ("evidence", {"claim": "nothing", "relation": "supports", "note": "x"}, "No claim is like"),
        ("evidence", {"claim": "", "relation": "supports", "note": "x"}, "This field is required."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    editor: Client, rendition: Rendition, kind: str, values: dict[str, str], why: str
) -> None:
    sent = words(rendition, "China") | {"independence": "unknown"} | values
    answer = ask(editor, address("mark", kind), sent)
    assert answer.status_code == 400
    assert why in answer.json()["html"]
    assert answer.json()["error"]
    assert not Annotation.objects.exists()
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    "at",
    [{}, {"start": "x", "end": "5"}, {"start": "5", "end": "4"}, {"start": "0", "end": "9999"}],
)
def test_no_words_no_form(editor: Client, rendition: Rendition, at: dict[str, str]) -> None:
    answer = ask(editor, f"{address('mark', 'note')}?{query(at | {'rendition': rendition.uid})}")
    assert answer.status_code == 400
    assert answer.json()["error"] == "Choose some words of the text first."


def test_a_cut_through_a_character_is_refused_in_a_sentence(
    editor: Client, rendition: Rendition
) -> None:
    at = words(rendition, "Cafe")
    answer = ask(editor, address("mark", "note"), at | {"body": "Which?"})
    assert answer.status_code == 400
    assert "cuts a character in two" in answer.json()["error"]


def test_words_of_a_text_that_is_no_longer_the_newest_are_not_marked(
    editor: Client, rendition: Rendition
) -> None:
    at = words(rendition, "China")
    factories.rendition(
        TEXT.replace("On", "In"),
        document=rendition.capture.document,
        url="https://example.org/2",
    )
    answer = ask(editor, address("mark", "note"), at | {"body": "Which?"})
    assert answer.status_code == 400
    assert "A newer text of this document was brought in" in answer.json()["error"]
    assert not Annotation.objects.exists()
