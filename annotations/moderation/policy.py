"""May I? Asked here and nowhere else.

The answer forbids the act, disables the button and is the sentence that the person reads.
"""

from collections.abc import Callable
from enum import StrEnum

from django.contrib.auth.models import AnonymousUser

from annotations.models import Case, CaseState, Decision
from annotations.moderation.states import standing
from archive.models import User, UserKind

Person = User | AnonymousUser


class Verb(StrEnum):
    """What a person may want to do at the desk."""

    SEE = "see"
    FLAG = "flag"
    DECIDE = "decide"
    UNDO = "undo"


# The software has no way in of its own: it acts where somebody runs a command on the machine.
PERMISSIONS = {
    Verb.SEE: ("archive.view_original", "Comment sections are for the archive’s staff."),
    Verb.FLAG: ("annotations.add_flag", "Only editors and moderators flag."),
    Verb.DECIDE: ("annotations.decide_case", "Only moderators decide."),
    Verb.UNDO: ("annotations.decide_case", "Only moderators undo a decision."),
}


def may(user: Person, verb: Verb, case: Case | None = None) -> str:
    """Empty if `user` may; else the sentence that says why not."""
    return may_by_role(user, verb) or (case and STANDING[verb](user, case)) or ""


def may_by_role(user: Person, verb: Verb) -> str:
    if not user.is_authenticated:
        return "Sign in first."
    permission, sentence = PERMISSIONS[verb]
    if user.kind == UserKind.SOFTWARE or user.has_perm(permission):
        return ""
    return sentence


def decisions(case: Case) -> list[Decision]:
    """The case's decisions in their order (no query where they are prefetched)."""
    return sorted(case.decisions.all(), key=lambda row: row.sequence)


def may_decide(user: Person, case: Case) -> str:
    asked = standing(decisions(case)) if case.state == CaseState.SECOND_OPINION else None
    if asked and asked.decided_by_id == user.pk:
        return "You asked for a second opinion: somebody else has to give it."
    return ""


def may_undo(user: Person, case: Case) -> str:
    return "" if decisions(case) else "Nothing has been decided yet."


def may_flag(user: Person, case: Case) -> str:
    flagged = any(flag.created_by_id == user.pk for flag in case.flags.all())
    return "You have flagged this already." if flagged else ""


STANDING: dict[Verb, Callable[[Person, Case], str]] = {
    Verb.SEE: lambda user, case: "",
    Verb.FLAG: may_flag,
    Verb.DECIDE: may_decide,
    Verb.UNDO: may_undo,
}
