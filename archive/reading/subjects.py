"""From an address to the editions behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404

from archive.models import Edition, Slug, SlugState, Withdrawal
from archive.reading.addresses import edition_path, subject_path

# Words by kind and name of a subject.
Slugs = dict[tuple[str, str], str]


class Moved(Exception):
    """The address was renamed; `slug` is the one that took its place."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


class Closed(Exception):
    """What the address led to was withdrawn: `editions` were closed, none where the slug was.

    `slug` is the subject's now: the one that an edition was published under may be withheld.
    """

    def __init__(self, slug: str = "", editions: Iterable[Edition] = ()) -> None:
        super().__init__(slug)
        self.slug = slug
        self.editions = list(editions)


def closing(edition: Edition) -> Withdrawal | None:
    """The withdrawal of an edition that `find` loaded; no query."""
    return getattr(edition, "withdrawal", None)


@dataclass(frozen=True)
class Subject:
    """What an address leads to, with all its editions, newest first, their payloads not loaded."""

    kind: str
    slug: str
    editions: list[Edition]

    @property
    def path(self) -> str:
        return subject_path(self.kind, self.slug)

    @property
    def open(self) -> list[Edition]:
        return [edition for edition in self.editions if closing(edition) is None]

    @property
    def newest(self) -> Edition:
        """The newest open edition; raises `Closed` if there is none."""
        if not self.open:
            raise Closed(self.slug, self.editions)
        return self.open[0]

    def edition(self, number: int) -> Edition:
        """The open edition of that number; raises `Closed` or `Http404`."""
        found = next((row for row in self.editions if row.number == number), None)
        if found is None:
            raise Http404
        if closing(found):
            raise Closed(self.slug, [found])
        return found

    def edition_path(self, edition: Edition) -> str:
        return edition_path(self.kind, self.slug, edition.number)


def find(kind: str, slug: str) -> Subject:
    """Raises `Http404` for what was never published, so that nobody learns what is being worked on.

    Raises `Moved` for a renamed address, `Closed` for one withheld for its words.
    """
    address = Slug.objects.filter(kind=kind, value=slug).first()
    if address and address.state == SlugState.WITHHELD:
        raise Closed
    editions = published(kind, address.subject_uid if address else uid_of(kind, slug))
    if not editions:
        raise Http404
    if address and address.state == SlugState.RENAMED:
        raise Moved(current_slug(address))
    return Subject(kind, slug, editions)


def uid_of(kind: str, slug: str) -> str:
    """Subjects that only editions name: the rules, and all of them in a public copy."""
    uids = Edition.objects.filter(kind=kind, slug=slug).values_list("subject_uid", flat=True)
    return uids.first() or ""


def published(kind: str, uid: str) -> list[Edition]:
    """All editions with their withdrawals, newest first, in one query."""
    rows = Edition.objects.filter(kind=kind, subject_uid=uid)
    return list(
        rows.select_related("withdrawal__replaced_by__withdrawal")
        .defer("payload", "withdrawal__replaced_by__payload")
        .order_by("-number")
    )


def current_slugs(editions: Iterable[Edition]) -> Slugs:
    """The slugs that subjects have now, by kind and name of the subject, in one query."""
    uids = {edition.subject_uid for edition in editions}
    rows = Slug.objects.filter(subject_uid__in=uids, state=SlugState.CURRENT)
    return {(row.kind, row.subject_uid): row.value for row in rows}


def current_slug(renamed: Slug) -> str:
    same = Slug.objects.filter(
        kind=renamed.kind, subject_uid=renamed.subject_uid, state=SlugState.CURRENT
    )
    current = same.first()
    if current is None:
        raise Http404
    return current.value
