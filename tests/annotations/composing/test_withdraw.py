"""Withdrawing travels: whatever shows the document's words closes or goes on without them."""

from typing import Any

import pytest

from annotations.actions.publish import publish
from annotations.actions.withdraw import withdraw
from annotations.models import Claim
from archive.errors import Refused
from archive.models import Edition, Entry, Event, Rendition, Withdrawal
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

DENIAL = "Nobody crossed that river before June at all."


def scene() -> tuple[Rendition, Rendition]:
    """Two documents: one makes a claim, the other speaks against it and makes one of its own."""
    here = factories.rendition("The river was crossed in May.", slug="crossing")
    there = factories.rendition(f"{DENIAL}\nIt was dry.", slug="denial")
    crossed, dry = scenes.claim("crossed"), scenes.claim("dry")
    scenes.makes(here, "river was crossed", crossed)
    scenes.bears(there, "crossed that river before June", crossed, "refutes")
    scenes.makes(there, "It was dry", dry)
    release(here, there)
    return here, there


def release(*renditions: Rendition) -> list[Edition]:
    documents = [rendition.capture.document for rendition in renditions]
    return publish(
        documents=documents, by=factories.publisher(), reason="Published.", accept_warnings=True
    )


def take_back(rendition: Rendition, reason: str = "The rights holder asked.", **more: Any) -> Any:
    return withdraw(
        document=rendition.capture.document, by=factories.publisher(), reason=reason, **more
    )


def newest(kind: str, slug: str) -> Edition:
    return Edition.objects.filter(kind=kind, slug=slug).order_by("-number")[0]


def test_every_edition_of_the_document_closes_with_reason_and_person() -> None:
    _, there = scene()
    scenes.mark(there, "dry")
    release(there)
    take_back(there)
    rows = Withdrawal.objects.filter(edition__slug="denial", edition__kind="document")
    assert rows.count() == 2
    assert {row.reason for row in rows} == {"The rights holder asked."}
    assert not Entry.objects.filter(slug="denial").exists()


def test_what_quotes_it_goes_on_without_it_as_the_next_edition() -> None:
    _, there = scene()
    done = take_back(there)
    assert {(e.kind, e.slug, e.number) for e in done.replaced} == {
        ("document", "crossing", 2),
        ("claim", "crossed", 2),
    }
    claim = newest("document", "crossing").content["notes"][0]["claim"]
    assert (claim["evidence"], claim["evidence_left_out"]) == ([], 1)
    assert "before June" not in newest("document", "crossing").payload
    old = Edition.objects.get(kind="document", slug="crossing", number=1)
    assert old.withdrawal.replaced_by == newest("document", "crossing")


def test_a_claim_that_only_the_document_made_closes_for_good() -> None:
    _, there = scene()
    take_back(there)
    edition = Edition.objects.get(kind="claim", slug="dry")
    assert edition.withdrawal.replaced_by is None
    assert not Entry.objects.filter(kind="claim", slug="dry").exists()


def test_what_does_not_quote_it_stays_as_it_was() -> None:
    _, there = scene()
    other = factories.rendition("Something else entirely.", slug="else")
    release(other)
    take_back(there)
    assert not Withdrawal.objects.filter(edition__slug="else").exists()


def test_a_note_that_repeats_four_of_its_words_goes_with_it() -> None:
    here, there = scene()
    scenes.mark(here, "in May", body="Elsewhere: crossed that river before anyone.")
    scenes.mark(here, "The", body="This one repeats nothing.")
    release(here)
    take_back(there)
    content = newest("document", "crossing").content
    assert [note["markdown"] for note in content["notes"]] == ["This one repeats nothing.", ""]
    assert content["notes_left_out"] == 1
    kept = {note["id"] for note in content["notes"]}
    shown = {uid for b in content["blocks"] for run in b["runs"] for uid in run["annotations"]}
    assert shown <= kept


def test_a_claim_whose_own_statement_repeats_its_words_closes() -> None:
    here, there = scene()
    echo = scenes.claim("echo", "They say: nobody crossed that river.")
    scenes.makes(here, "in May", echo)
    scenes.bears(there, "dry", echo)
    release(here, there)
    take_back(there)
    assert not Edition.objects.open().filter(kind="claim", slug="echo").exists()


def test_a_notice_that_names_it_and_a_date_in_its_words_go_with_it() -> None:
    here, there = scene()
    document = here.capture.document
    notice = "Compare: Nobody crossed that river. A title of four words."
    document.change(expected=document.version, editorial_note=notice)
    there.capture.document.change(expected=1, title="Title of four words")
    written = "before June at all"
    Claim.objects.filter(slug="crossed").update(when_written=written)
    release(here, there)
    assert newest("document", "crossing").content["notices"] == [notice]
    take_back(there)
    content = newest("document", "crossing").content
    assert content["notices"] == []
    assert content["notes"][0]["claim"]["when_written"] == ""
    assert newest("claim", "crossed").content["claim"]["when_written"] == ""


def test_a_notice_of_other_things_stays() -> None:
    here, there = scene()
    document = here.capture.document
    document.change(expected=document.version, editorial_note="A rare copy.")
    release(here)
    take_back(there)
    assert newest("document", "crossing").content["notices"] == ["A rare copy."]


def test_nothing_unreviewed_slips_in_with_the_next_edition() -> None:
    here, there = scene()
    scenes.mark(here, "in May", body="Written after publication.")
    take_back(there)
    assert "Written after publication." not in newest("document", "crossing").payload


@pytest.mark.parametrize(
    ("reason", "problem"),
    [("", "why"), ("  ", "why"), ("It says: Nobody crossed that river.", "repeats words")],
)
def test_a_reason_is_needed_and_must_not_repeat_the_words(reason: str, problem: str) -> None:
    _, there = scene()
    with pytest.raises(Refused, match=problem):
        take_back(there, reason)
    assert not Withdrawal.objects.exists()


def test_what_is_not_published_cannot_be_withdrawn() -> None:
    with pytest.raises(Refused, match="no open edition"):
        take_back(factories.rendition())


def test_withdrawing_twice_is_refused() -> None:
    _, there = scene()
    take_back(there)
    with pytest.raises(Refused, match="no open edition"):
        take_back(there)


def test_each_closing_is_an_event_of_its_subject() -> None:
    _, there = scene()
    take_back(there)
    kinds = Event.objects.filter(event_type="policy assignment").values_list(
        "subject_kind", flat=True
    )
    assert sorted(kinds) == ["claim", "claim", "document", "document"]


def test_publishing_after_a_withdrawal_gives_the_next_number() -> None:
    _, there = scene()
    take_back(there)
    numbers = [edition.number for edition in release(there) if edition.kind == "document"]
    assert numbers == [2]
