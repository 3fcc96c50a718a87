"""Every role, state and verb, with the sentence that the person reads ("" is a yes)."""

import pytest
from django.contrib.auth.models import AnonymousUser

from annotations.actions.cases import flag
from annotations.models import Case, CaseState
from annotations.moderation.policy import Person, Verb, may
from archive.actions.agents import software
from tests import factories
from tests.annotations.moderation.conftest import Judge

STAFF_ONLY = "Comment sections are for the archive’s staff."
NO_FLAG = "Only editors and moderators flag."
NO_DECIDE, NO_UNDO = "Only moderators decide.", "Only moderators undo a decision."
NOTHING = "Nothing has been decided yet."
ASKED = "You asked for a second opinion: somebody else has to give it."
SIGN_IN = "Sign in first."

OPEN, WAITING, DECIDED = CaseState.OPEN, CaseState.SECOND_OPINION, CaseState.DECIDED
EVERY = (OPEN, WAITING, DECIDED)
MODERATES = {
    **{(verb, state): "" for verb in (Verb.SEE, Verb.FLAG, Verb.DECIDE) for state in EVERY},
    (Verb.UNDO, OPEN): NOTHING,
    (Verb.UNDO, WAITING): "",
    (Verb.UNDO, DECIDED): "",
}


def always(see: str, flag: str, decide: str, undo: str) -> dict[tuple[Verb, CaseState], str]:
    """The same sentence in every state, in the order of the verbs."""
    sentences = dict(zip(Verb, (see, flag, decide, undo), strict=True))
    return {(verb, state): sentence for verb, sentence in sentences.items() for state in EVERY}


TABLE = {
    "nobody": always(SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    "reader": always(STAFF_ONLY, NO_FLAG, NO_DECIDE, NO_UNDO),
    "publisher": always("", NO_FLAG, NO_DECIDE, NO_UNDO),
    "editor": always("", "", NO_DECIDE, NO_UNDO),
    "moderator": MODERATES,
    "the moderator who asked": MODERATES | {(Verb.DECIDE, WAITING): ASKED},
    "admin": MODERATES,
    "software": MODERATES,
}


def person(who: str) -> Person:
    if who == "nobody":
        return AnonymousUser()
    if who == "software":
        return software()
    if who == "the moderator who asked":
        return factories.moderator("mona")
    made: Person = getattr(factories, who)()
    return made


@pytest.mark.parametrize("who", TABLE)
@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("verb", Verb)
def test_who_may_do_what_when(
    body: Case, judge: Judge, who: str, state: CaseState, verb: Verb
) -> None:
    if state != OPEN:
        asks = state == WAITING
        judge(body, "keep", by=factories.moderator("mona"), needs_second_opinion=asks)
    assert body.state == state
    assert may(person(who), verb, body) == TABLE[who][verb, state]


@pytest.mark.parametrize("who", TABLE)
def test_without_a_case_the_role_alone_answers(db: None, who: str) -> None:
    for verb in Verb:
        assert may(person(who), verb) in ("", TABLE[who][verb, DECIDED])


def test_who_flagged_cannot_flag_again(body: Case) -> None:
    flag(case=body, category="spam", reason="", by=factories.editor())
    assert may(factories.editor(), Verb.FLAG, body) == "You have flagged this already."
    assert may(factories.moderator(), Verb.FLAG, body) == ""
