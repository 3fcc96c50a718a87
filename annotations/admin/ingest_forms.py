"""The two forms of bringing a document in: what is offered, and what it shall be called."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from archive.admin.lines import LinesField
from archive.edtf import is_edtf
from archive.ingest import FORMATS
from archive.ingest.dates import moment
from archive.models import Document, Slug, Source

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LARGEST = 50 * 1024 * 1024


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, as a list."""

    widget = FilesInput(attrs={"multiple": True})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data] * bool(data)
        return [super(FilesField, self).clean(each, initial) for each in given]


class MomentField(forms.DateTimeField):
    """A moment in UTC, picked from a calendar where the browser has one."""

    widget = forms.DateTimeInput({"type": "datetime-local", "step": 1}, "%Y-%m-%dT%H:%M:%S")


class OfferForm(forms.Form):
    uploads = FilesField(
        required=False,
        label="Files",
        help_text="Plain text, web pages, wikitext, PDF, DOCX, JSON Lines; kept byte for byte.",
    )
    text = forms.CharField(
        required=False,
        strip=False,
        label="or pasted text",
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    url = forms.URLField(
        required=False, max_length=2000, assume_scheme="https", label="Address it came from"
    )
    captured_at = MomentField(
        required=False,
        label="When it was captured (UTC)",
        help_text="Leave it empty where nobody knows: an unknown time stays unknown.",
    )
    title = forms.CharField(required=False, max_length=300, label="Title, if you know better")
    source = forms.ModelChoiceField(
        Source.objects.order_by("name"),
        required=False,
        to_field_name="slug",
        label="Publisher or platform",
        empty_label="not known yet",
    )
    format = forms.ChoiceField(
        choices=[(name, "recognise it" if name == "auto" else name) for name in FORMATS],
        label="Format",
        required=False,
    )

    def clean_format(self) -> str:
        return self.cleaned_data["format"] or "auto"

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        files, text = typed.get("uploads") or [], typed.get("text") or ""
        if not files and not text.strip():
            raise ValidationError("Choose a file, or paste a text.")
        if sum(file.size for file in files) > LARGEST:
            raise ValidationError("More than 50 MB at once: use the command `ingest`.")
        return typed


class ItemForm(forms.Form):
    """What a person confirms of one item. A chosen `document` gets it as a new capture."""

    included = forms.BooleanField(required=False, initial=True, label="Bring this in")
    title = forms.CharField(max_length=300)
    slug = forms.SlugField(
        max_length=80, label="Address in the archive", help_text="Given once, for ever."
    )
    document = forms.ModelChoiceField(
        Document.objects.all(),
        required=False,
        to_field_name="slug",
        widget=forms.TextInput,
        label="or a new capture of",
        help_text="The address of a document that the archive has; its description stays.",
        error_messages={"invalid_choice": "The archive has no document under this address."},
    )
    source = forms.ModelChoiceField(
        Source.objects.order_by("name"),
        required=False,
        label="Publisher or platform",
        empty_label="not known yet",
    )
    new_source = forms.CharField(required=False, max_length=200, label="or a new one, by its name")
    authors = LinesField(required=False, help_text="One a line.")
    language = forms.CharField(required=False, max_length=35, help_text="BCP 47: en, pt-BR …")
    published = forms.CharField(required=False, max_length=60, help_text="EDTF: 2022-09, 2022~ …")
    url = forms.URLField(
        required=False, max_length=2000, assume_scheme="https", label="Address it came from"
    )
    captured_at = MomentField(required=False, label="When it was captured (UTC)")

    def clean_language(self) -> str:
        typed: str = self.cleaned_data["language"]
        if typed and not LANGUAGE.fullmatch(typed):
            raise ValidationError("This is no language tag: use en, de, pt-BR …")
        return typed

    def clean_published(self) -> str:
        typed: str = self.cleaned_data["published"]
        if typed and not is_edtf(typed) and moment(typed) is None:
            raise ValidationError("This is no date in EDTF: use 2022, 2022-09, 2022-09-14, 2022~ …")
        return typed

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        taken = Slug.objects.filter(kind="document", value=typed.get("slug"))
        if not typed.get("document") and taken.exists():
            self.add_error("slug", "This address was given before and is never given twice.")
        return typed
