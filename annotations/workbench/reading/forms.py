"""What is asked of a reader, of who opens a double reading, and of who decides."""

from typing import Any

from django import forms
from django.db.models import Q

from annotations.anchoring import find_all
from annotations.models import AdjudicationOutcome, AnnotationKind, Stance
from annotations.models.reading_mark import READ_FOR
from archive.models import User

NOWHERE = "These words are not in the text."
SEVERAL = "These words stand in {} places: paste more of them, or select them in the text."
NO_WORDS = "Select words in the text, or paste them here."


class OpenForm(forms.Form):
    """Who reads. Only who may mark is offered."""

    first = forms.ModelChoiceField(User.objects.none(), label="First reader")
    second = forms.ModelChoiceField(User.objects.none(), label="Second reader")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        able = Q(is_superuser=True) | Q(groups__permissions__codename="add_annotation")
        people = User.objects.filter(able, is_active=True).distinct().order_by("username")
        for name in ("first", "second"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]
            self.fields[name].label_from_instance = (  # type: ignore[attr-defined]
                lambda user: user.shown_name
            )


class MarkForm(forms.Form):
    """Words, by their places or pasted, and what they are."""

    start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        required=False,
        strip=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=NO_WORDS,
    )
    kind = forms.ChoiceField(
        label="They are a",
        choices=READ_FOR,
        initial=AnnotationKind.CLAIM,
        widget=forms.RadioSelect,
    )
    stance = forms.ChoiceField(
        label="The text",
        choices=[choice for choice in Stance.choices if choice[0]],
        initial=Stance.ASSERTS,
        required=False,
        help_text="What it does with the claim.",
    )
    body = forms.CharField(
        label="The claim, or your note",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A claim as a statement that can be checked by itself.",
    )

    def __init__(self, *args: Any, text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("start") is None or values.get("end") is None:
            values["start"], values["end"] = self.found(values.get("words", ""))
        return values

    def found(self, words: str) -> tuple[int, int]:
        places = find_all(self.text, words) if words.strip() else []
        if len(places) != 1:
            sentence = SEVERAL.format(len(places)) if places else NOWHERE
            raise forms.ValidationError({"words": sentence if words.strip() else NO_WORDS})
        return places[0]


class DecideForm(forms.Form):
    matter = forms.CharField(max_length=21, widget=forms.HiddenInput)
    replacing = forms.CharField(max_length=10, required=False, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(choices=AdjudicationOutcome.choices)
    reason = forms.CharField(max_length=500)


class GuidelineForm(forms.Form):
    title = forms.CharField(max_length=120)
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 16}), help_text="Markdown. A new version is made."
    )
