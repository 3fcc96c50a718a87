"""What was published and what was withdrawn, as an Atom feed."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponseBase
from django.utils.feedgenerator import Atom1Feed

from archive.models import Edition, Entry, Withdrawal
from archive.reading.addresses import absolute, edition_path
from archive.reading.answers import public, respond
from archive.reading.subjects import Slugs, current_slugs
from archive.reading.vocabulary import words

LENGTH = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class DatedFeed(Atom1Feed):
    """Takes its date from its items, never from the clock: the same archive, the same bytes."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else EPOCH


class ArchiveFeed(Feed):
    """Items are dicts of title, description, link, date and category; every address absolute."""

    feed_type = DatedFeed

    def title(self) -> str:
        return f"{settings.SITE_NAME}: new editions and withdrawals"

    def subtitle(self) -> str:
        return "Documents, claims and ratings as they are published, and what is withdrawn."

    def link(self) -> str:
        return absolute("/")

    def feed_url(self) -> str:
        return absolute("/feed.atom")

    def items(self) -> list[dict[str, Any]]:
        opened, closed = entries(), withdrawals()
        editions = [*(row.edition for row in opened), *(row.edition for row in closed)]
        slugs = current_slugs(editions)
        rows = [published(row, slugs) for row in opened]
        rows += [withdrawn(row, slugs) for row in closed]
        return sorted(rows, key=lambda row: row["date"], reverse=True)[:LENGTH]

    def item_title(self, item: dict[str, Any]) -> str:
        return str(item["title"])

    def item_description(self, item: dict[str, Any]) -> str:
        return str(item["description"])

    def item_link(self, item: dict[str, Any]) -> str:
        return str(item["link"])

    def item_pubdate(self, item: dict[str, Any]) -> datetime:
        date: datetime = item["date"]
        return date

    item_updateddate = item_pubdate

    def item_categories(self, item: dict[str, Any]) -> list[str]:
        return [item["category"]]


def entries() -> list[Entry]:
    newest = Entry.objects.select_related("edition").defer("text", "edition__payload")
    return list(newest.order_by("-published_at", "kind", "slug")[:LENGTH])


def withdrawals() -> list[Withdrawal]:
    rows = Withdrawal.objects.select_related("edition").defer("edition__payload")
    return list(rows.order_by("-at", "edition__kind", "edition__slug", "edition__number")[:LENGTH])


def published(entry: Entry, slugs: Slugs) -> dict[str, Any]:
    return {
        "title": entry.title,
        "description": entry.abstract or entry.edition.reason,
        "link": address(entry.edition, slugs),
        "date": entry.published_at,
        "category": words(entry.kind),
    }


def withdrawn(withdrawal: Withdrawal, slugs: Slugs) -> dict[str, Any]:
    """No title: the tombstone shows it only where whoever withdrew it said so."""
    edition = withdrawal.edition
    slug = slug_of(edition, slugs)
    return {
        "title": f"Withdrawn: {words(edition.kind)} “{slug}”, edition {edition.number}",
        "description": withdrawal.reason,
        "link": f"{address(edition, slugs)}#withdrawn",
        "date": withdrawal.at,
        "category": "withdrawal",
    }


def slug_of(edition: Edition, slugs: Slugs) -> str:
    """The subject's slug now: the one that it was published under may be withheld."""
    return slugs.get((edition.kind, edition.subject_uid), edition.slug)


def address(edition: Edition, slugs: Slugs) -> str:
    return absolute(edition_path(edition.kind, slug_of(edition, slugs), edition.number))


@public
def feed(request: HttpRequest) -> HttpResponseBase:
    made = ArchiveFeed()(request)
    return respond(request, made.content, content_type=made.headers["Content-Type"])
