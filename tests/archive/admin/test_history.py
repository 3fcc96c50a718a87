"""The audit view: a subject's events in their order, with agent, outcome and detail."""

import pytest
from django.test import Client
from django.urls import reverse

from archive.actions.documents import describe
from archive.actions.events import record
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_events_stand_in_their_order_with_agent_and_detail(client: Client) -> None:
    document = factories.document()
    describe(document=document, expected=1, by=factories.admin(), title="New")
    client.force_login(factories.moderator())
    page = client.get(reverse("admin:archive_document_history", args=[document.pk]))
    events = page.context["events"]
    assert [event.sequence for event in events] == [*range(1, document.event_count + 1)]
    text = page.content.decode()
    assert "metadata modification" in text
    assert "<td>ada</td>" in text
    assert "fields: [&#x27;title&#x27;]" in text
    assert document.event_head[:16] in text


def test_a_long_history_comes_in_pages(client: Client) -> None:
    document = factories.document()
    for _ in range(200):
        record(subject=document, event_type="fixity check", by=factories.editor())
    client.force_login(factories.editor())
    path = reverse("admin:archive_document_history", args=[document.pk])
    assert len(client.get(path).context["events"]) == 200
    later = client.get(path, {"page": 2}).context["events"]
    assert later[-1].sequence == document.event_count


def test_a_history_is_for_those_who_may_see_its_subject(client: Client) -> None:
    account = factories.reader()
    client.force_login(factories.editor())
    path = reverse("admin:archive_user_history", args=[account.pk])
    assert client.get(path).status_code == 403


def test_the_history_of_nothing_is_not_found(client: Client) -> None:
    client.force_login(factories.admin())
    assert client.get(reverse("admin:archive_document_history", args=[999])).status_code == 404
