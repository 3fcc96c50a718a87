"""Publishers and platforms with what they were judged to be worth."""

from typing import Any

from annotations.composing.composition import Composition
from annotations.composing.occasion import Occasion, stamp
from archive.models import EditionKind, Rating, Reliability, Source
from archive.payloads import RatingPart, SourcePart

NOT_JUDGED = RatingPart(
    value=Reliability.F.value,
    label=str(Reliability.F.label),
    topic="",
    grounds="",
    rated_by="",
    rated_at="",
    review_by=None,
)


def rating_part(rating: Rating | None) -> RatingPart:
    """A rating as the payload has it; where there is none, F: not judged."""
    if rating is None:
        return NOT_JUDGED
    return RatingPart(
        value=rating.value,
        label=rating.get_value_display(),
        topic=rating.topic,
        grounds=rating.grounds,
        rated_by=rating.rated_by.shown_name,
        rated_at=stamp(rating.rated_at),
        review_by=rating.review_by.isoformat() if rating.review_by else None,
    )


def history(source: Source) -> list[Rating]:
    """Its ratings, newest first: each supersedes the next."""
    rows = source.ratings.select_related("rated_by").order_by("-rated_at", "-pk")
    return list(rows)


def current(source: Source) -> Rating | None:
    return next(iter(history(source)), None)


def source_part(source: Source | None) -> SourcePart | None:
    if source is None:
        return None
    return SourcePart(
        slug=source.slug,
        name=source.name,
        kind=source.kind,
        url=source.url,
        rating=rating_part(current(source)),
    )


def compose_source(source: Source, occasion: Occasion) -> Composition:
    """The page of a publisher or platform."""
    payload: dict[str, Any] = {
        **occasion.base(EditionKind.SOURCE, source, source.name),
        "source": source_part(source),
        "description": source.description,
        "part_of": source.part_of.slug if source.part_of else "",
        "parts": sorted(source.parts.values_list("slug", flat=True)),
        "ratings": [rating_part(rating) for rating in history(source)],
    }
    return Composition(payload)
