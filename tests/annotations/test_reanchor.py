"""Carrying marks over to a later text: the same words in their place, or a person decides."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from annotations.actions.annotate import delete_annotation
from annotations.actions.publish import preview
from annotations.actions.reanchor import reanchor
from annotations.models import Annotation, AnnotationState, Placing, Revision
from archive.models import Event
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

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("new", "state"),
    [
        (f"{OLD} And more.", "exact"),
        (f"A new beginning. {OLD}", "exact"),
        (OLD.replace("signed at Aigun", "concluded in Peking"), "orphan"),
        ("Something else altogether stands here now.", "orphan"),
    ],
)
def test_a_mark_goes_where_its_words_stand_or_waits(new: str, state: str) -> None:
    text = factories.rendition(OLD, slug=SLUG)
    mark = scenes.mark(text, "signed at Aigun")
    made = later(text, new)
    (done,) = reanchor(document=document(text), by=factories.editor())
    row = Annotation.objects.get(pk=mark.pk)
    assert done.state == state
    if state == "orphan":
        assert (row.rendition, row.state) == (text, AnnotationState.ORPHAN)
    else:
        assert row.rendition == made
        assert words(mark) == "signed at Aigun"


def test_what_was_changed_keeps_its_old_place_until_a_person_decides() -> None:
    made = carried()
    row = waits("changed")
    assert row.annotation.rendition != made
    assert row.annotation.state == AnnotationState.ACTIVE
    assert made.text[row.start : row.end] == "signed in Aigun in May of 1858"
    assert 0.5 < row.score < 1


def test_words_that_are_carried_leave_how_they_stood_in_the_history() -> None:
    made = carried()
    mark = Annotation.objects.get(rendition=made)
    assert "Carried from text 1 to text 2" in Revision.objects.get(subject_uid=mark.uid).reason


def test_nothing_is_published_while_a_mark_waits() -> None:
    made = carried()
    blocks = preview(documents=[document(made)], by=factories.publisher()).blocks
    assert any("1 annotations stand on an earlier text" in each for each in blocks)
    assert any("1 annotations are orphans" in each for each in blocks)


def test_a_second_run_finds_nothing_new_and_says_what_still_waits() -> None:
    made = carried()
    events, placings = Event.objects.count(), Placing.objects.count()
    found = reanchor(document=document(made), by=factories.editor())
    assert [each.state for each in found] == ["changed", "orphan"]
    assert (Event.objects.count(), Placing.objects.count()) == (events, placings)


def test_a_newer_text_makes_moot_what_waits_for_an_older_one() -> None:
    made = carried()
    newest = later(made, f"{OLD}\nAnd more.")
    assert [*Placing.objects.waiting(newest)] == []
    found = reanchor(document=document(made), by=factories.editor())
    assert {each.state for each in found} == {"exact"}
    assert set(Annotation.objects.values_list("rendition", "state")) == {(newest.pk, "active")}


def test_a_deleted_mark_waits_for_nobody() -> None:
    text = factories.rendition(OLD, slug=SLUG)
    mark = scenes.mark(text, WORDS["changed"])
    delete_annotation(annotation=mark, expected=1, by=factories.editor(), reason="No.")
    later(text, NEW)
    assert reanchor(document=document(text), by=factories.editor()) == []
    assert not Placing.objects.exists()


def test_no_event_holds_words() -> None:
    made = carried()
    told = json.dumps([*Event.objects.values_list("detail", flat=True)])
    assert "annotations carried" in Event.objects.values_list("event_type", flat=True)
    assert not [each for each in WORDS.values() if each in told]
    assert made.text[:20] not in told


def test_the_command_lists_orphans_and_fails() -> None:
    text = factories.rendition(OLD, slug=SLUG)
    mark = scenes.mark(text, "signed at Aigun")
    later(text, "Something else altogether stands here now.")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="1 wait for a person"):
        call_command("reanchor", SLUG, "--json", stdout=out)
    (row,) = json.loads(out.getvalue())
    assert (row["annotation"], row["state"], row["start"]) == (mark.uid, "orphan", None)
    with pytest.raises(CommandError):
        call_command("reanchor", SLUG, stdout=out, stderr=err)
    assert f"orphan {mark.uid}" in err.getvalue()
    assert "0 exact, 0 changed, 0 moved, 0 ambiguous, 1 orphan." in out.getvalue()


@pytest.mark.parametrize(
    ("name", "by", "sentence"),
    [("nowhere", None, "nowhere"), (SLUG, "rita", "rita"), (SLUG, "nobody", "nobody")],
)
def test_who_may_not_and_what_is_not_there(name: str, by: str | None, sentence: str) -> None:
    factories.rendition(OLD, slug=SLUG)
    factories.reader()
    with pytest.raises(CommandError, match=sentence):
        call_command("reanchor", name, *(["--by", by] if by else []))
