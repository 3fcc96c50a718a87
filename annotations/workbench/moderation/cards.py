"""A case as the desk shows it, and what a person may do about it."""

from dataclasses import dataclass
from functools import cached_property

from annotations.composing.ranges import overlaps
from annotations.models import Case, CaseState, Decision, Flag, Outcome, Part
from annotations.moderation import taxonomy
from annotations.moderation.policy import Verb, decisions, may
from annotations.moderation.words import Token, span, tokens
from annotations.workbench.moderation.decision_form import DecisionForm, value_of
from annotations.workbench.moderation.forms import FlagForm
from archive.models import User

STATUS: dict[str, str] = {
    Outcome.UNDECIDED: "not reviewed",
    Outcome.KEEP: "kept",
    Outcome.COLLAPSE: "collapsed",
    Outcome.REDACT: "redacted",
    Outcome.WITHHOLD: "withheld",
}


@dataclass
class Word:
    """A word of the case: its token, and whether the last decision or the form removes it."""

    token: Token
    value: str
    gone: bool
    ticked: bool


@dataclass
class Card:
    """One case: what stands, what the person may do about it, and the words, to be covered."""

    case: Case
    user: User
    text: str
    form: DecisionForm | None = None
    flag_form: FlagForm | None = None
    error: str = ""
    conflict: bool = False
    is_current: bool = False

    @cached_property
    def rows(self) -> list[Decision]:
        return decisions(self.case)

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens(self.text, span(self.case))[0]

    @property
    def tail(self) -> str:
        """What follows the last word."""
        return tokens(self.text, span(self.case))[1]

    def make_current(self) -> None:
        """The one case that is open; for judging, if the person may."""
        self.is_current = True
        if self.form is None and not self.why_not[Verb.DECIDE]:
            self.form = DecisionForm(case=self.case, words=self.tokens)

    @property
    def expected(self) -> str:
        """The version that a decision is about: after a conflict the one that stands now."""
        sent = self.form and not self.conflict and self.form.data.get("expected")
        return sent or str(self.case.version)

    @property
    def name(self) -> str:
        number = self.case.comment.number
        return f"Handle of comment {number}" if self.is_handle else f"Comment {number}"

    @property
    def is_handle(self) -> bool:
        return self.case.part == Part.HANDLE

    @property
    def last(self) -> Decision | None:
        return self.rows[-1] if self.rows else None

    @property
    def status(self) -> str:
        """How it stands, in a word or four; the style sheet knows `kind`."""
        if self.case.state == CaseState.SECOND_OPINION:
            return "waits for a second opinion"
        return STATUS[self.case.outcome]

    @property
    def kind(self) -> str:
        waits = self.case.state == CaseState.SECOND_OPINION
        return "waiting" if waits else self.case.outcome or "open"

    @property
    def category(self) -> str:
        rule = self.last and self.last.rule
        return taxonomy.label(rule.category) if rule and rule.category else ""

    @property
    def severity(self) -> str:
        judged = self.last and self.last.severity
        return taxonomy.SEVERITIES[judged] if judged else ""

    @property
    def flags(self) -> list[tuple[str, Flag]]:
        return [(taxonomy.label(flag.category), flag) for flag in self.case.flags.all()]

    @cached_property
    def why_not(self) -> dict[str, str]:
        """For each verb the sentence that forbids it, or nothing."""
        return {verb.value: may(self.user, verb, self.case) for verb in Verb}

    @property
    def words(self) -> list[Word]:
        removed = [(row.start, row.end) for row in self.last.redactions.all()] if self.last else []
        sent = self.form if self.form and self.form.is_bound else None
        return [
            Word(token, value, gone, value in sent.ticked if sent else gone)
            for token in self.tokens
            for value in [value_of(token)]
            for gone in [any(overlaps((token.start, token.end), one) for one in removed)]
        ]

    @property
    def theirs(self) -> Decision | None:
        """In a conflict: what somebody else decided first."""
        return self.last if self.conflict else None
