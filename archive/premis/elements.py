"""Elements of PREMIS 3 in the order that its schema asks for."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from archive.ingest.encoding import replace_unstorable

NAMESPACE = "http://www.loc.gov/premis/v3"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
register_namespace("premis", NAMESPACE)
register_namespace("xsi", XSI)

# A content is words, a list of (name, content) in order, or None for an element that is left out.
Content = Any


def element(name: str, content: Content, **attributes: str) -> Element:
    """An element of PREMIS with its children; what is None or "" is left out."""
    made = Element(f"{{{NAMESPACE}}}{name}", attributes)
    fill(made, content)
    return made


def fill(parent: Element, content: Content) -> None:
    if isinstance(content, str):
        parent.text = allowed(content)
        return
    for name, inner in content:
        if isinstance(inner, Element):
            parent.append(inner)
        elif inner not in (None, ""):
            fill(SubElement(parent, f"{{{NAMESPACE}}}{name}"), inner)


def identifier(name: str, kind: str, value: str, **more: str) -> tuple[str, Content]:
    """An identifier element: its type and its value, in a name that both begin with."""
    rest = [(f"{name.removesuffix('Identifier')}{part}", words) for part, words in more.items()]
    return name, [(f"{name}Type", kind), (f"{name}Value", value), *rest]


def typed(name: str, kind: str, content: Content) -> Element:
    """An object of one of the kinds that the schema has."""
    return element(name, content, **{f"{{{XSI}}}type": f"premis:{kind}"})


def allowed(words: str) -> str:
    """The words without the signs that XML cannot hold."""
    kept = replace_unstorable(words)[0]
    return "".join(
        sign if (sign >= " " and sign not in "\ufffe\uffff") or sign in "\t\n\r" else "\ufffd"
        for sign in kept
    )


def written(parts: list[Element]) -> bytes:
    """A whole file."""
    root = Element(f"{{{NAMESPACE}}}premis", {"version": "3.0"})
    root.extend(parts)
    indent(root)
    return tostring(root, "utf-8", xml_declaration=True)
