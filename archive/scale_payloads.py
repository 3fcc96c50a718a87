"""What payloads hold of verdict scales; part of the schema in `archive.payloads`. Pure."""

from typing import TypedDict


class ScaledVerdict(TypedDict):
    """A word of a verdict scale, with all that it takes to read it.

    `rating` is its number, `worst` and `best` the ends of the scale; null where there is none.
    """

    scale: str
    name: str
    version: int
    value: str
    label: str
    definition: str
    rating: int | None
    worst: int | None
    best: int | None


class ScaleValuePart(TypedDict):
    """A word of a scale; `maps_to` is the plain verdict that it comes to."""

    value: str
    label: str
    definition: str
    rating: int | None
    maps_to: str
    maps_to_label: str


class ScalePart(TypedDict):
    """A verdict scale in the version in force, its words in their order."""

    scale: str
    name: str
    version: int
    definition: str
    values: list[ScaleValuePart]
