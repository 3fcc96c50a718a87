"""The id that a link to a comment needs: `#comment-12` leads to what stands in `external_id`."""

import re

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html.sight import near

_FRAGMENT = re.compile(r"#([\w:.-]*\d[\w:.-]*)$")
_NUMBERED = re.compile(r"[A-Za-z_]?[\w:.-]*\d[\w:.-]*")
_PREFIX = re.compile(r"^(?:li|div|article)-(?=comment-)")
_ATTRIBUTES = ("data-comment-id", "data-commentid", "data-comment_id", "data-id", "data-comment")
_AHEAD = 3


def identify(node: Node) -> str:
    """The id of the element, of an anchor just before it or in it, or what its links say."""
    if node.id and _NUMBERED.fullmatch(node.id):
        return _PREFIX.sub("", node.id)
    if hit := _FRAGMENT.search(node.attributes.get("about") or ""):
        return hit[1]
    said = (node.attributes.get(name) or "" for name in _ATTRIBUTES)
    return next((each for each in said if each), "") or _anchor_before(node) or _link_inside(node)


def _anchor_before(node: Node) -> str:
    at = node.prev
    for _ in range(_AHEAD):
        if at is None or (at.is_element_node and at.tag != "a"):
            break
        name = at.attributes.get("id") or at.attributes.get("name") or "" if at.tag == "a" else ""
        if _NUMBERED.fullmatch(name):
            return name
        at = at.prev
    return ""


def _link_inside(node: Node) -> str:
    for inner in near(node):
        name = inner.attributes.get("id") or inner.attributes.get("name") or ""
        if (inner.tag == "a" or name.startswith("comment-")) and _NUMBERED.fullmatch(name):
            return name
        hit = _FRAGMENT.search(inner.attributes.get("href") or "") if inner.tag == "a" else None
        if hit and "respond" not in hit[1]:
            return hit[1]
    return ""
