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
_WORDS = (
    *(
        "nav",
        "navi",
        "navigation",
        "navbar",
        "menu",
        "submenu",
        "breadcrumbs?",
        "footer",
        "toolbar",
    ),
    *("sidebar", "share", "sharing", "sharedaddy", "socials?", "addthis", "printfriendly", "rss"),
    *("related", "recommend(?:ed|ations?)?", "teasers?", "popular", "most-?read", "outbrain"),
    *("taboola", "promo", "advert(?:isement)?", "ads?", "banner", "sponsor(?:ed)?", "newsletter"),
    *("subscribe", "signup", "login", "search", "cookies?", "consent", "popup", "modal", "skip"),
    *("pagination", "pager", "paging", "tags?", "tagcloud", "archives?", "blogroll", "widgets?"),
    *("comments?", "kommentare?", "respond", "disqus", "trackbacks?", "rating", "votes?", "toc"),
    *("author-?(?:box|bio|info)", "about-author", "copyright", "imprint", "noprint", "sr-only"),
    *("screen-reader", "visually-hidden", "jp-relatedposts", "mw-editsection", "navbox"),
    "catlinks",
)
_NAMES = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_WORDS)})(?:$|[\s_-])", re.IGNORECASE)
_KEPT = frozenset(("html", "body", "main", "article"))
# Classes of what holds articles, though others of its classes say otherwise: tags, widgets.
_HOLDS = frozenset(("hentry", "h-entry", "post", "type-post", "blog", "blog-posts"))
_BUILDERS = ("elementor", "et_pb", "vc_", "wpb_", "fl-", "tag-", "category-", "comments-")
BODIES = (
    "main, [itemprop~=articleBody], .entry-content, .post-content, .post-body, .article-body, "
    ".article-content, .story-body, .td-post-content"
)


def is_named_outside(node: Node) -> bool:
    """Whether class or id of an element say that it is machinery. Long ones are of whole pages."""
    if node.tag in _KEPT:
        return False
    attributes = node.attributes
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".lower().split()
    if not _HOLDS.isdisjoint(names):
        return False
    told = " ".join(name for name in names if not name.startswith(_BUILDERS))
    return len(told) < 120 and bool(_NAMES.search(told))
