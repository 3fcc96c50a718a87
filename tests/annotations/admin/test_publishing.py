"""Publishing and withdrawing through the admin: what blocks, what warns, what is confirmed."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import Document, Edition, Withdrawal
from tests import factories
from tests.annotations.composing.scenes import bears, claim, decided, keep_all, makes, mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client: Client) -> Client:
    client.force_login(factories.publisher())
    return client


@pytest.fixture
def document() -> Document:
    return factories.document("One claim stands here.", slug="a-text", source=factories.source())


def page(name: str, document: Document) -> str:
    return reverse(name, args=[document.slug])


def confirm(client: Client, document: Document, **typed: Any) -> Any:
    seen = client.get(page("publish", document)).context["seen"]
    typed = {"seen": seen, "reason": "First publication", "accepted": "on"} | typed
    return client.post(page("publish", document), typed)


def test_a_look_writes_nothing(publisher: Client, document: Document) -> None:
    response = publisher.get(page("publish", document))
    assert "What would be frozen" in response.content.decode()
    assert not Edition.objects.exists()


def test_a_confirmed_edition_is_frozen(publisher: Client, document: Document) -> None:
    assert confirm(publisher, document).status_code == 302
    edition = Edition.objects.get(kind="document")
    assert (edition.number, edition.reason) == (1, "First publication")
    assert edition.published_by.username == "piers"


def test_nothing_new_means_nothing_to_publish(publisher: Client, document: Document) -> None:
    confirm(publisher, document)
    assert "Nothing to publish" in publisher.get(page("publish", document)).content.decode()


def test_claims_do_not_make_an_unchanged_document_new(publisher: Client) -> None:
    rendition = factories.rendition("One claim stands here.", slug="a-text")
    statement = claim("a-claim", "A statement")
    makes(rendition, "One claim", statement)
    bears(rendition, "stands here", statement)
    document = rendition.capture.document
    confirm(publisher, document)
    assert "Nothing to publish" in publisher.get(page("publish", document)).content.decode()
    note = {"kind": "note", "body": "A second look."}
    mark(rendition, "claim stands", **note)
    confirm(publisher, document)
    editions = Edition.objects.filter(number=2).values_list("kind", flat=True)
    assert sorted(editions) == ["claim", "document"]


def test_warnings_want_a_tick(publisher: Client) -> None:
    document = factories.document("Words.", comments=[("ann", "Undecided.")], slug="a-text")
    response = confirm(publisher, document, accepted="")
    assert "There are warnings" in response.content.decode()
    assert not Edition.objects.exists()
    assert confirm(publisher, document).status_code == 302


def test_a_reason_is_needed(publisher: Client, document: Document) -> None:
    response = confirm(publisher, document, reason=" ")
    assert response.status_code == 200
    assert not Edition.objects.exists()


def test_what_changed_since_the_look_is_shown_before_it_is_published(publisher: Client) -> None:
    rendition = factories.rendition("Words.", [("ann", "Well said indeed.")], slug="a-text")
    keep_all(rendition)
    document = rendition.capture.document
    seen = publisher.get(page("publish", document)).context["seen"]
    decided(rendition, 1, "withhold")
    response = confirm(publisher, document, seen=seen)
    assert "Something changed since you looked" in response.content.decode()
    assert not Edition.objects.exists()
    assert response.context["seen"] != seen


def test_the_preview_is_the_page_that_readers_will_see(
    publisher: Client, document: Document
) -> None:
    preview = publisher.get(page("publish_preview", document))
    text = preview.content.decode()
    assert "Nothing of this is published yet" in text
    assert "One claim stands here." in text
    assert "no-store" in preview["Cache-Control"]
    assert not Edition.objects.exists()


def test_claims_and_sources_that_go_along_have_previews_too(publisher: Client) -> None:
    rendition = factories.rendition("One claim stands here.", slug="a-text")
    makes(rendition, "One claim", claim("a-claim", "A statement"))
    path = page("publish_preview", rendition.capture.document)
    assert "A statement" in publisher.get(path, {"part": "claim:a-claim"}).content.decode()
    assert publisher.get(path, {"part": "claim:no-such"}).status_code == 404


def test_a_document_without_a_text_says_so(publisher: Client) -> None:
    document = Document.objects.create(slug="bare", title="Bare", created_by=factories.editor())
    assert "has no text yet" in publisher.get(page("publish", document)).content.decode()


def test_several_documents_are_published_in_one_act(publisher: Client, document: Document) -> None:
    other = factories.document("Other words.", slug="other")
    path = reverse("admin:archive_document_changelist")
    chosen = {"action": "publish", "_selected_action": [document.pk, other.pk]}
    response = publisher.post(path, chosen)
    assert response["Location"] == "/admin/publish/a-text/?with=other"
    seen = publisher.get(response["Location"]).context["seen"]
    typed = {"seen": seen, "reason": "Both", "accepted": "on"}
    publisher.post(response["Location"], typed)
    assert {edition.slug for edition in Edition.objects.filter(kind="document")} == {
        "a-text",
        "other",
    }


@pytest.mark.parametrize("name", ["publish", "publish_preview", "withdraw"])
def test_an_unknown_document_is_not_found(publisher: Client, name: str) -> None:
    assert publisher.get(reverse(name, args=["no-such"])).status_code == 404


@pytest.mark.parametrize("who", [factories.editor, factories.moderator])
@pytest.mark.parametrize("name", ["publish", "publish_preview", "withdraw"])
def test_only_publishers_publish_and_withdraw(
    client: Client, document: Document, name: str, who: Any
) -> None:
    client.force_login(who())
    assert client.get(page(name, document)).status_code == 403
    assert client.post(page(name, document), {"reason": "Mine"}).status_code in (403, 405)


def test_a_withdrawal_names_what_will_close(publisher: Client, document: Document) -> None:
    confirm(publisher, document)
    text = publisher.get(page("withdraw", document)).content.decode()
    assert "document a-text, edition 1" in text
    assert not Withdrawal.objects.exists()


def test_a_withdrawal_closes_and_the_reader_finds_a_tombstone(
    publisher: Client, document: Document
) -> None:
    confirm(publisher, document)
    typed = {"reason": "The rights holder asked."}
    assert publisher.post(page("withdraw", document), typed).status_code == 302
    withdrawal = Withdrawal.objects.get()
    assert (withdrawal.reason, withdrawal.show_title) == ("The rights holder asked.", False)
    assert publisher.get("/documents/a-text/").status_code == 410


@pytest.mark.parametrize("reason", ["", "Because one claim stands here."])
def test_a_withdrawal_without_a_fit_reason_is_refused(
    publisher: Client, document: Document, reason: str
) -> None:
    confirm(publisher, document)
    assert publisher.post(page("withdraw", document), {"reason": reason}).status_code == 200
    assert not Withdrawal.objects.exists()


def test_what_is_not_open_cannot_be_withdrawn(publisher: Client, document: Document) -> None:
    response = publisher.post(page("withdraw", document), {"reason": "Why not"})
    assert "has no open edition" in response.content.decode()


def test_documents_are_withdrawn_one_at_a_time(publisher: Client, document: Document) -> None:
    other = factories.document("Other words.", slug="other")
    path = reverse("admin:archive_document_changelist")
    chosen = {"action": "withdraw", "_selected_action": [document.pk, other.pk]}
    response = publisher.post(path, chosen, follow=True)
    assert "Withdraw one document at a time." in response.content.decode()
