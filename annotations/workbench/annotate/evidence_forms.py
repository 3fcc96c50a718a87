"""What an editor fills in of evidence, and of what a claim is worth."""

from typing import Any

from django import forms
from django.utils import timezone

from annotations.models import (
    Access,
    Credibility,
    Evidence,
    EvidenceState,
    Independence,
    Relation,
    Verdict,
)
from annotations.workbench.annotate.fields import ClaimField
from annotations.workbench.annotate.panel_forms import ReasonForm, Sheeted, WordsForm, area

ACCESS = [choice for choice in Access.choices if choice[0]]
DIGITS = [("", "none: not checkable"), *((n, f"{n} – {words}") for n, words in Credibility.choices)]


class WeighingForm(Sheeted):
    """How evidence bears on a claim."""

    relation = forms.ChoiceField(label="It …", choices=Relation.choices)
    note = forms.CharField(
        label="Why, and how far", widget=area(3), help_text="Shown to readers beside the claim."
    )
    locator = forms.CharField(max_length=200, required=False, help_text="Page, article, paragraph.")
    independence = forms.ChoiceField(
        label="Independent of what the claim rests on?",
        choices=Independence.choices,
        initial=Independence.UNKNOWN,
    )


class EvidenceMarkForm(WeighingForm, WordsForm):
    claim = ClaimField(
        label="Evidence for or against", help_text="Words of the claim, or its address."
    )
    field_order = ["claim", "relation", "locator", "note"]


class WorkForm(WeighingForm):
    """An outside work."""

    work = forms.CharField(label="Work", widget=area(2), help_text="Author, title, place, year.")
    work_url = forms.URLField(label="Its address", required=False, assume_scheme="https")
    access = forms.ChoiceField(label="How the archive knows it", choices=ACCESS)
    cited_through = forms.CharField(
        required=False, help_text="The work in which it is cited, where it is not in hand."
    )
    field_order = [*["work", "work_url", "access", "cited_through"], "relation", "locator", "note"]


class DerivedForm(WeighingForm, ReasonForm):
    """Evidence as it can be changed; `row` says what it may derive from."""

    derived_from = forms.ModelChoiceField(
        queryset=Evidence.objects.none(),
        required=False,
        help_text="Only for what is “derived from another”.",
    )

    def __init__(self, *args: Any, row: Evidence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = row.claim.evidence.filter(state=EvidenceState.ACTIVE).exclude(pk=row.pk)
        field: Any = self.fields["derived_from"]
        field.queryset = others
        field.label_from_instance = lambda each: each.work or each.note


class EditEvidenceForm(DerivedForm):
    field_order = ["relation", "locator", "note", "independence", "derived_from", "reason"]


class EditWorkForm(DerivedForm, WorkForm):
    field_order = [*(WorkForm.field_order or ()), "independence", "derived_from", "reason"]


class AssessForm(Sheeted):
    """What the claim is worth, by what was known on a day. `replacing` is what was seen before."""

    replacing = forms.CharField(widget=forms.HiddenInput, required=False)
    verdict = forms.ChoiceField(choices=Verdict.choices)
    credibility = forms.TypedChoiceField(
        choices=DIGITS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text="6: not judged. 1 asks for independent evidence. “False” is a verdict, no digit.",
    )
    reasons = forms.CharField(widget=area(4))
    as_of = forms.DateField(
        label="As of",
        initial=lambda: timezone.now().date(),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="What was known by this day.",
    )
