"""What an editor fills in of a claim."""

from collections.abc import Iterable
from typing import Any

from django import forms

from annotations.dating.edtf import problem
from annotations.models import Annotation, Calendar, Claim, ClaimKind, Evidence, MentionRole, Stance
from annotations.workbench.annotate.fields import ClaimField, TopicsField
from annotations.workbench.annotate.mark_forms import EditMarkForm
from annotations.workbench.annotate.panel_forms import ReasonForm, Sheeted, WordsForm, area
from annotations.workbench.annotate.record_fields import RecordsField, WordsOrRecordField

STANCES = [choice for choice in Stance.choices if choice[0]]
# The fields that say which records a claim names.
NAMING = {"about": MentionRole.ABOUT, "treaties": MentionRole.TREATY}


class AboutForm(Sheeted):
    """What is known of a claim besides its statement.

    `mentions` are the pairs of record and role that the fields come to; `held` those that the
    claim has, which stay where a field was not touched.
    """

    more = (
        *("speaker", "about", "place", "treaties", "topics"),
        *("when_written", "calendar", "when_edtf"),
    )
    kind = forms.ChoiceField(
        choices=ClaimKind.choices, initial=ClaimKind.FACT, help_text="Only a fact gets a digit."
    )
    speaker = WordsOrRecordField(
        MentionRole.SPEAKER, help_text="Who says it inside the text: any name, or free words."
    )
    about = RecordsField(
        MentionRole.ABOUT, help_text="Persons and things with a record; divided by semicolons."
    )
    place = WordsOrRecordField(MentionRole.PLACE, help_text="Any name of it, or free words.")
    treaties = RecordsField(MentionRole.TREATY, help_text="Any name; divided by semicolons.")
    topics = TopicsField(required=False, help_text="Divided by commas.")
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

    def __init__(self, *args: Any, held: Iterable[tuple[Any, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = list(held)
        self.fields["topics"].widget.attrs |= {"autocomplete": "off", "data-topics": ""}
        self.fields["when_written"].widget.attrs["data-date"] = ""

    def clean_when_edtf(self) -> str:
        value: str = self.cleaned_data["when_edtf"]
        if value and (wrong := problem(value)):
            raise forms.ValidationError(wrong)
        return value

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["mentions"] = [pair for name in self.fields for pair in self._named(name, cleaned)]
        return cleaned

    def _named(self, name: str, cleaned: dict[str, Any]) -> list[tuple[Any, str]]:
        field: Any = self.fields[name]
        if not isinstance(field, RecordsField | WordsOrRecordField) or name not in cleaned:
            return []
        if name not in self.changed_data:
            return [pair for pair in self.held if pair[1] == field.role]
        words = cleaned[name]
        found = words if isinstance(field, RecordsField) else field.record(words)
        return [(record, field.role) for record in found]


def claim_values(cleaned: dict[str, Any]) -> dict[str, Any]:
    """What the verbs take: of the records the pairs alone."""
    return {name: value for name, value in cleaned.items() if name not in NAMING}


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


class MergeForm(ReasonForm):
    into = ClaimField(
        label="The claim that takes over",
        help_text="Words of it, or its address. It gets the words and the evidence of this one.",
    )
    field_order = ["into", "reason"]


class SplitForm(ReasonForm):
    """Which words and which evidence of a claim are a claim of their own."""

    statement = forms.CharField(label="Statement of the new claim", widget=area(3))
    slug = forms.SlugField(
        label="Its address",
        max_length=80,
        required=False,
        help_text="Public and for ever. Empty: made from the statement.",
    )
    spans = forms.ModelMultipleChoiceField(
        Annotation.objects.none(),
        label="Words that make it",
        required=False,
        to_field_name="uid",
        widget=forms.CheckboxSelectMultiple,
    )
    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(),
        label="Evidence that bears on it",
        required=False,
        to_field_name="uid",
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["statement", "slug", "spans", "evidence", "reason"]

    def __init__(self, *args: Any, claim: Claim, marks: Any, pieces: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows, said in (("spans", marks, _said), ("evidence", pieces, _weighed)):
            field: Any = self.fields[name]
            field.queryset = rows
            field.label_from_instance = said


def _said(mark: Any) -> str:
    words = "words in the comment section" if mark.is_covered else mark.words[:120]
    return f"{mark.rendition.capture.document.title}: {words}"


def _weighed(row: Evidence) -> str:
    return f"{row.get_relation_display()}: {row.work or row.note}"[:160]
