"""Pages cost the same however much is published."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.archive.reading import editions, payloads

pytestmark = pytest.mark.django_db


def publish_some(numbers: range) -> None:
    for number in numbers:
        editions.publish(payloads.document(f"treaty-{number}"))
        editions.publish(payloads.claim_page(f"claim-{number}", topics=[f"topic {number}"]))
        editions.publish(payloads.source_page(f"source-{number}"))


def cost(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/", 3),
        ("/documents/", 7),
        ("/claims/", 8),
        ("/sources/", 4),
        ("/search/?q=treaty", 3),
        ("/search/suggest/?q=treaty", 1),
        ("/feed.atom", 3),
        ("/sitemap.xml", 2),
        ("/about/verify/", 1),
    ],
)
def test_a_list_costs_the_same_at_one_and_at_ten_rows(client: Client, path: str, most: int) -> None:
    publish_some(range(1))
    one = cost(client, path)
    publish_some(range(1, 10))
    assert cost(client, path) == one
    assert one <= most


def test_a_page_costs_the_same_at_one_and_at_ten_editions_notes_and_comments(
    client: Client,
) -> None:
    editions.publish(payloads.document())
    paths = ["/documents/treaty/", "/documents/treaty/editions/", "/documents/treaty/provenance/"]
    one = [cost(client, path) for path in paths]
    for number in range(2, 11):
        notes = [payloads.claim_note(f"aclaim{n:04}") for n in range(10)]
        comments = payloads.comments(*(payloads.comment(n) for n in range(1, 11)))
        editions.publish(payloads.document(number=number, notes=notes, comments=comments))
    assert [cost(client, path) for path in paths] == one == [3, 3, 3]
