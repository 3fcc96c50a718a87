"""Addresses: proposed from a title, given once."""

import pytest

from archive.actions import slugs
from archive.errors import Refused
from archive.models import Slug
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Russia in the Opium Wars", "russia-in-the-opium-wars"),
        ("  What's new?  ", "whats-new"),
        ("Übergrößenträger", "ubergroentrager"),
        ("", "document"),
        ("条約", "document"),
        ("!!!", "document"),
        ("word " * 40, ("word-" * 15)[:-1]),
    ],
)
def test_an_address_is_proposed_from_the_title(title: str, slug: str) -> None:
    assert slugs.propose("document", title) == slug


def test_what_is_proposed_can_be_registered_however_often_and_long() -> None:
    for number in range(12):
        document = factories.document(f"Text {number}.", slug=slugs.propose("document", "x" * 200))
        assert len(document.slug) <= slugs.LENGTH
    assert Slug.objects.filter(kind="document").count() == 12


def test_an_address_out_of_use_is_not_proposed() -> None:
    document = factories.document(slug="a-name")
    slugs.retire(subject=document, withheld=True)
    assert slugs.propose("document", "A name") == "a-name-2"


def test_a_longer_address_does_not_count_as_taken() -> None:
    factories.document(slug="a-name-and-more")
    assert slugs.propose("document", "A name") == "a-name"


def test_registering_what_a_subject_has_already_changes_nothing() -> None:
    document = factories.document(slug="a-name")
    again = slugs.register(subject=document, slug="a-name", by=factories.editor())
    assert again == Slug.objects.get(kind="document")


def test_a_subject_cannot_have_its_own_old_address_back() -> None:
    document = factories.document(slug="a-name")
    slugs.retire(subject=document, withheld=False)
    with pytest.raises(Refused, match="never given twice"):
        slugs.register(subject=document, slug="a-name", by=factories.editor())
