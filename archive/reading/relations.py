"""Link headers: how an edition stands to the others of its subject (RFC 5829, RFC 8574)."""

from archive.models import Edition
from archive.reading.addresses import absolute, web_address
from archive.reading.subjects import Subject


def link_header(subject: Subject, edition: Edition, licence_url: str = "") -> str:
    """Links of an edition's page, and of the subject's page, which shows the newest."""
    own = subject.edition_path(edition)
    later = [row for row in subject.open if row.number > edition.number]
    earlier = [row for row in subject.open if row.number < edition.number]
    links = [
        link(own, "cite-as"),
        link(subject.edition_path(subject.newest), "latest-version"),
        link(f"{subject.path}editions/", "version-history"),
        link(f"{own}payload.json", "describedby") + '; type="application/json"',
    ]
    links += [link(subject.edition_path(row), "predecessor-version") for row in earlier[:1]]
    links += [link(subject.edition_path(row), "successor-version") for row in later[-1:]]
    if web_address(licence_url) and licence_url.isascii() and ">" not in licence_url:
        links.append(f'<{licence_url}>; rel="license"')
    return ", ".join(links)


def link(path: str, relation: str) -> str:
    return f'<{absolute(path)}>; rel="{relation}"'
