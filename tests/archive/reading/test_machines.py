"""What machines ask for: feed, sitemap, robots, search description, health."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from archive.reading import machines
from tests.archive.reading import editions, payloads

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "http://127.0.0.1:8000"


def feed(client: Client) -> ElementTree.Element:
    answer = client.get("/feed.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)


def addresses(client: Client, path: str = "/sitemap.xml") -> list[str]:
    root = ElementTree.fromstring(client.get(path).content)
    return [(element.text or "").removeprefix(SITE) for element in root.iter(f"{MAP}loc")]


def test_the_feed_tells_of_new_editions_and_of_withdrawals(client: Client) -> None:
    gone = editions.publish(payloads.document("gone", "Words that must go"))
    editions.publish(payloads.document())
    editions.withdraw(gone, reason="No rights.", at=editions.PUBLISHED + timedelta(days=1))
    entries = feed(client).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Withdrawn: document “gone”, edition 1",
        "The treaty of the river",
    ]
    assert "No rights." in (entries[0].findtext(f"{ATOM}summary") or "")
    assert "Words that must go" not in client.get("/feed.atom").text


def test_every_address_of_the_feed_is_the_site_s_own(client: Client) -> None:
    editions.publish(payloads.document())
    links = [link.attrib["href"] for link in feed(client).iter(f"{ATOM}link")]
    assert links
    assert all(link.startswith(f"{SITE}/") for link in links)


def test_the_feed_of_an_empty_archive_does_not_look_at_the_clock(client: Client) -> None:
    assert feed(client).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


def test_the_sitemap_holds_every_open_page_and_no_closed_one(client: Client) -> None:
    first = editions.publish(payloads.document())
    editions.publish(payloads.document(number=2))
    editions.publish(payloads.claim_page())
    editions.withdraw(first)
    found = addresses(client)
    for path in ("/", "/claims/left-bank/", "/documents/treaty/", "/documents/treaty/editions/2/"):
        assert path in found
    assert "/documents/treaty/editions/1/" not in found
    assert {path: client.get(path).status_code for path in found} == dict.fromkeys(found, 200)


def test_a_large_sitemap_comes_in_parts(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    editions.publish(payloads.document())
    whole = addresses(client)
    monkeypatch.setattr(machines, "PER_SITEMAP", 3)
    parts = addresses(client)
    assert parts == [f"/sitemap.xml?page={number}" for number in (1, 2, 3)]
    assert [path for part in parts for path in addresses(client, part)] == whole
    assert client.get("/sitemap.xml?page=4").status_code == 404
    assert client.get("/sitemap.xml?page=x").status_code == 404


def test_robots_are_kept_from_the_staff_s_pages(client: Client) -> None:
    text = client.get("/robots.txt").text
    assert "Disallow: /admin/" in text
    assert f"Sitemap: {SITE}/sitemap.xml" in text


def test_a_browser_learns_how_to_search(client: Client) -> None:
    root = ElementTree.fromstring(client.get("/opensearch.xml").content)
    templates = [element.attrib["template"] for element in root if "template" in element.attrib]
    assert f"{SITE}/search/?q={{searchTerms}}" in templates
    assert f"{SITE}/search/suggest/?q={{searchTerms}}" in templates


def test_health_is_never_remembered(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text, answer["Cache-Control"]) == (200, "ok\n", "no-store")


def test_health_is_denied_where_the_database_does_not_answer(client: Client) -> None:
    def refuse(*args: object) -> None:
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        assert client.get("/healthz").status_code == 503
