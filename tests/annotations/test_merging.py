"""Two claims that are one: nothing of either is lost, and it can be undone."""

from datetime import date
from functools import partial
from typing import Any

import pytest
from django.test import Client

from annotations.actions.annotate import delete_annotation
from annotations.actions.assignments import assign
from annotations.actions.claims import delete_claim, edit_claim
from annotations.actions.evidence import edit_evidence
from annotations.actions.merging import merge_claims, unmerge_claim
from annotations.actions.publish import publish
from annotations.models import Annotation, Claim, ClaimWord, Evidence, Revision
from archive.errors import Refused
from archive.models import Conflict, Document, Entry, Event
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.threads import at_once

TEXT = "The treaty was signed in May. It was ratified in June."


def two() -> tuple[Claim, Claim]:
    """Two claims, each with words and evidence, sets included."""
    text = factories.rendition(TEXT)
    old, heir = scenes.claim("old"), scenes.claim("heir")
    scenes.makes(text, "The treaty was signed", old)
    scenes.makes(text, "It was ratified", heir)
    for claim, words in ((old, "signed in May"), (heir, "ratified in June")):
        row = scenes.bears(text, words, claim)
        Evidence.objects.filter(pk=row.pk).update(sets=[1])
    return old, heir


def merge(old: Claim, heir: Claim, **values: Any) -> Claim:
    given: dict[str, Any] = {"expected": old.version, "by": factories.editor(), "reason": "Same."}
    return merge_claims(claim=old, into=heir, **given | values)


def undo(claim: Claim, **values: Any) -> Claim:
    given: dict[str, Any] = {"expected": claim.version, "by": factories.editor(), "reason": "Two."}
    return unmerge_claim(claim=claim, **given | values)


def tied(claim: Claim) -> tuple[int, int]:
    return claim.spans.exclude(state="deleted").count(), claim.evidence.count()


def told(claim: Claim) -> list[str]:
    rows = Event.objects.filter(subject_kind="claim", subject_uid=claim.uid)
    return list(rows.order_by("sequence").values_list("event_type", flat=True))


@pytest.mark.django_db
def test_the_heir_has_the_words_and_evidence_of_both() -> None:
    old, heir = two()
    merge(old, heir)
    old.refresh_from_db()
    assert (old.state, old.merged_into) == ("merged", heir)
    assert (tied(old), tied(heir)) == ((0, 0), (2, 2))
    assert sorted(row.sets for row in heir.evidence.all()) == [[1], [2]]


@pytest.mark.django_db
def test_every_row_that_moved_says_where_it_was_who_moved_it_and_why() -> None:
    old, heir = two()
    merge(old, heir, reason="The same treaty.")
    kept = {row.subject_kind: row for row in Revision.objects.all()}
    assert set(kept) == {"annotation", "claim", "evidence"}
    assert kept["annotation"].fields["claim"] == kept["evidence"].fields["claim"] == "old"
    assert {row.reason for row in kept.values()} == {"The same treaty."}
    assert told(old)[-1] == told(heir)[-1] == "claim merger"


@pytest.mark.django_db
def test_what_was_judged_stays_with_the_claim_of_which_it_was_said() -> None:
    old, heir = two()
    scenes.assessed(old)
    merge(old, heir)
    assert (old.assessments.count(), heir.assessments.count()) == (1, 0)


@pytest.mark.django_db
def test_words_that_make_both_claims_alike_are_marked_once() -> None:
    old, heir = two()
    mark = Annotation.objects.get(claim=old)
    scenes.makes(mark.rendition, "The treaty was signed", heir)
    merge(old, heir)
    assert tied(heir)[0] == 2
    undo(Claim.objects.get(pk=old.pk))
    assert (tied(old)[0], tied(heir)[0]) == (1, 2)


@pytest.mark.django_db
def test_the_words_of_a_merged_claim_find_the_one_that_took_over() -> None:
    old, heir = two()
    edit_claim(
        claim=old, expected=1, by=factories.editor(), reason="x", statement="Aihui was ceded."
    )
    merge(old, heir)
    assert ClaimWord.objects.filter(word="aihui", claim=heir).exists()


@pytest.mark.django_db
def test_work_in_hand_on_a_merged_claim_is_done() -> None:
    old, heir = two()
    assign(claim=old, owner=factories.editor(), by=factories.editor(), due=date(2026, 12, 1))
    merge(old, heir)
    assert not old.assignments.open().exists()


@pytest.mark.django_db
def test_a_merger_undone_gives_back_what_it_took() -> None:
    old, heir = two()
    merge(old, heir)
    undo(Claim.objects.get(pk=old.pk))
    old.refresh_from_db()
    assert (old.state, old.merged_into) == ("active", None)
    assert (tied(old), tied(heir)) == ((1, 1), (1, 1))
    assert [row.sets for row in Evidence.objects.order_by("pk")] == [[1], [1]]
    assert told(old)[-1] == told(heir)[-1] == "claim merger undone"


