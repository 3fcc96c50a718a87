"""What stands among comments and is none: other sites' links to the article, and advertisements."""

import re

from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.spans import owners
from archive.ingest.html.page import Page

_OPENS = re.compile(r"\W*(?:\d+\W+)?(?:ping|track)-?backs?\b", re.IGNORECASE)
_SIGNS = re.compile(
    r"\b(?:ping|track)back\s+(?:by|from|von|de|di|door)\b|\b(?:ping|track)back\W*$", re.IGNORECASE
)
_SPONSORED = re.compile(
    r"\W*(?:anzeige|werbung|advertisement|sponsored|publicité|reklama|publicidad)\W*", re.IGNORECASE
)
_EXCERPT = re.compile(r"\s*[\[(](?:\.\.\.|…)[\])].*[\[(](?:\.\.\.|…)[\])]\s*", re.DOTALL)
_NEAR = 160
_CALLED = (
    ".pingback, .trackback, .ping, .pingbacks, .trackbacks, .pings, .pinglist, .trackbacklist, "
    "#pingbacks, #trackbacks, #pings"
)

_COMMENTS = "li.comment, article.comment"


def without(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are readers' comments, those that answer an echo too."""
    called = {place: True for node in page.all(_CALLED) if (place := page.range(node))}
    others = {place: False for node in page.all(_COMMENTS) if (place := page.range(node))}
    marks = sorted((others | called).items())
    inside = owners([place for place, _ in marks], [draft.whole for draft in drafts])
    echoed = (at is not None and marks[at][1] for at in inside)
    pairs = zip(drafts, echoed, strict=True)
    return [draft for draft, is_called in pairs if not is_called and not is_echo(page, draft)]


def is_echo(page: Page, draft: Draft) -> bool:
    start, end = draft.whole
    first, last = page.text[start : start + _NEAR], page.text[max(start, end - _NEAR) : end]
    named = page.text[slice(*draft.handle)] if draft.handle else ""
    if draft.body and _EXCERPT.fullmatch(page.text[slice(*draft.body)]):
        return True
    if _OPENS.match(first) or _OPENS.match(named) or _SPONSORED.fullmatch(named):
        return True
    return end - start < 4 * _NEAR and bool(_SIGNS.search(first) or _SIGNS.search(last))
