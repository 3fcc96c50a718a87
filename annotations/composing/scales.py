"""Verdict scales: a word of one as a judgement shows it, and the page of all that are in force."""

from typing import Any

from annotations.composing.composition import Composition
from annotations.composing.occasion import Occasion
from annotations.models import VerdictScale, VerdictValue
from archive.models import EditionKind
from archive.scale_payloads import ScaledVerdict, ScalePart, ScaleValuePart

SLUG = "verdict-scales"
UID = "scales"


def scaled(value: VerdictValue | None) -> ScaledVerdict | None:
    if value is None:
        return None
    scale = value.scale
    ratings = [row.rating for row in scale.values.all() if row.rating is not None]
    return ScaledVerdict(
        scale=scale.slug,
        name=scale.name,
        version=scale.version,
        value=value.slug,
        label=value.label,
        definition=value.definition,
        rating=value.rating,
        worst=min(ratings, default=None),
        best=max(ratings, default=None),
    )


def scale_part(scale: VerdictScale) -> ScalePart:
    return ScalePart(
        scale=scale.slug,
        name=scale.name,
        version=scale.version,
        definition=scale.definition,
        values=[
            ScaleValuePart(
                value=row.slug,
                label=row.label,
                definition=row.definition,
                rating=row.rating,
                maps_to=row.maps_to,
                maps_to_label=row.get_maps_to_display(),
            )
            for row in scale.values.all()
        ],
    )


def compose_scales(occasion: Occasion) -> Composition:
    """The scales in force, by name. Blocked where there is none."""
    rows = VerdictScale.objects.in_force().prefetch_related("values").order_by("name", "slug")
    scales = [scale_part(row) for row in rows]
    payload: dict[str, Any] = {
        **occasion.named(EditionKind.SCALES, UID, SLUG, "Verdict scales"),
        "scales": scales,
    }
    composition = Composition(payload)
    if not scales:
        composition.blocks.append("There is no verdict scale to publish.")
    return composition
