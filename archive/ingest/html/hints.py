"""What markup says of its words: selectors and names that say what is not the main text."""

import re

from selectolax.lexbor import LexborNode as Node

CANDIDATES = "body, main, article, section, div, td, center, form, dd, blockquote, [role=main]"
ARTICLES = (
    "article, [role=article], .hentry, [itemtype$=Article], [itemtype$=Posting], "
    "[itemprop~=articleBody]"
)
BESIDE_HEADINGS = ".mw-editsection, a.headerlink, a.anchor, a.anchor-link, a.header-anchor"
_OUTSIDE = (
    *("nav", "aside", "footer", "form", "button", "menu", "dialog", "label", "[aria-hidden=true]"),
    *("[role=navigation]", "[role=complementary]", "[role=contentinfo]", "[role=banner]"),
    *("[role=search]", "[role=dialog]", "[role=alert]", "[role=menu]", "[role=toolbar]"),
    *("[style*='display:none']", "[style*='display: none']", "[style*='visibility:hidden']"),
    *("[itemprop=comment]", "[itemprop=author]"),
)
OUTSIDE = ", ".join(_OUTSIDE)
NAMED = "[class], [id]"
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navigation|navbar|menu|submenu|breadcrumbs?|footer|sidebar|share|shar"
    r"ing|sharedaddy|social|socials|addthis|related|recommend(?:ed|ations?)?|teasers?|promo|advert(?:"
    r"isement)?|ads?|banner|sponsor(?:ed)?|newsletter|subscribe|signup|cookies?|consent|popup|modal|"
    r"pagination|pager|paging|tags?|tagcloud|widgets?|comments?|kommentare?|respond|disqus|trackback"
    r"s?|printfriendly|toolbar|skip|screen-reader|sr-only|visually-hidden|author-?(?:box|bio|info)|ab"
    r"out-author|jp-relatedposts|outbrain|taboola|most-?read|popular|rating|votes?|toc|mw-editsectio"
    r"n|navbox|catlinks|noprint|login|search|copyright|imprint|rss|archives?|blogroll)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KEPT = frozenset(("html", "body", "main", "article"))


def is_named_outside(node: Node) -> bool:
    """Whether class or id of an element say that it is machinery. Long ones are of whole pages."""
    if node.tag in _KEPT:
        return False
    attributes = node.attributes
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    return len(names) < 120 and bool(_NAMES.search(names))
