"""Posts of which no element says that it is one: tables that only their bodies tell apart."""

from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.page import Page

_HIGHEST = 12


def blocks(page: Page, body: tuple[str, ...], handle: tuple[str, ...]) -> list[Node]:
    """For each body the largest element around it that holds no other, with a handle in it."""
    bodies = page.all(", ".join(body))
    held = Counter(node.mem_id for each in bodies for node in _upwards(each))
    return [block for each in bodies if (block := _block(page, each, ", ".join(handle), held))]


def _block(page: Page, body: Node, handle: str, held: Counter[int]) -> Node | None:
    """Where the page has but one body, the smallest element around it with a handle."""
    alone = [node for node in _upwards(body) if held[node.mem_id] == 1]
    if not alone or held[body.mem_id] > 1:
        return None
    named = next((node for node in alone if page.first(handle, node)), None)
    others = len(alone) < _HIGHEST and alone[-1].tag not in ("body", "html")
    return alone[-1] if named and others else named


def _upwards(node: Node) -> Iterator[Node]:
    at: Node | None = node
    for _ in range(_HIGHEST):
        if at is None or not at.is_element_node:
            return
        yield at
        at = at.parent
