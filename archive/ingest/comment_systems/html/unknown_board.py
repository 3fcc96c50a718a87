"""A board that nobody has described: posts of a name, a date and words each, one like the other.

Lists of articles look like that too, so the page has to say that it is a thread: by its address,
by the classes of its body, or in microdata.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import teasers, unnamed
from archive.ingest.comment_systems.html.compose import compose
from archive.ingest.comment_systems.html.forum import around
from archive.ingest.comment_systems.html.scheme import Scheme, read
from archive.ingest.comment_systems.html.sight import Sight
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.comment_systems.html.vocabulary import ASIDE
from archive.ingest.html.page import Page

NAME = "board"
_POSTS = Scheme(
    NAME,
    "",
    author=(
        "[itemprop=author] [itemprop=name]",
        "a[href*='user'], a[href*='member'], a[href*='profil'], a[href*='nutzer']",
        (
            "[class*=username i], [class*=author i], [class*=autor i], [class*=nick i], "
            "[class*=poster i], [class*=nutzer i], [class*=user i], [class*=member i]"
        ),
        "b, strong",
    ),
    body=(
        "[itemprop=text]",
        "[class*=message i], [class*=msg i], [class*=posttext i], [class*=postbody i]",
        "[class*=content i], [class*=text i], [class*=body i]",
    ),
    posted=("time", "[class*=date i], [class*=datum i], [class*=time i], [class*=zeit i]"),
    cut="[class*=header i], [class*=footer i], [class*=profile i], [class*=userinfo i]",
)
_ADDRESS = re.compile(
    r"/(?:forums?|foren|boards?|threads?)(?:[/.?_-]|$)|/topics?/\d|viewtopic|showthread"
    r"|[?&](?:topic|thread|threadid|topicid|tid)=\d|//(?:forum|board)s?\.",
    re.IGNORECASE,
)
_CLASSES = re.compile(r"(?:^|\s)(?:forum|thread|board)\b(?![\w-]*widget)", re.IGNORECASE)
_BLOCKS = "article, div, li, section, table, tr"
_FEWEST, _SHARE, _MOST_GROUPS = 2, 0.8, 100


def recognise(page: Page) -> Thread | None:
    if not _is_thread(page):
        return None
    sight = Sight(page)
    found = [each for nodes in _groups(page) if (each := _thread(page, sight, nodes))]
    enough = _SHARE * max(map(_worth, found), default=0)
    return min((each for each in found if _worth(each) >= enough), key=_posts, default=None)


def _worth(thread: Thread) -> int:
    """How much is said in the posts: parts of posts, such as their heads, say little."""
    return sum(comment.end - comment.start for comment in thread.comments)


def _posts(thread: Thread) -> int:
    """How many they are: of a post and the cells in it, each a group, the post is meant."""
    return len(thread.comments)


def _is_thread(page: Page) -> bool:
    named = page.all("link[rel=canonical], meta[property='og:url']")
    addresses = [node.attributes.get("href") or node.attributes.get("content") for node in named]
    if any(_ADDRESS.search(address or "") for address in addresses):
        return True
    body = page.first("body")
    classes = f"{body.id or ''} {body.attributes.get('class') or ''}" if body else ""
    posting = page.first("[itemtype$='/DiscussionForumPosting']")
    return bool(_CLASSES.search(classes)) or posting is not None


def _groups(page: Page) -> Iterator[list[Node]]:
    """The elements with one class, and those without one that stand side by side.

    Of very many only the smallest are looked at, so that no page takes long.
    """
    named: dict[tuple[str, str | int], list[Node]] = defaultdict(list)
    for node in page.all(_BLOCKS):
        classes = (node.attributes.get("class") or "").split()
        if not page.range(node) or any(ASIDE.search(each) for each in classes):
            continue
        for name in classes:
            named[node.tag or "", name].append(node)
        if not classes and node.parent is not None:
            named[node.tag or "", node.parent.mem_id].append(node)
    found = {tuple(node.mem_id for node in nodes): nodes for nodes in named.values()}
    large = (nodes for nodes in found.values() if len(nodes) >= _FEWEST)
    yield from islice(sorted(large, key=len), _MOST_GROUPS)


def _thread(page: Page, sight: Sight, nodes: list[Node]) -> Thread | None:
    drafts = [draft for draft in read(page, _POSTS, sight, nodes) if draft.body]
    for draft in drafts:
        unnamed.date(page.text, draft)
    whole = [draft for draft in drafts if draft.handle and draft.posted]
    few = len(whole) < _FEWEST or len(whole) < _SHARE * len(nodes)
    if few or teasers.are(sight, drafts):
        return None
    return compose(page, NAME, whole, [around(whole)])
