"""Fields that a claim's forms need."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from annotations.models import Claim, ClaimState
from annotations.workbench.annotate.likeness import like


class TopicsField(forms.CharField):
    """Words divided by commas, as a list without repetition."""

    def to_python(self, value: Any) -> Any:
        words = (super().to_python(value) or "").split(",")
        return list(dict.fromkeys(word.strip() for word in words if word.strip()))

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value


class ClaimField(forms.CharField):
    """A claim by its address, or by words of it that only one claim has.

    `likely` are the claims offered where the words do not decide.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.likely: list[Claim] = []
        self.widget.attrs |= {"autocomplete": "off", "data-claims": ""}

    def clean(self, value: Any) -> Any:
        words = super().clean(value)
        if not words:
            return None
        found = exactly(words)
        if found is None:
            self.likely = like(words)
            raise ValidationError(
                "Choose one of these claims." if self.likely else "No claim is like this."
            )
        return found


def exactly(words: str) -> Claim | None:
    """The claim in use that has this address, or just this statement."""
    claims = Claim.objects.filter(state=ClaimState.ACTIVE)
    return claims.filter(slug=words).first() or claims.filter(statement__iexact=words).first()
