"""What a moderator wants to decide, and everything that may stand against it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Self

from annotations.composing.ranges import Range, covered, merge
from annotations.models import Case, CaseState, Decision, Outcome, Part, Rule
from annotations.moderation import taxonomy, wording
from annotations.moderation.policy import decisions
from annotations.moderation.words import span


@dataclass(frozen=True)
class Ruling:
    """A decision before it is made; `redactions` are merged ranges of the rendition."""

    outcome: str
    rule: Rule
    reason: str
    public_note: str = ""
    severity: int = 0
    redactions: tuple[Range, ...] = ()
    needs_second_opinion: bool = False

    def on(self, case: Case) -> Self:
        """The ruling with its ranges in order; a handle that is redacted goes as a whole."""
        ranges: Iterable[Range] = self.redactions
        if case.part == Part.HANDLE and self.outcome == Outcome.REDACT and not self.redactions:
            ranges = [span(case)]
        return replace(self, redactions=tuple(merge(ranges)))


def removed(ruling: Ruling, case: Case) -> list[Range]:
    """What readers are not, or not at once, to see of the case's words."""
    if ruling.outcome == Outcome.KEEP and not ruling.needs_second_opinion:
        return []
    if ruling.outcome == Outcome.REDACT and not ruling.needs_second_opinion:
        return list(ruling.redactions)
    return [span(case)]


def wants_outcome(ruling: Ruling, case: Case) -> str:
    known = [value for value in Outcome.values if value]
    return "" if ruling.outcome in known else f"Choose an outcome: {', '.join(known)}."


def cites_rule_in_force(ruling: Ruling, case: Case) -> str:
    if Rule.objects.in_force().filter(pk=ruling.rule.pk).exists():
        return ""
    return f"Rule {ruling.rule.number} is of an older version of the rules: choose one in force."


def rule_bears_outcome(ruling: Ruling, case: Case) -> str:
    if ruling.outcome in ruling.rule.outcomes:
        return ""
    borne = ", ".join(ruling.rule.outcomes)
    return f"Rule {ruling.rule.number} does not bear “{ruling.outcome}”, only: {borne}."


def never_collapses_hate(ruling: Ruling, case: Case) -> str:
    if ruling.outcome != Outcome.COLLAPSE:
        return ""
    if case.part == Part.HANDLE:
        return "A handle cannot be collapsed: keep it or remove it."
    if taxonomy.never_collapsed(ruling.rule.category):
        return "Attacks on a group and threats are never collapsed: redact or withhold them."
    return ""


def severity_is_on_the_scale(ruling: Ruling, case: Case) -> str:
    return "" if ruling.severity in taxonomy.SEVERITIES else "Severity goes from 0 to 3."


def redacts_where_it_says_so(ruling: Ruling, case: Case) -> str:
    if ruling.outcome == Outcome.REDACT and not ruling.redactions:
        return "Choose the words to redact."
    if ruling.outcome != Outcome.REDACT and ruling.redactions:
        return "Words are chosen for redaction only: choose “redact”, or no words."
    return ""


def redacts_words_of_the_case(ruling: Ruling, case: Case) -> str:
    if not ruling.redactions:
        return ""
    if not all(covered(one, [span(case)]) for one in ruling.redactions):
        return "The chosen words lie outside of what is judged."
    if case.part == Part.HANDLE and list(ruling.redactions) != [span(case)]:
        return "A handle is removed as a whole."
    text = case.comment.rendition.text
    if not all(text[slice(*one)].strip() for one in ruling.redactions):
        return "The chosen range holds no words."
    return ""


def says_why(ruling: Ruling, case: Case) -> str:
    return "" if ruling.reason.strip() else "Say why, in a sentence."


def repeats_no_words(ruling: Ruling, case: Case) -> str:
    sentences = ruling.reason, ruling.public_note
    return wording.repeats(case, sentences, removed(ruling, case))


def changes_something(ruling: Ruling, case: Case) -> str:
    rows = decisions(case)
    if case.state != CaseState.DECIDED or ruling.needs_second_opinion or not rows:
        return ""
    return "This is already decided so." if same(ruling, rows[-1]) else ""


def same(ruling: Ruling, decision: Decision) -> bool:
    """Whether the decision says the same already; another reason alone changes nothing."""
    ranges = tuple((row.start, row.end) for row in decision.redactions.all())
    stands = (decision.outcome, decision.rule_id, decision.public_note, decision.severity, ranges)
    return stands == (
        *(ruling.outcome, ruling.rule.pk, ruling.public_note, ruling.severity),
        ruling.redactions,
    )


OBJECTIONS: list[Callable[[Ruling, Case], str]] = [
    wants_outcome,
    cites_rule_in_force,
    rule_bears_outcome,
    never_collapses_hate,
    severity_is_on_the_scale,
    redacts_where_it_says_so,
    redacts_words_of_the_case,
    says_why,
    repeats_no_words,
    changes_something,
]


def objection(ruling: Ruling, case: Case) -> str:
    """The first thing that stands against the ruling, as a sentence; else empty."""
    return next(filter(None, (object_(ruling, case) for object_ in OBJECTIONS)), "")
