"""What an editor fills in of evidence, and of what a claim is worth."""

from typing import Any

from django import forms
from django.utils import timezone

from annotations.actions.sets import new_set
from annotations.models import (
    Access,
    Claim,
    Credibility,
    Evidence,
    Independence,
    Relation,
    Strength,
    Verdict,
    VerdictValue,
)
from annotations.workbench.annotate.evidence_fields import NEW, SetsField, others, set_choices
from annotations.workbench.annotate.fields import ClaimField, exactly
from annotations.workbench.annotate.panel_forms import ReasonForm, Sheeted, WordsForm, area
from archive.reading.vocabulary import STRENGTHS

ACCESS = [choice for choice in Access.choices if choice[0]]
STRENGTH_CHOICES = [
    (code, f"{label}: {STRENGTHS[code]}" if code else label) for code, label in Strength.choices
]
DIGITS = [("", "none: not checkable"), *((n, f"{n} – {words}") for n, words in Credibility.choices)]


class WeighingForm(Sheeted):
    """How evidence bears on a claim, and on what other evidence of the claim it hangs.

    `row` is evidence that there is already; `claim` the claim, as far as the form knows it.
    """

    more = ("strength", "independence", "derived_from", "sets")
    more_label = "Strength, independence, and what it hangs on"
    relation = forms.ChoiceField(label="It …", choices=Relation.choices)
    note = forms.CharField(
        label="Why, and how far", widget=area(3), help_text="Shown to readers beside the claim."
    )
    locator = forms.CharField(max_length=200, required=False, help_text="Page, article, paragraph.")
    strength = forms.ChoiceField(choices=STRENGTH_CHOICES, required=False)
    independence = forms.ChoiceField(
        label="Independent of what the claim rests on?",
        choices=Independence.choices,
        initial=Independence.UNKNOWN,
    )
    derived_from = forms.ModelChoiceField(
        queryset=Evidence.objects.none(),
        required=False,
        empty_label="something that is not here",
        help_text="Only for what is “derived from another”.",
    )
    sets = SetsField(label="It bears on the claim …", required=False)

    def __init__(
        self, *args: Any, claim: Claim | None = None, row: Evidence | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        self.offer(row.claim if row else claim)

    def offer(self, claim: Claim | None) -> None:
        """Let what it derives from, and its set, be chosen from the claim's other evidence."""
        self.bears_on = claim
        field: Any = self.fields["derived_from"]
        field.queryset = others(claim, self.row)
        field = self.fields["sets"]
        field.choices = set_choices(claim, self.row)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("sets") == [NEW]:
            cleaned["sets"] = [new_set(self.bears_on) if self.bears_on else 1]
        return cleaned


class EvidenceMarkForm(WeighingForm, WordsForm):
    """Words as evidence. `offered` is the claim whose evidence was shown to choose from."""

    claim = ClaimField(
        label="Evidence for or against", help_text="Words of the claim, or its address."
    )
    offered = forms.CharField(widget=forms.HiddenInput, required=False)
    field_order = ["claim", "relation", "locator", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = (self.data or self.initial).get("claim") or ""
        if claim := exactly(str(named)):
            self.offer(claim)
            self.initial["offered"] = claim.slug

    def clean(self) -> dict[str, Any]:
        """Whoever says “derived” is asked from what, once the claim is known."""
        cleaned = super().clean()
        claim, seen = cleaned.get("claim"), cleaned.pop("offered", "")
        derived = cleaned.get("independence") == Independence.DERIVED
        if derived and claim and claim.slug != seen and others(claim, None).exists():
            self.offer(claim)
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["offered"] = claim.slug  # type: ignore[index]
            self.add_error("derived_from", "Choose what it is derived from.")
        return cleaned


class WorkForm(WeighingForm):
    """An outside work."""

    work = forms.CharField(label="Work", widget=area(2), help_text="Author, title, place, year.")
    work_url = forms.URLField(label="Its address", required=False, assume_scheme="https")
    access = forms.ChoiceField(label="How the archive knows it", choices=ACCESS)
    cited_through = forms.CharField(
        required=False, help_text="The work in which it is cited, where it is not in hand."
    )
    field_order = [*["work", "work_url", "access", "cited_through"], "relation", "locator", "note"]


class EditEvidenceForm(WeighingForm, ReasonForm):
    field_order = ["relation", "locator", "note", "reason"]


class EditWorkForm(EditEvidenceForm, WorkForm):
    field_order = [*(WorkForm.field_order or ()), "reason"]


class AssessForm(Sheeted):
    """What the claim is worth, by what was known on a day. `replacing` is what was seen before."""

    replacing = forms.CharField(widget=forms.HiddenInput, required=False)
    verdict = forms.ChoiceField(
        choices=[("", "what the word of the scale comes to"), *Verdict.choices], required=False
    )
    value = forms.ModelChoiceField(
        label="In a word of a scale",
        queryset=VerdictValue.objects.none(),
        required=False,
        empty_label="none",
    )
    credibility = forms.TypedChoiceField(
        choices=DIGITS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text="6: not judged. 1 asks for two independent pieces of evidence. “False” is a "
        "verdict, no digit.",
    )
    reasons = forms.CharField(widget=area(4))
    as_of = forms.DateField(
        label="As of",
        initial=lambda: timezone.now().date(),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="What was known by this day.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["value"]
        field.queryset = VerdictValue.objects.in_force()
        field.label_from_instance = lambda row: (
            f"{row.scale.name}: {row.label} (comes to: {row.get_maps_to_display()})"
        )
