"""The title, authors, dates, language and address of a saved page, from what it says of itself."""

from archive.ingest.html.description import Description
from archive.ingest.html.page import Page

__all__ = ["Description", "describe"]


def describe(page: Page) -> Description:
    """What the page says of itself; what it does not say is None. Never raises."""
    title_node = page.first("h1")
    root = page.first("html")
    return Description(
        title=page.words(title_node) or None,
        language=(root.attributes.get("lang") or None) if root else None,
        title_node=title_node,
    )
