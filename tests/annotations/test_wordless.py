"""Files without a text layer are kept, say what they are, and are never published."""

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.ingest import ingest_item
from annotations.actions.publish import Blocked, publish
from archive import storage
from archive.actions.ingest import Ingested
from archive.ingest import Item, parse
from tests import factories
from tests.archive.ingest.pdf_files import pdf

pytestmark = pytest.mark.django_db

PICTURE = pdf(b"/I Do")
LACK = "text not extractable: no text layer, pages that show pictures: 1 of 1"


@pytest.fixture
def scan() -> Ingested:
    item = Item("scan.pdf", PICTURE, parse(PICTURE))
    return ingest_item(item=item, by=factories.editor(), title="A scan")


def test_a_file_without_words_is_kept_with_the_reason(scan: Ingested) -> None:
    text = scan.rendition
    assert storage.get(scan.capture.blob.sha256) == PICTURE
    assert scan.capture.blob.media_type == "application/pdf"
    assert (text.text, text.length, text.encoding, text.completeness) == ("", 0, "", LACK)
    assert not text.sections.exists()


def test_it_cannot_be_published_and_the_refusal_says_why(scan: Ingested) -> None:
    with pytest.raises(Blocked, match=f"There are no words to publish: {LACK}"):
        publish(
            documents=[scan.document],
            by=factories.publisher(),
            reason="First publication.",
            accept_warnings=True,
        )


def test_the_annotating_page_says_that_there_are_no_words(scan: Ingested) -> None:
    client = Client()
    client.force_login(factories.editor())
    page = client.get(reverse("annotate:page", args=[scan.document.slug])).content.decode()
    assert f"This text has no words: {LACK}." in page
