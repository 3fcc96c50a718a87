"""A form in a panel: what all of them share."""

from typing import Any

from django import forms


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "cols": 40})


class Sheeted(forms.Form):
    """A form in a panel: `more` names the fields that most marks do without, shown folded up."""

    more: tuple[str, ...] = ()
    more_label = "Speaker, topics, place and time"

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


class ReasonForm(Sheeted):
    """A change of what stands: at which version it was seen, and why it is changed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label="Why this change", max_length=300)
