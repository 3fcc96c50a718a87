"""What was withdrawn, renamed or never published."""

import pytest
from django.test import Client

from archive.models import Slug, SlugState
from archive.reading.samples import samples
from tests import factories
from tests.archive.reading import editions, payloads

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


def links(header: str) -> dict[str, str]:
    """The addresses of a Link header by relation, without the site."""
    found = {}
    for part in header.split(", <"):
        address, _, rest = part.lstrip("<").partition(">")
        found[rest.split('"')[1]] = address.removeprefix(SITE)
    return found


def test_a_withdrawn_document_is_gone_at_all_its_addresses(client: Client) -> None:
    edition = editions.publish(payloads.document())
    paths = [path for found in samples().values() for path in found if "treaty" in path]
    etags = {path: client.get(path)["ETag"] for path in paths}
    editions.withdraw(edition)
    assert len(paths) == 5
    for path in paths:
        for headers in ({}, {"If-None-Match": etags[path]}, {"If-None-Match": "*"}):
            answer = client.get(path, headers=headers)
            assert (answer.status_code, answer["Cache-Control"]) == (410, "no-store"), path
            assert "ETag" not in answer, path


def test_a_tombstone_says_what_when_and_why_but_not_the_title(client: Client) -> None:
    edition = editions.publish(payloads.document(title="Words that must go"))
    editions.withdraw(edition, reason="The author asked for it.", at=editions.PUBLISHED)
    answer = client.get("/documents/treaty/")
    for words in (
        "treaty",
        "22 November 2026",
        "The author asked for it.",
        edition.sha256,
        "ab" * 32,
    ):
        assert words in answer.text
    assert "Words that must go" not in answer.text
    assert "left bank" not in answer.text


def test_a_tombstone_shows_the_title_only_where_whoever_withdrew_it_said_so(
    client: Client,
) -> None:
    edition = editions.publish(payloads.document(title="Words that may stay"))
    editions.withdraw(edition, show_title=True)
    assert "Words that may stay" in client.get("/documents/treaty/editions/1/").text


def test_a_closed_edition_leads_to_the_one_that_replaced_it(client: Client) -> None:
    first = editions.publish(payloads.document())
    second = editions.publish(payloads.document(number=2))
    editions.withdraw(first, replaced_by=second)
    answer = client.get("/documents/treaty/editions/1/")
    assert answer.status_code == 410
    assert 'href="/documents/treaty/editions/2/"' in answer.text
    assert client.get("/documents/treaty/").status_code == 200


def test_a_closed_edition_does_not_lead_to_another_closed_one(client: Client) -> None:
    first = editions.publish(payloads.document())
    second = editions.publish(payloads.document(number=2))
    editions.withdraw(first, replaced_by=second)
    editions.withdraw(second)
    assert "editions/2/" not in client.get("/documents/treaty/editions/1/").text


def test_a_withdrawn_thing_leaves_the_lists_search_and_sitemap(client: Client) -> None:
    editions.withdraw(editions.publish(payloads.document(title="Words that must go")))
    for path in ("/", "/documents/", "/search/?q=left+bank", "/search/suggest/?q=words"):
        assert "Words that must go" not in client.get(path).text, path
    assert "/documents/treaty/" not in client.get("/sitemap.xml").text


def test_the_editions_of_a_document_are_listed_with_the_closed_ones(client: Client) -> None:
    first = editions.publish(payloads.document(title="Words that must go"))
    editions.publish(payloads.document(number=2))
    editions.withdraw(first, reason="A name was in it.")
    answer = client.get("/documents/treaty/editions/")
    assert answer.status_code == 200
    assert "A name was in it." in answer.text
    assert "Words that must go" not in answer.text


def test_an_edition_never_changes_when_a_newer_one_comes(client: Client) -> None:
    editions.publish(payloads.document())
    before = client.get("/documents/treaty/editions/1/").content
    editions.publish(payloads.document(number=2))
    assert client.get("/documents/treaty/editions/1/").content == before


