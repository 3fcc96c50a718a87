"""Places where pasted words stand, each with enough around it to tell it from the others."""

from typing import NamedTuple

from django import forms

from annotations.workbench.annotate.sheet import Sheet

AROUND = 70
MOST = 50


class FindForm(forms.Form):
    exact = forms.CharField(
        label="Paste words to find them in the text",
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(
            attrs={
                "rows": 1,
                "cols": 40,
                "placeholder": "Paste words to find them",
                "aria-keyshortcuts": "/",
            }
        ),
    )


class Place(NamedTuple):
    """A range with the words before, in and after it; none where readers' comments are covered."""

    start: int
    end: int
    before: str
    exact: str
    after: str
    is_covered: bool


def places(sheet: Sheet, ranges: list[tuple[int, int]]) -> list[Place]:
    text = sheet.rendition.text
    return [
        Place(start, end, "", "", "", True)
        if sheet.is_covered(start, end)
        else Place(
            start,
            end,
            _from_a_word(text[max(0, start - AROUND) : start]),
            text[start:end],
            _from_a_word(text[end : end + AROUND][::-1])[::-1],
            False,
        )
        for start, end in ranges
    ]


def _from_a_word(context: str) -> str:
    """Without the part of a word at its outer end, unless it is one long word."""
    return context.partition(" ")[2] if len(context) == AROUND and " " in context else context
