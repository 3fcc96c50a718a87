"""What has date and name as comments have, but leads to other pages: teasers, latest comments."""

import re

from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.sight import Sight
from archive.ingest.comment_systems.html.spans import Range, owners

_TO_COMMENT = re.compile(r"([^#]*)#(?:comment|kommentar|c|post|div-comment)-?_?\d", re.IGNORECASE)
_TITLES = "h2 a[href], h3 a[href], h4 a[href], a[href]:has(h2, h3, h4)"
_MOST_PAGES = 2


def are(sight: Sight, drafts: list[Draft]) -> bool:
    """Whether most bodies are a link and nothing else, whether the elements hold the headline of
    the page, or whether their links lead to comments on several pages."""
    links = {part.place for part in sight.all("a[href]")}
    linked = sum(draft.body in links for draft in drafts)
    if 2 * max(linked, _titled(sight, drafts)) > len(drafts):
        return True
    return _headed(sight, drafts) or _of_many_pages(sight, drafts)


def _titled(sight: Sight, drafts: list[Draft]) -> int:
    """How many of the elements have a heading that leads to another page, and says no date: one
    that does says who wrote a comment and when."""
    dates = [draft.posted for draft in drafts if draft.posted]
    heads = [part.place for part in sight.all("h2, h3, h4")]
    lines = {at for at in owners(heads, dates) if at is not None}
    titles = [
        part.place
        for part in sight.all(_TITLES)
        if (href := part.node.attributes.get("href") or "") and "#" not in href
    ]
    titles = [
        place for place, at in zip(titles, owners(heads, titles), strict=True) if at not in lines
    ]
    return len({*owners([draft.whole for draft in drafts], titles)} - {None})


def _headed(sight: Sight, drafts: list[Draft]) -> bool:
    titles = [part.place for part in sight.all("h1")]
    return any(_in(title, draft.whole) for draft in drafts for title in titles[:3])


def _of_many_pages(sight: Sight, drafts: list[Draft]) -> bool:
    links = sight.all("a[href*='#']")
    inside = owners([draft.whole for draft in drafts], [part.place for part in links])
    pages = {
        hit[1]
        for part, at in zip(links, inside, strict=True)
        if at is not None and not _in(part.place, drafts[at].body or (0, 0))
        if (hit := _TO_COMMENT.match(part.node.attributes.get("href") or ""))
    }
    return len(pages) > _MOST_PAGES


def _in(place: Range, whole: Range) -> bool:
    return whole[0] <= place[0] and place[1] <= whole[1]
