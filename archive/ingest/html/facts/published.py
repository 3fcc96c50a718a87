"""When the article was published, and when it was last changed."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from archive.ingest.html.facts.json_ld import Thing
from archive.ingest.html.facts.metas import Metas
from archive.ingest.html.facts.shown_dates import Shown
from archive.ingest.html.facts.stamps import stamp

_LD = ("datePublished", "dateCreated", "uploadDate")
_SURE = (
    "article.published_time", "og.article.published_time", "og.published_time", "datepublished",
    "article.published", "citation_publication_date", "citation_online_date", "citation_date",
    "dc.date.issued", "dcterms.issued", "dc.issued", "dcterms.created", "dc.date.created",
    "bepress_citation_date", "cxenseparse.publishtime", "cxenseparse.recs.publishtime",
    "parsely-pub-date", "sailthru.date",
    "vr.published_time", "pubdate", "publishdate", "publish-date", "publish_date", "published_date",
    "publication_date", "published-date", "publication-date", "date_published", "bt.pubdate",
    "originalpublicationdate", "article_date_original", "og.pubdate", "rnews.datepublished",
    "shareaholic.article_published_time", "article.post_date", "article.created", "ptime", "pdate",
    "last-published", "published", "og.article.publication_date", "article.publicationdate",
)  # fmt: skip
_GENERIC = (
    "date", "dc.date", "dcterms.date", "og.date", "og.release_date", "datecreated", "created",
    "dc.created", "dcterms.available", "creation_date", "page.date", "search.date", "time",
)  # fmt: skip
_CHANGED = (
    "article.modified_time", "og.updated_time", "og.article.modified_time", "og.modified_time",
    "datemodified", "article.updated", "article.modified", "last-modified", "lastmod",
    "dcterms.modified", "dc.date.modified", "dc.modified", "cxenseparse.recs.modifiedtime",
    "parsely-updated", "date.modified", "last_modified", "modified", "last-updated", "revised",
    "article.updated_time", "updated_time",
)  # fmt: skip


class Dates(NamedTuple):
    published: str | None
    modified: str | None


def dates(
    metas: Metas, described: list[Thing], shown: Shown, day: str | None, month_first: bool
) -> Dates:
    """In the order of trust: JSON-LD, `meta` that means this, what the page shows, `meta` that may
    mean any date, the day in the address. Where the address names a day, the first that agrees."""
    said = [*(thing.get(key) for key in _LD for thing in described), *metas.every(_SURE)]
    sure = _stamps(said, month_first)
    seen = [shown.published.iso] if shown.published else []
    generic = _stamps(metas.every(_GENERIC), month_first)
    found = [*sure, *seen, *generic]
    published = _agreeing(found, day) or next(iter(found), day)
    changes = [*(thing.get("dateModified") for thing in described), *metas.every(_CHANGED)]
    later = _stamps(changes, month_first) or ([shown.modified.iso] if shown.modified else [])
    return Dates(published, _later(next(iter(later), None), published))


def _stamps(said: Iterable[object], month_first: bool) -> list[str]:
    found = [stamp(str(each), month_first) for each in said if isinstance(each, str | int)]
    return [each for each in found if each]


def _agreeing(found: list[str], day: str | None) -> str | None:
    return next((each for each in found if day and each.startswith(day)), None)


def _later(modified: str | None, published: str | None) -> str | None:
    """A change is later than the publication, and not the same moment said twice."""
    if modified is None or published is None or modified == published:
        return modified if published is None else None
    first, then = _moment(published), _moment(modified)
    is_later = then > first if first and then else modified[:10] >= published[:10]
    return modified if is_later else None


def _moment(iso: str) -> datetime | None:
    """None where the words do not say in which zone: nothing can be compared with them."""
    found = datetime.fromisoformat(iso)
    return found if found.tzinfo else None
