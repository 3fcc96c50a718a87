"""A decision on the same text, handle and parent's text is inherited; anything changed reopens."""

from collections.abc import Sequence
from typing import Any

import pytest

from annotations.actions.cases import open_cases
from annotations.models import CaseState, Decision
from archive.actions.ingest import ingest
from archive.models import Rendition
from tests import factories
from tests.annotations.moderation.conftest import COMMENTS, Judge, case_of, place_of


def recapture(
    earlier: Rendition, comments: Sequence[tuple[Any, ...]], text: str = "The article, longer."
) -> Rendition:
    """A new capture of the same document."""
    made = factories.parsed(text, comments)
    document = earlier.capture.document
    done = ingest(
        data=made.text.encode(), parsed=made, by=factories.editor(), title="", document=document
    )
    open_cases(rendition=done.rendition)
    return done.rendition


def test_an_unchanged_comment_inherits_its_decision(section: Rendition, judge: Judge) -> None:
    judge(case_of(section, 2), "withhold", public_note="An insult.", severity=1)
    heir = case_of(recapture(section, COMMENTS), 2)
    decision = heir.decisions.get()
    assert (heir.state, heir.outcome) == (CaseState.DECIDED, "withhold")
    assert (decision.public_note, decision.severity) == ("An insult.", 1)


def test_what_is_inherited_is_made_by_the_software_and_names_the_decision(
    section: Rendition, judge: Judge
) -> None:
    old = judge(case_of(section, 2), "withhold")
    decision = case_of(recapture(section, COMMENTS), 2).decisions.get()
    assert decision.decided_by.username == "variorum"
    assert decision.reason == (
        f"Inherited from decision {old.uid}: text, handle and parent unchanged."
    )


def test_redactions_move_with_the_words(section: Rendition, judge: Judge) -> None:
    case = case_of(section, 2)
    judge(case, "redact", redactions=[place_of(case, "walnut")])
    heir = case_of(recapture(section, COMMENTS), 2)
    redaction = heir.decisions.get().redactions.get()
    assert (redaction.start, redaction.end) == place_of(heir, "walnut")
    assert redaction.start != place_of(case, "walnut")[0]


CHANGED = {
    "its text": [COMMENTS[0], ("Otter", "My neighbour is a walnut, and walnuts always learn.", 0)],
    "its handle": [COMMENTS[0], ("Stoat", COMMENTS[1][1], 0)],
    "its parent's text": [("Heron", "The river froze late."), COMMENTS[1]],
    "its parent": [COMMENTS[0], COMMENTS[1][:2]],
}


@pytest.mark.parametrize("what", CHANGED)
def test_a_change_leaves_the_comment_open(section: Rendition, judge: Judge, what: str) -> None:
    judge(case_of(section, 2), "withhold")
    case = case_of(recapture(section, CHANGED[what]), 2)
    assert (case.state, case.decisions.count()) == (CaseState.OPEN, 0)


def test_a_handle_is_inherited_whatever_is_said_under_it(section: Rendition, judge: Judge) -> None:
    judge(case_of(section, 2, "handle"), "redact")
    heir = case_of(recapture(section, [("Otter", "Something else.")]), 1, "handle")
    redaction = heir.decisions.get().redactions.get()
    comment = heir.comment
    assert (redaction.start, redaction.end) == (comment.author_start, comment.author_end)


def test_what_waits_for_a_second_opinion_is_not_inherited(section: Rendition, judge: Judge) -> None:
    judge(case_of(section, 2), "keep", needs_second_opinion=True)
    assert case_of(recapture(section, COMMENTS), 2).state == CaseState.OPEN


def test_twins_that_were_decided_differently_leave_the_case_open(
    rules: object, judge: Judge
) -> None:
    twice = [("Heron", "Twice the same."), ("Heron", "Twice the same.")]
    first = factories.rendition(comments=twice)
    open_cases(rendition=first)
    judge(case_of(first, 1), "keep")
    judge(case_of(first, 2), "withhold")
    assert case_of(recapture(first, twice), 1).state == CaseState.OPEN


def test_the_newest_capture_that_has_the_words_speaks_for_them(
    section: Rendition, judge: Judge
) -> None:
    judge(case_of(section, 2), "keep")
    second = recapture(section, COMMENTS)
    judge(case_of(second, 2), "withhold")
    recapture(section, COMMENTS[:1], "The article without it.")
    assert case_of(recapture(section, COMMENTS, "Back again."), 2).outcome == "withhold"


def test_the_same_words_in_another_document_inherit_nothing(
    section: Rendition, judge: Judge
) -> None:
    judge(case_of(section, 2), "withhold")
    other = factories.rendition("Another article.", COMMENTS)
    open_cases(rendition=other)
    assert Decision.objects.filter(case__comment__rendition=other).count() == 0
