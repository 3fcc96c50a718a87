"""Publishing by the rules: fails closed, freezes what was seen, refuses what nobody reviewed."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.publish import Blocked, Unconfirmed, preview, publish
from annotations.models import Annotation, AnnotationState
from archive import storage
from archive.actions.sources import rate
from archive.digests import canonical, sha256
from archive.errors import Refused
from archive.models import Edition, Entry, Event, Quotation, Rendition, Source
from archive.storage import blobs, name_of
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

TOKEN = "zorgblat"
COMMENTS: list[tuple[Any, ...]] = [
    ("alder", "Kept words are fine here."),
    (TOKEN, f"{TOKEN}one {TOKEN}two {TOKEN}three {TOKEN}four {TOKEN}five", 0),
    ("cedar", "An answer to that.", 1),
]


def scene() -> Rendition:
    return factories.rendition(
        "The river was crossed.\nNobody saw it.", COMMENTS, slug="crossing", source=rated()
    )


def rated() -> Source:
    source = factories.source()
    rate(source=source, value="B", grounds="Known for care.", by=factories.editor())
    return source


def release(
    *renditions: Rendition, reason: str = "First publication.", **columns: Any
) -> list[Edition]:
    documents = [rendition.capture.document for rendition in renditions]
    return publish(documents=documents, by=factories.publisher(), reason=reason, **columns)


def document_edition(editions: list[Edition]) -> Edition:
    return next(edition for edition in editions if edition.kind == "document")


def comments_of(edition: Edition) -> dict[int, Any]:
    return {item["number"]: item for item in edition.content["comments"]["items"]}


def test_undecided_comments_are_a_warning_and_then_withheld() -> None:
    text = scene()
    with pytest.raises(Unconfirmed, match="undecided"):
        release(text)
    assert not Edition.objects.exists()
    edition = document_edition(release(text, accept_warnings=True))
    assert {item["status"] for item in comments_of(edition).values()} == {"unreviewed"}
    assert all(
        not item["runs"] and item["author"] is None for item in comments_of(edition).values()
    )
    assert edition.accepted_warnings


def test_a_withheld_comment_leaves_neither_words_nor_handle_nor_parenthood() -> None:
    text = scene()
    scenes.decided(text, 2, "withhold", public_note="Withheld under rule 1.")
    scenes.decided(text, 2, "withhold", part="handle")
    scenes.keep_all(text)
    edition = document_edition(release(text))
    items = comments_of(edition)
    assert TOKEN not in edition.payload
    assert (items[2]["status"], items[2]["notice"]) == ("withheld", "Withheld under rule 1.")
    assert items[3]["parent"] is None
    assert items[3]["parent_withheld"] is True
    assert edition.content["comments"]["by_status"]["withheld"] == 1


def test_a_second_opinion_withholds_until_it_is_given() -> None:
    text = scene()
    scenes.decided(text, 1, "keep", needs_second_opinion=True)
    scenes.keep_all(text)
    edition = document_edition(release(text, accept_warnings=True))
    assert comments_of(edition)[1]["status"] == "withheld"


def test_redacted_words_leave_a_mark_of_fixed_length() -> None:
    text = scene()
    scenes.decided(text, 1, "redact", redact=("words",))
    scenes.keep_all(text)
    edition = document_edition(release(text))
    runs = comments_of(edition)[1]["runs"]
    assert "".join(run["text"] for run in runs) == "Kept [redacted] are fine here."


def test_a_kept_comment_that_repeats_withheld_words_blocks_publication() -> None:
    echo = " ".join(COMMENTS[1][1].split()[:4])
    text = factories.rendition(
        "A text.", [("alder", COMMENTS[1][1]), ("cedar", f"You said {echo}!")]
    )
    scenes.decided(text, 1, "withhold")
    scenes.keep_all(text)
    with pytest.raises(Blocked) as refusal:
        release(text, accept_warnings=True)
    assert "comments.items[2]" in str(refusal.value)
    assert TOKEN not in str(refusal.value)
    assert not Edition.objects.exists()


def test_an_earlier_comment_that_names_a_withheld_handle_blocks_publication() -> None:
    text = factories.rendition(
        "A text.", [("alder", f"As {TOKEN} will say."), (TOKEN, "So be it.")]
    )
    scenes.decided(text, 2, "withhold", part="handle")
    scenes.keep_all(text)
    with pytest.raises(Blocked, match=r"comments\.items\[1\]"):
        release(text, accept_warnings=True)


def test_a_handle_that_is_a_word_of_the_article_does_not_block_it() -> None:
    text = factories.rendition("A river.", [("cedar", "This River, yes."), ("river", "So be it.")])
    scenes.decided(text, 2, "withhold", part="handle")
    scenes.keep_all(text)
    items = comments_of(document_edition(release(text, accept_warnings=True)))
    assert [item["author"] for item in items.values()] == ["cedar", None]


def test_a_withheld_comment_that_quotes_an_earlier_one_does_not_take_its_words_along() -> None:
    text = factories.rendition(
        "A text.",
        [("alder", "Plain words that stay here."), ("cedar", "Plain words that stay? No.")],
    )
    scenes.decided(text, 2, "withhold")
    scenes.keep_all(text)
    edition = document_edition(release(text, accept_warnings=True))
    assert [item["status"] for item in comments_of(edition).values()] == ["shown", "withheld"]


@pytest.mark.parametrize("where", ["abstract", "origin", "rights", "authenticity", "attribution"])
def test_withheld_words_in_free_text_block_publication(where: str) -> None:
    text = scene()
    document = text.capture.document
    document.change(expected=document.version, **{where: f"Somebody called {TOKEN} wrote it."})
    scenes.decided(text, 2, "withhold")
    scenes.decided(text, 2, "withhold", part="handle")
    scenes.keep_all(text)
    with pytest.raises(Blocked, match=where):
        release(text, accept_warnings=True)


def test_withheld_words_in_a_note_block_publication_and_are_named_by_the_note() -> None:
    text = scene()
    note = scenes.mark(text, "river", body=f"Compare what {TOKEN} says.")
    scenes.decided(text, 2, "withhold", part="handle")
    scenes.decided(text, 2, "withhold")
    scenes.keep_all(text)
    with pytest.raises(Blocked, match=note.uid):
        release(text, accept_warnings=True)


def test_a_note_on_withheld_words_only_is_left_out_and_counted() -> None:
    text = scene()
    scenes.mark(text, f"{TOKEN}two")
    scenes.decided(text, 2, "withhold")
    scenes.decided(text, 2, "withhold", part="handle")
    scenes.keep_all(text)
    content = document_edition(release(text)).content
    assert (content["notes"], content["notes_left_out"]) == ([], 1)


def test_an_orphaned_annotation_blocks_publication() -> None:
    text = scene()
    scenes.keep_all(text)
    note = scenes.mark(text, "river")
    Annotation.objects.filter(pk=note.pk).update(state=AnnotationState.ORPHAN)
    with pytest.raises(Blocked, match="orphan"):
        release(text)


@pytest.mark.parametrize("damage", ["changed", "missing"])
def test_failed_fixity_blocks_publication(damage: str) -> None:
    text = scene()
    scenes.keep_all(text)
    path = blobs().path(name_of(text.capture.blob.sha256))
    if damage == "missing":
        blobs().delete(name_of(text.capture.blob.sha256))
    else:
        with open(path, "r+b") as file:
            file.write(b"!")
    with pytest.raises(Blocked, match="fixity"):
        release(text)


def test_a_document_without_a_rating_is_published_as_f_after_a_warning() -> None:
    text = factories.rendition("A text.", source=factories.source())
    with pytest.raises(Unconfirmed, match="no rating"):
        release(text)
    edition = document_edition(release(text, accept_warnings=True))
    assert edition.content["source"]["rating"]["value"] == "F"


def test_publishing_needs_a_reason() -> None:
    with pytest.raises(Refused, match="why"):
        release(scene(), reason=" ", accept_warnings=True)


def test_publishing_again_without_a_change_is_refused() -> None:
    text = scene()
    release(text, accept_warnings=True)
    with pytest.raises(Refused, match="Nothing has changed"):
        release(text, accept_warnings=True)
    assert Edition.objects.filter(kind="document").count() == 1


def test_a_change_makes_edition_two_and_leaves_edition_one_as_it_was() -> None:
    text = scene()
    scenes.keep_all(text)
    first = document_edition(release(text))
    scenes.mark(text, "river")
    second = document_edition(release(text, reason="A note added."))
    first.refresh_from_db()
    assert (first.number, second.number) == (1, 2)
    assert first.content["notes"] == []
    assert len(second.content["notes"]) == 1
    assert Entry.objects.get(kind="document").edition == second


def test_the_payload_is_canonical_and_its_digest_is_the_edition_s() -> None:
    edition = document_edition(release(scene(), accept_warnings=True))
    assert canonical(json.loads(edition.payload)) == edition.payload
    assert sha256(edition.payload.encode()) == edition.sha256


def test_a_preview_writes_nothing() -> None:
    text = scene()
    before = Event.objects.count()
    preview(documents=[text.capture.document], by=factories.publisher())
    assert not Edition.objects.exists()
    assert Event.objects.count() == before


def test_evidence_is_quoted_only_from_words_that_an_edition_shows() -> None:
    here, there = scene(), factories.rendition("Nobody crossed that river at all.", slug="denial")
    claim = scenes.claim("crossed")
    scenes.makes(here, "river was crossed", claim)
    scenes.bears(there, "Nobody crossed", claim, "refutes")
    alone = document_edition(release(here, accept_warnings=True)).content["notes"][0]["claim"]
    assert (alone["evidence"], alone["evidence_left_out"]) == ([], 1)
    both = release(here, there, accept_warnings=True)
    note = next(e for e in both if e.slug == "crossing").content["notes"][0]
    assert note["claim"]["evidence"][0]["place"]["exact"] == "Nobody crossed"


def test_every_word_shown_of_another_document_is_on_record_as_a_quotation() -> None:
    here, there = scene(), factories.rendition("Nobody crossed that river at all.", slug="denial")
    claim = scenes.claim("crossed")
    scenes.makes(here, "river was crossed", claim)
    scenes.bears(there, "Nobody crossed", claim, "refutes")
    editions = release(here, there, accept_warnings=True)
    claim_page = next(edition for edition in editions if edition.kind == "claim")
    quoted = Quotation.objects.filter(edition=claim_page).values_list("rendition", flat=True)
    assert set(quoted) == {here.pk, there.pk}


def test_the_number_of_queries_does_not_grow_with_claims_and_comments() -> None:
    by = factories.publisher()

    def queries(count: int) -> int:
        lines = "\n".join(f"Line {n} says thing {n}." for n in range(count))
        comments = [(f"h{n}", f"Comment number {n}.") for n in range(count)]
        text = factories.rendition(lines, comments)
        for n in range(count):
            scenes.makes(text, f"thing {n}.", scenes.claim(f"c{count}-{n}"))
        scenes.keep_all(text)
        with CaptureQueriesContext(connection) as captured:
            preview(documents=[text.capture.document], by=by)
        return len(captured)

    assert queries(1) == queries(10)


def test_the_stored_original_is_what_came_in() -> None:
    text = scene()
    assert sha256(storage.get(text.capture.blob.sha256)) == text.capture.blob.sha256
