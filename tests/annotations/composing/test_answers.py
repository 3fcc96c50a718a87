"""A page of answers: a comment section below each, and in it the handles behind the bodies."""

import pytest
from django.test import Client

from annotations.actions.cases import open_cases
from annotations.actions.publish import Blocked, publish
from annotations.composing.passages import flat, passages
from archive.actions.ingest import ingest
from archive.ingest.parsed import Comment, Parsed, Section
from archive.models import Edition, Rendition
from tests import factories
from tests.annotations.composing import scenes
from tests.archive.ingest.ranges import check

pytestmark = pytest.mark.django_db

TOKEN = "zorgblat"
TEXT = "\n\n".join(
    (
        "How deep is the lake?",
        "1\tShown words about depth. – zorgblat one May 3\nAdd a comment",
        "Forty metres, by the old map.",
        "zorgblatbody is what must not be seen – heron May 4\nWhich map? – otter May 5",
        "Sixty, since the dam.",
    )
)
COMMENTS = (
    ("Shown words about depth.", "zorgblat one", "May 3"),
    ("zorgblatbody is what must not be seen", "heron", "May 4"),
    ("Which map?", "otter", "May 5"),
)


def place(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


def page() -> Parsed:
    sections: list[Section] = []
    for part in TEXT.split("\n\n"):
        kind = "comments" if "May" in part else "paragraph"
        sections.append(Section(kind, *place(part)))
        if kind == "comments":
            sections += [Section("residue", *span) for span in residue(*place(part))]
    rows = [
        Comment(*place(body), *place(handle), 0, None, False, *place(posted))
        for body, handle, posted in COMMENTS
    ]
    return Parsed(TEXT, "html", "test", "1", sections, rows)


def residue(start: int, end: int) -> list[tuple[int, int]]:
    """What lies in a section between its handles and bodies, without the blanks around it."""
    taken = sorted(place(words) for row in COMMENTS for words in row[:2])
    edges = [start, *(edge for span in taken for edge in span if start <= edge <= end), end]
    found = []
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        if words := TEXT[first:last].strip():
            at = TEXT.index(words, first)
            found.append((at, at + len(words)))
    return found


@pytest.fixture
def answers() -> Rendition:
    """The first comment's handle and the second one's body are withheld, the rest is kept."""
    made = ingest(
        data=TEXT.encode(), parsed=page(), by=factories.editor(), title="Lake", slug="lake"
    ).rendition
    scenes.decided(made, 1, "withhold", part="handle")
    scenes.decided(made, 2, "withhold")
    scenes.keep_all(made)
    return made


def published(rendition: Rendition) -> Edition:
    documents = [rendition.capture.document]
    publish(documents=documents, by=factories.publisher(), reason="First.", accept_warnings=True)
    return Edition.objects.get(kind="document")


def test_the_page_is_what_ingest_promises() -> None:
    check(page())


def test_the_article_goes_on_between_the_comment_sections(answers: Rendition) -> None:
    shown = [TEXT[leaf.start : leaf.end] for leaf in flat(passages(answers))]
    assert shown == TEXT.split("\n\n")[::2]


def test_a_withheld_handle_behind_its_body_leaves_the_body_shown(answers: Rendition) -> None:
    items = published(answers).content["comments"]["items"]
    assert [item["author"] for item in items] == [None, "heron", "otter"]
    assert [item["status"] for item in items] == ["shown", "withheld", "shown"]
    said = ["".join(run["text"] for run in item["runs"]) for item in items]
    assert said == ["Shown words about depth.", "", "Which map?"]


def test_no_reader_sees_the_withheld_words(client: Client, answers: Rendition) -> None:
    edition = published(answers)
    for address in ("", "payload.json"):
        seen = client.get(f"/documents/lake/editions/{edition.number}/{address}").content.decode()
        assert TOKEN not in seen
        assert "Shown words about depth." in seen
        assert "heron" in seen


def test_only_words_of_a_body_are_redacted_when_the_handle_follows(answers: Rendition) -> None:
    scenes.decided(answers, 2, "redact", redact=("zorgblatbody", "must not be seen"))
    item = published(answers).content["comments"]["items"][1]
    assert [run["mark"] for run in item["runs"]] == ["redacted", "", "redacted"]
    assert item["author"] == "heron"


def test_a_note_on_a_withheld_handle_is_left_out(answers: Rendition) -> None:
    scenes.mark(answers, "zorgblat one")
    kept = scenes.mark(answers, "Shown words")
    payload = published(answers).content
    assert [note["id"] for note in payload["notes"]] == [kept.uid]
    assert payload["notes_left_out"] == 1


def test_withheld_words_that_an_editor_repeats_block_the_page(answers: Rendition) -> None:
    scenes.mark(answers, "old map", body="As zorgblat one says.")
    with pytest.raises(Blocked, match="repeats words that are withheld"):
        published(answers)


def test_the_desk_shows_each_handle_and_body_apart(client: Client, answers: Rendition) -> None:
    open_cases(rendition=answers)
    client.force_login(factories.moderator())
    seen = client.get("/admin/moderation/lake/", {"reveal": "all"}).context["thread"].ordered()
    words = ["".join(word.token.before + word.token.word for word in card.words) for card in seen]
    tails = [card.tail for card in seen]
    whole = [word + tail for word, tail in zip(words, tails, strict=True)]
    assert whole == [words for body, handle, _ in COMMENTS for words in (handle, body)]
