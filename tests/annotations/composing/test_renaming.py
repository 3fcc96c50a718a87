"""An address withheld for its words is named nowhere, and what it led to goes on under another."""

import pytest

from annotations.actions.publish import publish
from annotations.actions.renaming import withhold_address
from archive.actions.documents import rename
from archive.errors import Refused
from archive.models import Conflict, Document, Edition, Entry, Rendition, Slug, Withdrawal
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

OLD, NEW = "zorg-was-here", "the-river"


def scene() -> Rendition:
    """A document under the old address, and another one that quotes it."""
    text = factories.rendition("The river was crossed in May.", slug=OLD, title="The river")
    other = factories.rendition("Somebody wrote against it.", slug="other")
    claim = scenes.claim("against")
    scenes.makes(other, "wrote against it", claim)
    scenes.bears(text, "crossed in May", claim, "refutes")
    publish(
        documents=[text.capture.document, other.capture.document],
        by=factories.publisher(),
        reason="Published.",
        accept_warnings=True,
    )
    return text


def withheld(text: Rendition, slug: str = NEW, expected: int = 1) -> list[Edition]:
    document = Document.objects.get(pk=text.capture.document.pk)
    return withhold_address(
        document=document, expected=expected, slug=slug, by=factories.publisher()
    )


def test_every_open_edition_that_named_it_goes_on_with_the_new_address() -> None:
    text = scene()
    made = withheld(text)
    assert sorted((edition.kind, edition.slug, edition.number) for edition in made) == [
        ("claim", "against", 2),
        ("document", "other", 2),
        ("document", NEW, 2),
    ]
    assert not Edition.objects.open().filter(payload__contains=OLD).exists()
    assert Withdrawal.objects.count() == 3
    assert Entry.objects.get(kind="document", title="The river").slug == NEW


def test_quotations_lead_to_the_edition_under_the_new_address() -> None:
    withheld(scene())
    claim = Edition.objects.open().get(kind="claim").content["claim"]
    place = claim["evidence"][0]["place"]
    assert (place["document"], place["edition"]) == (NEW, 2)


def test_the_words_that_it_shows_stay_on_record() -> None:
    text = scene()
    made = next(edition for edition in withheld(text) if edition.slug == NEW)
    assert list(made.quotations.values_list("rendition", "start", "end")) == [(text.pk, 0, 29)]


def test_the_old_address_is_withheld_and_never_given_again() -> None:
    text = scene()
    withheld(text)
    assert Slug.objects.get(value=OLD).state == "withheld"
    with pytest.raises(Refused, match="never given twice"):
        withheld(text, slug=OLD, expected=2)


@pytest.mark.parametrize(
    ("slug", "problem"),
    [(OLD, "given before"), ("other", "given before"), ("No Address", "no address"), ("", "no")],
)
def test_what_is_no_address_or_was_given_is_refused_and_nothing_changes(
    slug: str, problem: str
) -> None:
    text = scene()
    with pytest.raises(Refused, match=problem):
        withheld(text, slug=slug)
    assert not Withdrawal.objects.exists()


def test_who_is_late_is_told_and_nothing_changes() -> None:
    text = scene()
    with pytest.raises(Conflict):
        withheld(text, expected=7)
    assert not Withdrawal.objects.exists()
    assert Edition.objects.count() == 3


def test_a_mere_renaming_cannot_withhold_what_open_editions_say() -> None:
    document = scene().capture.document
    with pytest.raises(Refused, match="replaced first"):
        rename(document=document, expected=1, slug=NEW, by=factories.editor(), withheld=True)
