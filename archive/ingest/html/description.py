"""What a page says of itself, as far as it says it."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode as Node


@dataclass(frozen=True, slots=True)
class Description:
    """Dates are ISO 8601 with the zone as given, or the day alone where only that is given.

    `language` is BCP 47, `url` the canonical address, absolute. `title_node` is the element whose
    words show the title, `byline` the range of the line that names authors or date.
    """

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    site: str | None = None
    url: str | None = None
    title_node: Node | None = None
    byline: tuple[int, int] | None = None
