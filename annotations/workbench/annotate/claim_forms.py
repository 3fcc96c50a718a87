"""What an editor fills in of a claim."""

from typing import Any

from django import forms

from annotations.models import Calendar, ClaimKind, Stance
from annotations.workbench.annotate.fields import ClaimField, TopicsField
from annotations.workbench.annotate.mark_forms import EditMarkForm
from annotations.workbench.annotate.panel_forms import ReasonForm, Sheeted, WordsForm, area

STANCES = [choice for choice in Stance.choices if choice[0]]


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


class EditClaimMarkForm(EditMarkForm):
    stance = forms.ChoiceField(label="The text …", choices=STANCES)
    field_order = ["stance", "body", "reason"]


class EditClaimForm(AboutForm, ReasonForm):
    statement = forms.CharField(widget=area(3))
    field_order = ["statement", "kind", "reason"]