def test_editions_know_one_another_by_link_headers(client: Client) -> None:
    for number in (1, 2, 3):
        editions.publish(payloads.document(number=number))
    base = "/documents/treaty/editions"
    assert links(client.get("/documents/treaty/")["Link"]) == {
        "cite-as": f"{base}/3/",
        "latest-version": f"{base}/3/",
        "version-history": f"{base}/",
        "describedby": f"{base}/3/payload.json",
        "predecessor-version": f"{base}/2/",
    }
    found = links(client.get(f"{base}/2/")["Link"])
    assert found["latest-version"] == f"{base}/3/"
    assert found["predecessor-version"] == f"{base}/1/"
    assert found["successor-version"] == f"{base}/3/"
    assert found["cite-as"] == f"{base}/2/"


def test_link_headers_pass_over_closed_editions(client: Client) -> None:
    _, second, _ = (editions.publish(payloads.document(number=number)) for number in (1, 2, 3))
    editions.withdraw(second)
    found = links(client.get("/documents/treaty/")["Link"])
    assert found["predecessor-version"] == "/documents/treaty/editions/1/"


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/by/4.0/", True),
        ("", False),
        ("javascript:alert(1)", False),
        ('https://example.org/>; rel="evil', False),
        ("https://example.org/ü", False),
    ],
)
def test_only_a_web_address_is_linked_as_the_licence(
    client: Client, address: str, linked: bool
) -> None:
    editions.publish(payloads.document(provenance=payloads.provenance(licence_url=address)))
    assert ('rel="license"' in client.get("/documents/treaty/")["Link"]) is linked


@pytest.mark.parametrize(
    "rest", ["", "editions/", "editions/1/", "editions/1/payload.json", "provenance/"]
)
def test_a_renamed_address_leads_to_the_new_one(client: Client, rest: str) -> None:
    editions.publish(payloads.document())
    editions.rename("document", "treaty", "river-treaty")
    answer = client.get(f"/documents/treaty/{rest}?page=2")
    assert answer.status_code == 301
    assert answer["Location"] == f"/documents/river-treaty/{rest}?page=2"
    assert client.get(f"/documents/river-treaty/{rest}").status_code == 200


def test_an_address_withheld_for_its_words_is_gone_and_not_repeated(client: Client) -> None:
    editions.publish(payloads.document())
    editions.rename("document", "treaty", "river")
    Slug.objects.filter(value="treaty").update(state=SlugState.WITHHELD)
    answer = client.get("/documents/treaty/")
    assert (answer.status_code, answer["Cache-Control"]) == (410, "no-store")
    assert "treaty" not in answer.text
    assert "river" not in answer.text


def test_an_address_withheld_for_its_words_is_not_repeated_by_tombstone_or_feed(
    client: Client,
) -> None:
    first = editions.publish(payloads.document("bad-words"))
    editions.rename("document", "bad-words", "river")
    Slug.objects.filter(value="bad-words").update(state=SlugState.WITHHELD)
    second = editions.publish(payloads.document("river", uid=first.subject_uid, number=2))
    editions.withdraw(first, replaced_by=second)
    grave = client.get("/documents/river/editions/1/")
    assert grave.status_code == 410
    assert 'href="/documents/river/editions/2/"' in grave.text
    for path in ("/documents/river/editions/1/", "/documents/river/editions/", "/feed.atom"):
        assert "bad-words" not in client.get(path).text, path


def test_what_was_never_published_cannot_be_told_from_what_never_was(client: Client) -> None:
    factories.document(slug="in-the-works")
    for path in ("/documents/in-the-works/", "/documents/in-the-works/editions/1/"):
        hidden, absent = client.get(path), client.get(path.replace("in-the-works", "nothing"))
        assert (hidden.status_code, hidden.content) == (404, absent.content)


def test_a_renamed_thing_that_was_never_published_stays_unknown(client: Client) -> None:
    document = factories.document(slug="in-the-works")
    Slug.objects.filter(subject_uid=document.uid).update(state=SlugState.RENAMED)
    Slug.objects.create(
        kind="document", value="new-name", subject_uid=document.uid, by=factories.editor()
    )
    assert client.get("/documents/in-the-works/").status_code == 404


def test_an_edition_that_was_never_made_is_not_found(client: Client) -> None:
    editions.publish(payloads.document())
    assert client.get("/documents/treaty/editions/2/").status_code == 404
    assert client.get("/documents/treaty/editions/0/").status_code == 404


def test_an_archive_without_addresses_finds_its_editions_by_their_own(client: Client) -> None:
    editions.publish(payloads.document())
    Slug.objects.all().delete()
    assert client.get("/documents/treaty/").status_code == 200
