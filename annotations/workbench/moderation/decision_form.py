"""What a moderator fills in to decide. The rules of deciding live in the actions, not here."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, cast

from django import forms
from django.http import QueryDict

from annotations.actions.decide import decide
from annotations.composing.ranges import Range
from annotations.models import Case, Decision, Outcome, Part, Rule
from annotations.moderation import taxonomy
from annotations.moderation.words import Token, joined
from archive.models import User

OUTCOMES = [choice for choice in Outcome.choices if choice[0]]


def bears(rule: Rule, case: Case) -> list[str]:
    """The outcomes that a rule can bear on this case."""
    collapses = case.part == Part.BODY and not taxonomy.never_collapsed(rule.category)
    return [value for value in rule.outcomes if collapses or value != Outcome.COLLAPSE]


def standard_reason(rule: Rule) -> str:
    """What is recorded where the moderator says no more than the rule."""
    return f"Rule {rule.number}: {rule.title}."


class DecisionForm(forms.Form):
    """A decision on one case, as it was at version `expected`."""

    expected = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(choices=OUTCOMES, error_messages={"required": "Choose an outcome."})
    rule = forms.ModelChoiceField(
        queryset=Rule.objects.none(),
        to_field_name="number",
        error_messages={
            "required": "Choose the rule that it rests on.",
            "invalid_choice": "Choose a rule that is in force.",
        },
    )
    words = forms.MultipleChoiceField(
        required=False, error_messages={"invalid_choice": "Choose words of this text."}
    )
    reason = forms.CharField(required=False, max_length=2000)
    public_note = forms.CharField(required=False, max_length=500)
    severity = forms.ChoiceField(choices=list(taxonomy.SEVERITIES.items()), required=False)
    needs_second_opinion = forms.BooleanField(required=False)

    def __init__(
        self, data: Any = None, *, case: Case, words: Sequence[Token], **kwargs: Any
    ) -> None:
        super().__init__(data, prefix=None, auto_id=f"{case.uid}-%s", **kwargs)
        self.case, self.tokens = case, list(words)
        self.fields["rule"].queryset = Rule.objects.in_force()  # type: ignore[attr-defined]
        self.fields["words"].choices = [  # type: ignore[attr-defined]
            (value, value) for value in map(value_of, words)
        ]

    @cached_property
    def rules(self) -> list[tuple[Rule, list[str]]]:
        """The rules in force with the outcomes that each can bear here."""
        rules = Rule.objects.in_force()
        return [(rule, borne) for rule in rules if (borne := bears(rule, self.case))]

    @property
    def outcomes(self) -> list[tuple[str, str, int]]:
        """Value, label and key of each outcome that some rule can bear here."""
        borne = {value for _, values in self.rules for value in values}
        keyed = enumerate(OUTCOMES, start=1)
        return [(value, label, key) for key, (value, label) in keyed if value in borne]

    @property
    def given(self) -> dict[str, str]:
        """What was sent, as it was; a form that nobody has filled in is empty."""
        return {name: self.data.get(name, "") for name in self.fields}

    @property
    def ticked(self) -> set[str]:
        """The words that were ticked when the form was sent."""
        return set(cast("QueryDict", self.data).getlist("words")) if self.is_bound else set()

    @property
    def yours(self) -> dict[str, str]:
        """What was about to be decided, to stand beside what somebody else decided."""
        outcome = dict(OUTCOMES).get(self.given["outcome"], "")
        return self.given | {"outcome": outcome}

    def chosen(self) -> list[Range]:
        """The words to redact; words chosen before another outcome was are left alone."""
        if self.cleaned_data["outcome"] != Outcome.REDACT:
            return []
        ticked = set(self.cleaned_data["words"])
        places = {(word.start, word.end) for word in self.tokens if value_of(word) in ticked}
        return joined(self.tokens, places)

    def save(self, by: User) -> Decision:
        """Decide. Raises `Refused` or `Conflict`."""
        given = self.cleaned_data
        return decide(
            case=self.case,
            expected=given["expected"],
            outcome=given["outcome"],
            rule=given["rule"],
            reason=given["reason"] or standard_reason(given["rule"]),
            public_note=given["public_note"],
            severity=int(given["severity"] or 0),
            redactions=self.chosen(),
            needs_second_opinion=given["needs_second_opinion"],
            by=by,
        )


def value_of(word: Token) -> str:
    """How a word is named in the form: by its range."""
    return f"{word.start}-{word.end}"
