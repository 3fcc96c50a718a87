"""Where a board says how many posts a thread has: "23 posts", "Results 1 to 10 of 35"."""

import re

from archive.ingest.comment_systems.html import count
from archive.ingest.comment_systems.html.spans import Range
from archive.ingest.html.page import Page

_OUT_OF = re.compile(r"\D*\d[\d.,]*\D{1,9}\d[\d.,]*\D{1,9}(\d[\d.,]*)\D*")
_LONGEST, _ABOVE = 120, 600


def find(page: Page, selector: str, posts: Range) -> tuple[int, Range] | None:
    """The number and where it stands, a little above the posts."""
    for node in page.all(selector):
        place = page.range(node)
        if place is None or not posts[0] - _ABOVE <= place[0] < place[1] <= posts[0]:
            continue
        words = page.text[slice(*place)][:_LONGEST].partition("\n")[0]
        place = place[0], place[0] + len(words)
        hit = _OUT_OF.fullmatch(words)
        said = int(re.sub(r"\D", "", hit[1])) if hit else count.stated(words)
        if said is not None:
            return said, place
    return None
