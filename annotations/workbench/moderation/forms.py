"""The small forms of the desk: taking back, and flagging."""

from django import forms

from annotations.actions.cases import flag
from annotations.models import Case, Flag
from annotations.moderation import taxonomy
from archive.models import User


class UndoForm(forms.Form):
    """Taking the last decision back."""

    expected = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(required=False, max_length=2000)


class FlagForm(forms.Form):
    """Asking for attention."""

    category = forms.ChoiceField(
        choices=list(taxonomy.CATEGORIES.items()),
        error_messages={"required": "Choose a category."},
    )
    reason = forms.CharField(required=False, max_length=2000)

    def save(self, case: Case, by: User) -> Flag:
        """Flag. Raises `Refused`."""
        return flag(case=case, by=by, **self.cleaned_data)
