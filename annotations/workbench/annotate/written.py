"""A laid out text as HTML. Pure; in Python, since a long text has thousands of passages."""

from collections.abc import Iterable, Mapping

from django.utils.safestring import SafeString, mark_safe

from annotations.workbench.annotate import runs
from annotations.workbench.annotate.layout import Layout
from annotations.workbench.annotate.passages import Passage

COVERED = "Readers’ comments: covered here, decided on the moderation desk"
TAGS = {"title": "h2", "quotation": "blockquote"}


def written(layout: Layout, marked: Mapping[str, str]) -> SafeString:
    """The whole text. Leaves that are not in `marked` (HTML by id) are written without marks,
    and say so, so that the page asks for them when they come near."""
    return mark_safe("".join(_passages(layout, layout.passages, marked)))


def _passages(
    layout: Layout, passages: Iterable[Passage], marked: Mapping[str, str], inside: str = ""
) -> Iterable[str]:
    for each in passages:
        if each.kind == "comments":
            yield f'<details class="passage t-comments"><summary>{COVERED}</summary>'
            yield f"{_leaf(layout, each, marked, inside)}</details>"
        elif each.parts:
            role = ' role="list"' if each.kind == "list" else ""
            yield f'<div class="passage t-{each.kind}"{role}>'
            yield from _passages(layout, each.parts, marked, each.kind)
            yield "</div>"
        else:
            yield _leaf(layout, each, marked, inside)


def _leaf(layout: Layout, leaf: Passage, marked: Mapping[str, str], inside: str) -> str:
    tag = f"h{leaf.depth}" if leaf.kind == "heading" else TAGS.get(leaf.kind, "p")
    role = ' role="listitem"' if inside == "list" and tag == "p" else ""
    kind = "" if leaf.kind == "comments" else f" t-{leaf.kind}"
    html = marked.get(leaf.name)
    plain = " data-plain" if html is None else ""
    words = runs.html(layout.text, leaf, (), layout.signs_of(leaf)) if html is None else html
    return (
        f'<{tag} id="{leaf.name}" class="leaf{kind}" data-start="{leaf.start}" dir="auto"'
        f"{role}{plain}>{words}</{tag}>"
    )
