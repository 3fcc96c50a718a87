"""Ratings in the admin: added, never edited, each superseding the one that was seen."""

import pytest
from django.test import Client
from django.urls import reverse

from archive.actions.sources import rate
from archive.models import Rating
from tests import factories
from tests.archive.admin.forms import errors, filled

pytestmark = pytest.mark.django_db
ADD = "admin:archive_rating_add"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client


def test_a_first_rating(editor: Client) -> None:
    source = factories.source()
    typed = {"source": source.pk, "value": "D", "grounds": "It was wrong twice."}
    assert editor.post(reverse(ADD), typed).status_code == 302
    rating = Rating.objects.get()
    assert (rating.value, rating.rated_by.username, rating.supersedes) == ("D", "edith", None)


def test_a_later_rating_supersedes_the_one_that_was_seen(editor: Client) -> None:
    source = factories.source()
    first = rate(source=source, value="C", grounds="So far.", by=factories.editor())
    response = editor.get(reverse(ADD), {"source": source.pk})
    typed = filled(response, source=source.pk, value="D", grounds="Since then.")
    assert editor.post(reverse(ADD), typed).status_code == 302
    assert Rating.objects.current().get(source=source).supersedes == first


def test_a_rating_that_was_not_seen_is_shown_before_it_is_superseded(editor: Client) -> None:
    source = factories.source()
    typed = {"source": source.pk, "value": "D", "grounds": "Mine."}
    rate(source=source, value="B", grounds="Theirs, meanwhile.", by=factories.admin())
    response = editor.post(reverse(ADD), typed)
    assert "that you have not seen" in errors(response)[0]
    assert "Theirs, meanwhile." in response.content.decode()
    assert Rating.objects.count() == 1
    assert editor.post(reverse(ADD), filled(response)).status_code == 302
    assert Rating.objects.count() == 2


@pytest.mark.parametrize("grounds", ["", "   "])
def test_a_rating_without_grounds_is_refused(editor: Client, grounds: str) -> None:
    source = factories.source()
    response = editor.post(reverse(ADD), {"source": source.pk, "value": "B", "grounds": grounds})
    assert response.status_code == 200
    assert not Rating.objects.exists()


def test_a_rating_is_never_edited(editor: Client) -> None:
    source = factories.source()
    rating = rate(source=source, value="C", grounds="So far.", by=factories.editor())
    path = reverse("admin:archive_rating_change", args=[rating.pk])
    assert editor.get(path).status_code == 200
    assert editor.post(path, {"value": "A", "grounds": "Better."}).status_code == 403


@pytest.mark.parametrize("source", ["no-number", "999999", ""])
def test_an_address_that_names_no_source_opens_an_empty_form(editor: Client, source: str) -> None:
    assert editor.get(reverse(ADD), {"source": source}).status_code == 200
