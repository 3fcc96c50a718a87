"""What an editor fills in, in the order of the work."""

from typing import Any

from django import forms
from django.utils import timezone

from annotations.models import (
    Access,
    Calendar,
    ClaimKind,
    Credibility,
    Evidence,
    EvidenceState,
    Independence,
    Relation,
    Stance,
    Verdict,
)
from annotations.workbench.annotate.fields import ClaimField, TopicsField

STANCES = [choice for choice in Stance.choices if choice[0]]
ACCESS = [choice for choice in Access.choices if choice[0]]
DIGITS = [("", "none: not checkable"), *((n, f"{n} – {words}") for n, words in Credibility.choices)]


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "cols": 40})


class Sheeted(forms.Form):
    """A form in a panel: `more` names the fields that most marks do without, shown folded up."""

    more: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "field_%s", "label_suffix": ""} | kwargs)

    def clean(self) -> dict[str, Any]:
        """Line ends as the archive writes them, not as browsers send them."""
        return {
            name: value.replace("\r\n", "\n") if isinstance(value, str) else value
            for name, value in (super().clean() or self.cleaned_data).items()
        }

    def first_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in self.more]

    def more_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name in self.more]

    def has_more_errors(self) -> bool:
        return any(name in self.errors for name in self.more)


class WordsForm(Sheeted):
    """Which words of which text: a text that is no longer the newest is not marked unseen."""

    rendition = forms.CharField(widget=forms.HiddenInput)
    start = forms.IntegerField(widget=forms.HiddenInput)
    end = forms.IntegerField(widget=forms.HiddenInput)


class NoteForm(WordsForm):
    body = forms.CharField(label="Note", widget=area(4), help_text="Markdown.")


class QuestionForm(WordsForm):
    body = forms.CharField(label="Question", widget=area(4), help_text="Markdown.")


class LacunaForm(WordsForm):
    body = forms.CharField(
        label="What is missing", widget=area(3), required=False, help_text="Markdown."
    )


class AboutForm(Sheeted):
    """What is known of a claim besides its statement."""

    more = ("speaker", "topics", "place", "when_written", "calendar", "when_edtf")
    kind = forms.ChoiceField(
        choices=ClaimKind.choices, initial=ClaimKind.FACT, help_text="Only a fact gets a digit."
    )
    speaker = forms.CharField(
        max_length=200, required=False, help_text="Who says it inside the text."
    )
    topics = TopicsField(required=False, help_text="Divided by commas.")
    place = forms.CharField(max_length=200, required=False)
    when_written = forms.CharField(
        label="Date as written", max_length=120, required=False, help_text="As the text has it."
    )
    calendar = forms.ChoiceField(choices=Calendar.choices, required=False)
    when_edtf = forms.CharField(
        label="Date, converted",
        max_length=60,
        required=False,
        help_text="EDTF, New Style: 1858-05-28, 1858-05, 1858~ (about).",
    )


class ClaimMarkForm(AboutForm, WordsForm):
    """A claim that these words make: one that is here already, or a new one."""

    existing = ClaimField(
        label="Or a claim that is here already",
        required=False,
        help_text="Words of it, or its address.",
    )
    stance = forms.ChoiceField(label="The text …", choices=STANCES, initial=Stance.ASSERTS)
    statement = forms.CharField(label="Statement of a new claim", widget=area(3), required=False)
    slug = forms.SlugField(
        label="Its address",
        max_length=80,
        required=False,
        help_text="Public and for ever. Empty: made from the statement.",
    )
    body = forms.CharField(
        label="Note on this place", widget=area(2), required=False, help_text="Markdown."
    )
    field_order = ["statement", "slug", "existing", "stance", "kind", "body", "speaker"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        has_claim = "existing" in self.errors or cleaned.get("existing")
        if not has_claim and not cleaned.get("statement", "").strip():
            self.add_error("statement", "Choose a claim, or state a new one.")
        return cleaned


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


class ReasonForm(Sheeted):
    """A change of what stands: at which version it was seen, and why it is changed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label="Why this change", max_length=300)


class EditMarkForm(WordsForm, ReasonForm):
    body = forms.CharField(label="Note", widget=area(4), required=False, help_text="Markdown.")
    field_order = ["body", "reason"]


class EditClaimMarkForm(EditMarkForm):
    stance = forms.ChoiceField(label="The text …", choices=STANCES)
    field_order = ["stance", "body", "reason"]


class EditClaimForm(AboutForm, ReasonForm):
    statement = forms.CharField(widget=area(3))
    field_order = ["statement", "kind", "reason"]


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
