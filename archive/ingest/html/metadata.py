"""The title, authors, dates, language and address of a saved page, from what it says of itself.

Each fact has a module in `facts`, which tells the sources it trusts and in what order. Nothing is
invented: what the page does not say is None, and a day is given no time.
"""

from archive.ingest.html.description import Description
from archive.ingest.html.facts.addresses import canonical, day
from archive.ingest.html.facts.article_ld import described
from archive.ingest.html.facts.authors import authors
from archive.ingest.html.facts.bylines import byline
from archive.ingest.html.facts.headline import headline
from archive.ingest.html.facts.hints import hints, raw_titles
from archive.ingest.html.facts.json_ld import things
from archive.ingest.html.facts.languages import has_month_first, language
from archive.ingest.html.facts.metas import Metas
from archive.ingest.html.facts.published import dates
from archive.ingest.html.facts.shown_dates import shown_dates
from archive.ingest.html.facts.sites import site_name, site_names
from archive.ingest.html.facts.surroundings import elsewhere
from archive.ingest.html.page import Page

__all__ = ["Description", "describe"]


def describe(page: Page) -> Description:
    """What the page says of itself; what it does not say is None."""
    metas, all_things = Metas.of(page), things(page)
    article = described(all_things, raw_titles(page, metas))
    url = canonical(page, metas, article)
    sites = site_names(metas, all_things, url)
    title = headline(page, hints(page, metas, article, sites), sites)
    around = elsewhere(page, title.node)
    place = page.range(title.node)
    tongue = language(page, metas, article)
    month_first = has_month_first(tongue, url)
    shown = shown_dates(page, place, around, month_first)
    when = dates(metas, article, shown, day(url), month_first)
    who = authors(page, metas, all_things, article, sites, title.node, around)
    seen = shown.published or shown.modified
    return Description(
        title=title.words,
        authors=who,
        published=when.published,
        modified=when.modified,
        language=tongue,
        site=site_name(metas, all_things),
        url=url,
        title_node=title.node,
        byline=byline(page, place, who, (seen.start, seen.end) if seen else None),
    )