@pytest.mark.django_db
def test_what_was_changed_since_the_merger_keeps_its_change() -> None:
    old, heir = two()
    merge(old, heir)
    row = heir.evidence.order_by("pk")[0]
    by = factories.editor()
    edit_evidence(evidence=row, expected=row.version, by=by, reason="x", note="Said better.")
    mark = heir.spans.order_by("pk")[0]
    delete_annotation(annotation=mark, expected=mark.version, by=by, reason="A slip.")
    undo(Claim.objects.get(pk=old.pk))
    assert old.evidence.get().note == "Said better."
    assert old.spans.get().state == "deleted"


@pytest.mark.django_db
def test_a_claim_that_was_merged_twice_is_found_through_both() -> None:
    old, heir = two()
    last = scenes.claim("last")
    merge(old, heir)
    merge(heir, last)
    assert tied(last) == (2, 2)
    with pytest.raises(Refused, match=r"“heir”.*bring that back first"):
        undo(Claim.objects.get(pk=old.pk))


@pytest.mark.django_db
def test_a_claim_is_not_merged_into_itself() -> None:
    old, _ = two()
    with pytest.raises(Refused, match="into itself"):
        merge(old, old)


@pytest.mark.django_db
def test_a_claim_is_not_merged_without_a_reason() -> None:
    old, heir = two()
    with pytest.raises(Refused, match="why you change this"):
        merge(old, heir, reason=" ")
    assert tied(old) == (1, 1)


@pytest.mark.django_db
def test_a_claim_is_not_merged_into_one_that_is_gone() -> None:
    old, heir = two()
    gone = scenes.claim("gone")
    delete_claim(claim=gone, expected=1, by=factories.editor(), reason="x")
    with pytest.raises(Refused, match="was deleted"):
        merge(old, gone)
    with pytest.raises(Refused, match="was deleted"):
        merge(gone, heir)


@pytest.mark.django_db
def test_a_claim_is_not_merged_twice_nor_into_one_that_was() -> None:
    old, heir = two()
    merge(old, heir)
    old.refresh_from_db()
    with pytest.raises(Refused, match="merged into “heir”"):
        merge(old, scenes.claim("third"))
    with pytest.raises(Refused, match="merged into “heir”"):
        merge(heir, old)


@pytest.mark.django_db
def test_who_saw_an_older_text_of_the_claim_is_told() -> None:
    old, heir = two()
    edit_claim(claim=old, expected=1, by=factories.editor(), reason="x", place="Aigun")
    with pytest.raises(Conflict):
        merge(old, heir, expected=1)
    assert tied(old) == (1, 1)


@pytest.mark.django_db
def test_a_claim_that_was_not_merged_has_nothing_to_undo() -> None:
    with pytest.raises(Refused, match="nothing to undo"):
        undo(scenes.claim("alone"))


@pytest.mark.django_db
def test_a_merger_is_not_undone_where_a_digit_rests_on_it() -> None:
    old, heir = two()
    merge(old, heir)
    other = scenes.bears(factories.rendition("It was so."), "It was so", heir)
    heir.evidence.update(independence="independent", sets=[])
    Evidence.objects.filter(pk=other.pk).update(sets=[])
    scenes.assessed(heir, credibility=1)
    keep = heir.evidence.exclude(pk=other.pk).order_by("-pk")[0]
    Evidence.objects.filter(pk=keep.pk).update(independence="unknown")
    with pytest.raises(Refused, match="judge the claim anew first"):
        undo(Claim.objects.get(pk=old.pk))
    assert Claim.objects.get(pk=old.pk).state == "merged"


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(3))
def test_of_two_who_merge_two_claims_into_each_other_one_is_told(turn: int) -> None:
    old, heir = two()
    by = factories.editor()
    results = at_once(
        partial(merge_claims, claim=old, into=heir, expected=1, by=by, reason="a"),
        partial(merge_claims, claim=heir, into=old, expected=1, by=by, reason="b"),
    )
    assert sorted(type(each).__name__ for each in results) in (
        ["Claim", "Conflict"],
        ["Claim", "Refused"],
    )
    states = sorted(Claim.objects.values_list("state", flat=True))
    assert states == ["active", "merged"]
    assert sorted(map(tied, Claim.objects.all())) == [(0, 0), (2, 2)]


@pytest.mark.django_db
def test_readers_are_led_on_once_the_publisher_publishes_what_was_merged(client: Client) -> None:
    old, heir = two()
    document = Document.objects.get()
    given: dict[str, Any] = {"documents": [document], "by": factories.publisher()}
    publish(reason="First.", accept_warnings=True, **given)
    merge(old, heir)
    assert client.get("/claims/old/").status_code == 200
    publish(reason="Two claims are one.", accept_warnings=True, **given)
    gone = client.get("/claims/old/")
    assert (gone.status_code, gone.headers["Cache-Control"]) == (410, "no-store")
    assert "/claims/heir/editions/2/" in gone.content.decode()
    assert "It was ratified" in client.get("/claims/heir/").content.decode()
    assert not Entry.objects.filter(kind="claim", slug="old").exists()
