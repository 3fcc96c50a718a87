from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.text import slugify

from annotations.actions.publish import publish_scales
from annotations.actions.scales import Word, make_scale
from annotations.models import VerdictScale, VerdictValue
from archive.admin.acting import ActingAdmin, ActingForm
from archive.admin.frozen import ReadOnlyAdmin
from archive.admin.lines import LinesField
from archive.models import User

SHAPE = "word | comes to | number or – | meaning"


class ScaleForm(ActingForm):
    """A scale with its words, a line each, from the first to the last."""

    words = LinesField(
        help_text=f"One a line: {SHAPE}. It comes to supported, refuted, conflicting, "
        "not_enough_information or not_checkable."
    )

    def clean_words(self) -> list[Word]:
        return [word(line) for line in self.cleaned_data["words"]]


def word(line: str) -> Word:
    """A line of the form as a word of the scale."""
    parts = [part.strip() for part in line.split("|", 3)]
    if len(parts) < 4:
        raise ValidationError(f"“{line[:60]}”: write {SHAPE}.")
    label, maps_to, number, definition = parts
    if number not in ("", "-", "–") and not number.isdecimal():
        raise ValidationError(f"“{label}”: “{number}” is no number.")
    rating = int(number) if number.isdecimal() else None
    return Word(slugify(label), label, definition, maps_to, rating)


@admin.register(VerdictScale)
class ScaleAdmin(ActingAdmin):
    """A new scale, or the next version of one; it is published in the same act."""

    form = ScaleForm
    has_history = False
    list_display = ["name", "slug", "version", "created_by", "created_at"]
    list_filter = ["slug"]
    list_select_related = ["created_by"]
    search_fields = ["name", "slug", "definition", "values__label"]
    fields = ["slug", "name", "definition", "words"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        made = ["slug", "version", "name", "definition", "values", "created_by", "created_at"]
        return made if obj else list(self.fields or ())

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["version", "values", "created_by", "created_at"] if obj else []

    def values(self, scale: VerdictScale) -> str:
        return "\n".join(f"{row.label}: {row.definition}" for row in scale.values.all())

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def make(self, form: Any, by: User) -> VerdictScale:
        scale = make_scale(by=by, **form.cleaned_data)
        publish_scales(by=by, reason=f"The scale “{scale.name}”, version {scale.version}.")
        return scale


@admin.register(VerdictValue)
class ValueAdmin(ReadOnlyAdmin):
    list_display = ["label", "scale", "position", "maps_to", "rating"]
    list_filter = ["scale__slug", "maps_to"]
    list_select_related = ["scale"]
    search_fields = ["label", "definition", "scale__name"]
