"""Bringing bytes in: kept as they came, once, and told to the chain of events."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import models

from archive import storage
from archive.actions import slugs
from archive.actions.arrivals import Offer
from archive.actions.ingest import Ingested, ingest, ingest_all
from archive.digests import sha256, structure
from archive.errors import Refused
from archive.models import Blob, Capture, Document, Event, Rendition, Slug
from archive.verifying.checks import CHECKS
from tests import factories
from tests.archive.actions.chains import events, is_whole
from tests.races import Arena
from tests.rows import models_of_ours

pytestmark = pytest.mark.django_db

MOMENT = datetime(2022, 9, 1, tzinfo=UTC)
ADDRESS = "https://archive.example/text"
THREAD = [
    ("alder", "The first."),
    ("birch", "An answer.", 0),
    ("cedar", "An answer to the answer.", 1),
    ("alder", "A fourth voice, three deep.", 2),
    ("", "Another first, by nobody."),
    ("birch", "An answer to the first, late.", 0),
]
TEXTS = {
    "characters beyond the first plane": "Gothic 𐌰𐌱𐌲, a flag 🇵🇱, a family 👩‍👩‍👧 and 🜍.",
    "line ends of Windows": "One line.\r\nAnother.\r\n\r\nLast.\r\n",
    "line ends of an old Mac": "One line.\rAnother.\r",
    "right to left": "שלם \u202bרב\u202c and مرحبا.\u200f",
    "combining marks that could be composed": "e\u0301 and \u00e9 are not made one.",
    "blanks of every kind": "\t two  \u00a0\u2003\u3000 blanks \u2028 and a separator \u0085.",
    "no line end at the end": "The end.",
    "many at the end": "The end.\n\n\n   \n",
    "a byte order mark inside": "Before\ufeffafter.",
    "compatibility forms": "ﬁ ﬂ Ⅷ ½ ㎞",
    "characters of private use and none": "\ue000 \U0010ffff \ufffd",
}


def bring(text: str = "A text.", **columns: Any) -> Ingested:
    comments = columns.pop("comments", ())
    made = factories.parsed(text, comments)
    values: dict[str, Any] = {"title": "A text", "by": factories.editor(), "parsed": made}
    return ingest(**{"data": made.text.encode()} | values | columns)


def counts() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in models_of_ours()}


def newest(model: type[models.Model]) -> Any:
    return model._default_manager.order_by("-pk")[0]


# --- What is new ---------------------------------------------------------------------------------


def test_a_new_text_becomes_blob_capture_and_rendition() -> None:
    data = b"A text."
    done = bring(url=ADDRESS, captured_at=MOMENT, original_name="a.txt", method="upload")
    assert done.status == "ingested"
    assert storage.get(done.capture.blob.sha256) == data
    assert (done.capture.blob.sha256, done.capture.blob.size) == (sha256(data), len(data))
    assert (done.capture.url, done.capture.captured_at) == (ADDRESS, MOMENT)
    assert (done.capture.original_name, done.capture.method) == ("a.txt", "upload")
    assert (done.rendition.number, done.rendition.text) == (1, "A text.")
    assert done.rendition.capture == done.capture
    assert done.capture.document == done.document


def test_one_event_carries_all_steps_with_their_digests() -> None:
    done = bring(at=MOMENT, comments=THREAD)
    digest, capture, text = done.capture.blob.sha256, done.capture.uid, done.rendition
    (event,) = events(done.document)
    assert (event.event_type, event.outcome, event.at) == ("ingestion", "success", MOMENT)
    assert event.objects_touched == [
        f"capture:{capture}",
        f"blob:{digest}",
        f"rendition:{text.uid}",
    ]
    assert event.detail == {
        "steps": ["accession", "message digest calculation", "extraction"],
        "algorithm": "SHA-256",
        "size": done.capture.blob.size,
        "known": False,
        "extractor": "test",
        "version": "1",
        "text_sha256": text.text_sha256,
        "structure_sha256": text.structure_sha256,
        "sections": 2,
        "comments": 6,
        "warnings": 0,
    }
    assert is_whole(done.document)


def test_a_later_capture_is_no_accession() -> None:
    first = bring()
    bring("Another text.", document=first.document)
    later = events(first.document)[1]
    assert later.detail["steps"] == ["message digest calculation", "extraction"]


def test_many_become_what_each_would_have_become_by_itself() -> None:
    """In one group: new ones, the same bytes twice, one title twice, a known document."""
    known = bring("Known.", title="Known").document
    said: list[dict[str, Any]] = [
        {"text": "One.", "title": "A title"},
        {"text": "Two.", "title": "A title"},
        {"text": "One.", "title": "A title"},
        {"text": "One.", "title": "A title", "url": ADDRESS},
        {"text": "Three.", "document": known},
        {"text": "Four.", "document": known},
        {"text": "Known."},
    ]
    offers = [offer(**each) for each in said]
    done = ingest_all(offers, by=factories.editor(), at=MOMENT)
    assert [each.status for each in done] == [
        *["ingested", "ingested", "duplicate", "ingested", "ingested", "ingested", "duplicate"]
    ]
    slugs = [each.document.slug for each in done]
    assert slugs == ["a-title", "a-title-2", "a-title", "a-title", "known", "known", "known"]
    assert [each.rendition.number for each in done] == [1, 1, 1, 2, 2, 3, 1]
    assert all(is_whole(each.document) for each in done)
    assert verified() == []


def offer(text: str, title: str = "A text", **columns: Any) -> Offer:
    return Offer(data=text.encode(), parsed=factories.parsed(text), title=title, **columns)


def verified() -> list[Any]:
    problems: list[Any] = []
    for check in CHECKS:
        problems += check(Counter())
    return problems


def test_one_moment_and_one_person_stand_on_everything() -> None:
    done = bring(at=MOMENT)
    assert done.document.created_at == done.capture.received_at == MOMENT
    assert done.capture.blob.received_at == done.rendition.made_at == MOMENT
    assert Slug.objects.get(value=done.document.slug).since == MOMENT
    assert {event.at for event in events(done.document)} == {MOMENT}
    people = {done.document.created_by, done.capture.received_by, done.rendition.made_by}
    assert people == {factories.editor()}


def test_no_event_repeats_words_of_the_document() -> None:
    bring("Unmistakable words stand here.", comments=[("unmistakable", "More of them.")])
    assert "nmistakable" not in str(list(Event.objects.values()))


def test_what_the_text_says_of_itself_is_proposed_and_can_be_overridden() -> None:
    made = factories.parsed("A text.", authors=["A. Author"], published="2022-09", language="en")
    done = bring(parsed=made, language="en-GB", rights="All kept.")
    document = Document.objects.get()
    assert (document.authors, document.published) == (["A. Author"], "2022-09")
    assert (document.language, document.rights) == ("en-GB", "All kept.")
    assert done.rendition.proposed["language"] == "en"


# --- What is known already -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "columns",
    [{}, {"url": ADDRESS}, {"captured_at": MOMENT}, {"url": ADDRESS, "captured_at": MOMENT}],
    ids=lambda columns: " and ".join(columns) or "neither address nor time",
)
def test_the_same_again_is_a_duplicate_and_writes_nothing(columns: dict[str, Any]) -> None:
    first = bring(**columns)
    before = counts()
    again = bring(**columns, title="Another title", slug="another-address")
    assert again.status == "duplicate"
    assert (again.document, again.capture) == (first.document, first.capture)
    assert again.rendition == first.rendition
    assert counts() == before


@pytest.mark.parametrize(
    "columns",
    [
        {"url": ADDRESS},
        {"url": "https://archive.example/other", "captured_at": MOMENT},
        {"captured_at": MOMENT + timedelta(seconds=1)},
        {},
    ],
    ids=lambda columns: " and ".join(columns) or "neither address nor time",
)
def test_the_same_bytes_from_elsewhere_are_a_new_capture_of_the_same_blob(
    columns: dict[str, Any],
) -> None:
    first = bring(url=ADDRESS, captured_at=MOMENT)
    again = bring(**columns, title="Another title")
    assert again.status == "ingested"
    assert again.capture != first.capture
    assert again.capture.blob == first.capture.blob == Blob.objects.get()
    assert again.document == first.document == Document.objects.get()
    assert (first.rendition.number, again.rendition.number) == (1, 2)
    assert again.rendition.text_sha256 == first.rendition.text_sha256
    known = [row.detail["known"] for row in events(first.document) if "known" in row.detail]
    assert known == [False, True]
    assert is_whole(first.document)


def test_a_duplicate_shows_the_newest_text_of_its_capture() -> None:
    first = bring()
    corrected = Rendition.objects.get()
    corrected.pk, corrected.uid, corrected.number = None, "corrected0", 2
    corrected._state.adding = True
    corrected.save()
    assert bring().rendition.number == 2 != first.rendition.number


def test_other_bytes_for_a_known_document_are_its_next_text() -> None:
    first = bring()
    second = bring("Another text.", document=first.document, url=ADDRESS)
    assert second.document == first.document
    assert second.rendition.number == 2
    assert Blob.objects.count() == 2


def test_bytes_given_to_another_document_by_a_person_go_there() -> None:
    first, other = bring(), bring("Another text.")
    again = bring(document=other.document)
    assert again.status == "ingested"
    assert again.document == other.document != first.document


def test_two_of_the_same_at_once_are_kept_once(arena: Callable[[], Arena]) -> None:
    factories.editor()
    meeting = arena()
    results = meeting.at_once(*[lambda: bring(slug="one-address")] * 2)
    kept = [done for done in results if isinstance(done, Ingested) and done.status == "ingested"]
    told = [done for done in results if isinstance(done, Refused)]
    known = [done for done in results if isinstance(done, Ingested) and done.status == "duplicate"]
    assert (len(kept), len(told) + len(known)) == (1, 1), results
    numbers = meeting.ask(lambda: (Document.objects.count(), Capture.objects.count()))
    assert numbers == (1, 1)


# --- What is refused -----------------------------------------------------------------------------


def test_an_empty_file_is_refused_and_nothing_is_written(blob_folder: Any) -> None:
    factories.editor()
    before = counts()
    with pytest.raises(Refused, match="empty"):
        bring(data=b"")
    assert counts() == before
    assert not list(blob_folder.rglob("*"))


@pytest.mark.parametrize("slug", ["Capital", "two words", "ünï", "-dash", "a/b", "x" * 81, "a.b"])
def test_what_is_no_address_is_refused_and_nothing_is_written(slug: str) -> None:
    factories.editor()
    before = counts()
    with pytest.raises(Refused, match="no address"):
        bring(slug=slug)
    assert counts() == before


def test_an_address_is_never_given_twice() -> None:
    first = bring(slug="one-address").document
    before = counts()
    with pytest.raises(Refused, match="never given twice"):
        bring("Another text.", slug="one-address")
    assert counts() == before
    slugs.retire(subject=first, withheld=False)
    with pytest.raises(Refused, match="never given twice"):
        bring("Another text.", slug="one-address")


def test_without_an_address_one_is_made_from_the_title_that_nothing_had() -> None:
    texts = [bring(f"Text {number}.", title="The Same: Title!") for number in range(3)]
    addresses = [done.document.slug for done in texts]
    assert addresses == ["the-same-title", "the-same-title-2", "the-same-title-3"]


# --- What stands in the text ---------------------------------------------------------------------


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_character_is_changed_on_the_way(text: str) -> None:
    data = text.encode()
    done = bring(text)
    kept = Rendition.objects.get(pk=done.rendition.pk)
    assert kept.text == text
    assert kept.length == len(text)
    assert sha256(kept.text) == kept.text_sha256 == sha256(data)
    assert storage.get(done.capture.blob.sha256) == data


def test_replies_find_their_parents_three_deep() -> None:
    text = bring(comments=THREAD).rendition
    found = {row.number: row for row in text.comments.select_related("parent")}
    parents = {number: row.parent and row.parent.number for number, row in found.items()}
    assert parents == {1: None, 2: 1, 3: 2, 4: 3, 5: None, 6: 1}
    assert [found[number].depth for number in range(1, 7)] == [0, 1, 2, 3, 0, 1]
    assert [row.parent_inferred for row in found.values()] == [False, True, True, True, False, True]
    for (handle, body, *_), row in zip(THREAD, found.values(), strict=True):
        assert text.text[row.start : row.end] == body
        assert text.text[row.author_start : row.author_end] == handle or row.author_start is None
    assert [row.author_start is None for row in found.values()].count(True) == 1


def test_sections_are_kept_in_their_order() -> None:
    text = bring("One.\nTwo.\n\nThree.", comments=THREAD).rendition
    found = text.sections.order_by("position").values_list("position", "kind")
    kinds = ["paragraph", "paragraph", "paragraph", "comments"]
    assert list(found) == list(enumerate(kinds, start=1))


def test_what_was_stated_and_what_was_found_stand_side_by_side() -> None:
    made = factories.parsed("A text.", THREAD, stated_comments=23)
    text = bring(parsed=made).rendition
    assert text.stated_comments == 23
    assert text.completeness == "found 6 of 23 comments"


def test_the_digest_of_the_structure_can_be_taken_again_from_the_rows() -> None:
    text = bring(comments=THREAD).rendition
    assert structure_of(text) == text.structure_sha256
    other = bring("Another text.", comments=THREAD[:2]).rendition
    assert other.structure_sha256 != text.structure_sha256


def structure_of(text: Rendition) -> str:
    sections = text.sections.order_by("position").values_list(
        "position", "kind", "level", "start", "end", "heading_start", "heading_end"
    )
    comments = [
        (
            row.number,
            row.start,
            row.end,
            row.author_start,
            row.author_end,
            row.depth,
            row.parent and row.parent.number,
            row.parent_inferred,
            row.posted_start,
            row.posted_end,
            row.posted_at and row.posted_at.isoformat(),
            row.external_id,
        )
        for row in text.comments.select_related("parent").order_by("number")
    ]
    return structure(sections, comments)
