"""Where an element stands in its page, as a CSS selector."""

import re

from selectolax.lexbor import LexborNode as Node

_PLAIN = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)


def css_path(node: Node) -> str:
    """From the nearest ancestor with a plain id, or from `html`, by child and number."""
    steps: list[str] = []
    at: Node | None = node
    while at is not None and at.is_element_node:
        name = at.attributes.get("id") or ""
        if _PLAIN.fullmatch(name):
            return " > ".join([f"{at.tag}#{name}", *reversed(steps)])
        steps.append(f"{at.tag}{_number(at)}")
        at = at.parent
    return " > ".join(reversed(steps))


def _number(node: Node) -> str:
    number, other = 1, node.prev
    while other is not None:
        number += other.tag == node.tag
        other = other.prev
    return f":nth-of-type({number})" if node.tag not in ("html", "body") else ""
