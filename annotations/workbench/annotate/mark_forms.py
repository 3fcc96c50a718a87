"""What an editor fills in of a mark that is no claim."""

from django import forms

from annotations.workbench.annotate.panel_forms import ReasonForm, WordsForm, area


class NoteForm(WordsForm):
    body = forms.CharField(label="Note", widget=area(4), help_text="Markdown.")


class QuestionForm(WordsForm):
    body = forms.CharField(label="Question", widget=area(4), help_text="Markdown.")


class LacunaForm(WordsForm):
    body = forms.CharField(
        label="What is missing", widget=area(3), required=False, help_text="Markdown."
    )


class EditMarkForm(WordsForm, ReasonForm):
    body = forms.CharField(label="Note", widget=area(4), required=False, help_text="Markdown.")
    field_order = ["body", "reason"]
