"""What a person decides on a mark that waits, and taking it back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.actions.annotate import delete_annotation, edit_annotation
from annotations.actions.evidence import add_evidence
from annotations.actions.publish import preview
from annotations.actions.reanchor import reanchor
from annotations.actions.settle import accept, accept_alike, dismiss, settle_elsewhere
from annotations.actions.unsettle import undo
from annotations.models import Annotation, Placing, Settlement
from archive.errors import Refused
from archive.models import Conflict, Event, Rendition
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.reviewing.scenes import (
    NEW,
    OLD,
    SLUG,
    WORDS,
    carried,
    document,
    later,
    waits,
    words,
)
from tests.races import Arena

pytestmark = pytest.mark.django_db


def fresh(placing: Placing) -> Annotation:
    return Annotation.objects.get(pk=placing.annotation_id)


def test_an_orphan_has_no_place_to_accept() -> None:
    carried()
    with pytest.raises(Refused, match="No place is proposed"):
        accept(placing=waits("orphan"), seen=0, by=factories.editor())


@pytest.mark.parametrize(
    "act",
    [
        lambda row, by: accept(placing=row, seen=0, by=by),
        lambda row, by: settle_elsewhere(placing=row, seen=0, start=0, end=10, by=by),
        lambda row, by: dismiss(placing=row, seen=0, by=by, reason="Gone."),
    ],
)
def test_the_second_of_two_people_is_told_of_the_first(act: Callable[..., Any]) -> None:
    carried()
    row = waits("changed")
    dismiss(placing=row, seen=0, by=factories.editor("ernst"), reason="Not that.")
    with pytest.raises(Conflict) as late:
        act(row, factories.editor())
    assert isinstance(late.value.current, Settlement)
    assert late.value.current.outcome == "removed"
    assert row.settlements.count() == 1


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [(5, 5, "Choose some words"), (5, 4, "outside the text"), (0, 9999, "outside the text")],
)
def test_no_mark_is_placed_where_there_are_no_words(start: int, end: int, sentence: str) -> None:
    carried()
    with pytest.raises(Refused, match=sentence):
        settle_elsewhere(
            placing=waits("changed"), seen=0, start=start, end=end, by=factories.editor()
        )
    assert not Settlement.objects.exists()


def test_nothing_is_decided_for_a_text_that_is_no_longer_the_newest() -> None:
    made = carried()
    row = waits("changed")
    later(made, f"{NEW} And more.")
    with pytest.raises(Refused, match="A newer text"):
        accept(placing=row, seen=0, by=factories.editor())


def test_nothing_is_decided_on_a_mark_that_was_deleted() -> None:
    carried()
    row = waits("changed")
    mark = row.annotation
    delete_annotation(annotation=mark, expected=mark.version, by=factories.editor(), reason="No.")
    with pytest.raises(Refused, match="was deleted"):
        accept(placing=row, seen=0, by=factories.editor())


def test_a_mark_is_not_dismissed_without_a_word() -> None:
    carried()
    with pytest.raises(Refused, match="Say in a few words"):
        dismiss(placing=waits("orphan"), seen=0, by=factories.editor(), reason=" ")


def test_a_mark_that_is_accepted_stands_in_the_new_text() -> None:
    made = carried()
    row = waits("changed")
    accept(placing=row, seen=0, by=factories.editor())
    mark = fresh(row)
    assert mark.rendition == made
    assert words(mark) == "signed in Aigun in May of 1858"
    assert row not in Placing.objects.waiting(made)


def test_an_orphan_is_found_by_hand() -> None:
    made = carried()
    row = waits("orphan")
    start = made.text.index("from its source")
    settle_elsewhere(placing=row, seen=0, start=start, end=start + 15, by=factories.editor())
    assert words(row.annotation) == "from its source"
    assert fresh(row).state == "active"


def test_what_is_decided_no_longer_blocks_publishing() -> None:
    made = carried()
    accept(placing=waits("changed"), seen=0, by=factories.editor())
    dismiss(placing=waits("orphan"), seen=0, by=factories.editor(), reason="Cut by its author.")
    assert preview(documents=[document(made)], by=factories.publisher()).blocks == []


def test_a_mark_on_which_evidence_rests_stays_as_an_orphan_and_blocks() -> None:
    made = carried()
    row = waits("orphan")
    add_evidence(
        claim=scenes.claim("a-claim"), annotation=row.annotation, relation="supports", note="So.",
        by=factories.editor(),
    )  # fmt: skip
    done = dismiss(placing=row, seen=0, by=factories.editor(), reason="Cut.")
    assert (done.outcome, fresh(row).state) == ("left", "orphan")
    assert row not in Placing.objects.waiting(made)
    accept(placing=waits("changed"), seen=0, by=factories.editor())
    (block,) = preview(documents=[document(made)], by=factories.publisher()).blocks
    assert "1 annotations are orphans" in block


@pytest.mark.parametrize("outcome", ["accepted", "elsewhere", "removed"])
def test_undoing_puts_the_mark_back_and_it_waits_again(outcome: str) -> None:
    made = carried()
    row = waits("changed")
    before = Annotation.objects.values("rendition", "start", "end", "state", "words_sha256")
    kept, by = before.get(pk=row.annotation_id), factories.editor()
    if outcome == "accepted":
        accept(placing=row, seen=0, by=by)
    elif outcome == "elsewhere":
        settle_elsewhere(placing=row, seen=0, start=0, end=3, by=by)
    else:
        dismiss(placing=row, seen=0, by=by, reason="Gone.")
    assert undo(document=document(made), by=by) == [row]
    assert before.get(pk=row.annotation_id) == kept
    assert row in Placing.objects.waiting(made)
    accept(placing=row, seen=2, by=by)
    assert fresh(row).rendition == made


def test_nobody_undoes_what_another_decided() -> None:
    made = carried()
    accept(placing=waits("changed"), seen=0, by=factories.editor("ernst"))
    with pytest.raises(Refused, match="nothing of yours"):
        undo(document=document(made), by=factories.editor())


def test_what_was_changed_since_is_not_undone() -> None:
    made = carried()
    row, by = waits("changed"), factories.editor()
    accept(placing=row, seen=0, by=by)
    mark = fresh(row)
    edit_annotation(annotation=mark, expected=mark.version, by=by, reason="Better.", body="More.")
    with pytest.raises(Refused, match="changed since"):
        undo(document=document(made), by=by)
    assert fresh(row).body == "More."


def test_undoing_an_orphan_that_was_left_restores_nothing_older() -> None:
    made = carried()
    row, by = waits("orphan"), factories.editor()
    add_evidence(
        claim=scenes.claim("a-claim"), annotation=row.annotation, relation="supports", note="So.",
        by=by,
    )  # fmt: skip
    dismiss(placing=row, seen=0, by=by, reason="Cut.")
    undo(document=document(made), by=by)
    assert fresh(row).state == "orphan"
    assert row in Placing.objects.waiting(made)


def many(count: int) -> Rendition:
    text = factories.rendition(OLD, slug=SLUG)
    for _ in range(count):
        scenes.mark(text, WORDS["changed"])
    made = later(text, NEW)
    reanchor(document=document(text), by=factories.editor())
    return made


def test_many_are_accepted_at_once_and_undone_at_once() -> None:
    made = many(4)
    by = factories.editor()
    done = accept_alike(document=document(made), at_least=0.5, count=4, by=by)
    assert len(done) == Annotation.objects.filter(rendition=made).count() == 4
    assert len(undo(document=document(made), by=by)) == 4
    assert Placing.objects.waiting(made).count() == 4


@pytest.mark.parametrize(("at_least", "count"), [(0.5, 3), (0.99, 2)])
def test_many_are_accepted_only_as_many_as_were_shown(at_least: float, count: int) -> None:
    made = many(2)
    with pytest.raises(Refused, match="look again"):
        accept_alike(document=document(made), at_least=at_least, count=count, by=factories.editor())
    assert not Settlement.objects.exists()


def test_events_tell_ranges_and_states_and_no_words() -> None:
    carried()
    accept(placing=waits("changed"), seen=0, by=factories.editor())
    event = Event.objects.get(event_type="annotation placed")
    assert (event.detail["state"], event.detail["outcome"]) == ("changed", "accepted")
    assert (event.detail["start"], event.detail["text"]) == (15, 2)
    assert "Aigun" not in str(event.detail)


@pytest.mark.django_db(transaction=True)
def test_of_two_people_at_once_one_decides(tmp_path: Path) -> None:
    carried()
    row = waits("changed")
    ernst, edith = factories.editor("ernst"), factories.editor()
    arena = Arena(tmp_path)
    results = arena.at_once(
        lambda: accept(placing=row, seen=0, by=ernst),
        lambda: dismiss(placing=row, seen=0, by=edith, reason="Gone."),
    )
    assert sorted(type(each).__name__ for each in results) == ["Conflict", "Settlement"]
    assert arena.ask(row.settlements.count) == 1
