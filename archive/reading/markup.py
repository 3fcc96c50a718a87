"""Notes in Markdown as safe HTML. Pure.

CommonMark without raw HTML, images and headings (a note must not break the page's outline); what
comes out is cleaned once more against a short list of elements.
"""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

ELEMENTS = {
    *("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr"),
}
PARSER = MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading"])


def markdown(text: str) -> SafeString:
    """The HTML of a note; links lead to web or mail addresses only, and pass on no rank."""
    html = nh3.clean(
        PARSER.render(text),
        tags=ELEMENTS,
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="external nofollow noopener",
    )
    return mark_safe(html)  # cleaned above
