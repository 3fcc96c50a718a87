"""Bringing a document in through the admin: nothing is written before somebody confirmed it."""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from annotations.admin import ingest
from annotations.admin.staging import LIFETIME, Batch, home
from annotations.models import Case
from archive.digests import sha256
from archive.models import Blob, Capture, Document, Event, Source
from tests import factories
from tests.archive.ingest.seeds import seed

BROKEN_PDF = "a.pdf: The PDF cannot be read: Stream has ended unexpectedly."

pytestmark = pytest.mark.django_db
TEXT = "A title\n\nA first paragraph of some length.\n"


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, settings: Any) -> Path:
    settings.DATA_DIR = tmp_path / "data"
    return tmp_path / "data"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client


def file(data: bytes | str = TEXT, name: str = "article.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def offer(client: Client, *files: SimpleUploadedFile, **typed: Any) -> Any:
    return client.post(reverse("ingest"), {"uploads": [*files], "format": "auto", **typed})


def look(client: Client, *files: SimpleUploadedFile, **typed: Any) -> tuple[str, Any]:
    """The address of the second step and what it shows."""
    address = offer(client, *files, **typed)["Location"]
    return address, client.get(address)


def proposed(response: Any) -> dict[str, Any]:
    """What the forms of the second step would send as they stand."""
    found: dict[str, Any] = {}
    for sheet in response.context["sheets"]:
        for field in sheet.form or ():
            value = field.form.fields[field.name].prepare_value(field.value())
            if value not in (None, False, ""):
                found[field.html_name] = getattr(value, "slug", value)
    return found


def test_nothing_is_written_before_it_is_confirmed(editor: Client, blob_folder: Path) -> None:
    events = Event.objects.count()
    look(editor, file())
    assert not Document.objects.exists()
    assert not Blob.objects.exists()
    assert Event.objects.count() == events
    assert not blob_folder.exists()


def test_a_confirmed_file_comes_in_verbatim(editor: Client) -> None:
    address, response = look(editor, file())
    assert editor.post(address, proposed(response)).status_code == 302
    capture = Capture.objects.get()
    assert capture.blob.sha256 == sha256(TEXT)
    assert (capture.method, capture.original_name) == ("upload", "article.txt")
    assert capture.received_by.username == "edith"
    assert "is in the archive now" in editor.get(address).content.decode()
    first = editor.get(reverse("admin:index")).content.decode()
    assert capture.document.title in first


def test_a_pasted_text_keeps_the_line_breaks_that_it_had(editor: Client) -> None:
    """A browser sends CR LF for every line break of a text field."""
    address, response = look(editor, text=TEXT.replace("\n", "\r\n"))
    editor.post(address, proposed(response))
    capture = Capture.objects.get()
    assert (capture.method, capture.blob.sha256) == ("paste", sha256(TEXT))


def test_what_a_person_corrects_is_what_is_kept(editor: Client) -> None:
    source = factories.source("a-site")
    address, response = look(editor, file(), url="https://example.org/1")
    typed = proposed(response) | {
        "item1-title": "My title",
        "item1-slug": "my-slug",
        "item1-source": source.pk,
        "item1-authors": "Ann\nBob",
        "item1-language": "en",
        "item1-published": "2022-09",
        "item1-captured_at": "2026-11-22T10:00:00",
    }
    assert editor.post(address, typed).status_code == 302
    document = Document.objects.get()
    assert (document.title, document.slug, document.source) == ("My title", "my-slug", source)
    assert (document.authors, document.language) == (["Ann", "Bob"], "en")
    assert document.published == "2022-09"
    capture = document.captures.get()
    assert capture.url == "https://example.org/1"
    assert capture.captured_at is not None
    assert capture.captured_at.isoformat() == "2026-11-22T10:00:00+00:00"


def test_a_source_that_nobody_has_heard_of_is_made_with_the_document(editor: Client) -> None:
    address, response = look(editor, file())
    editor.post(address, proposed(response) | {"item1-new_source": "A new site"})
    assert Document.objects.get().source == Source.objects.get(name="A new site")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("slug", "taken", "This address was given before"),
        ("slug", "No Slug", "Enter a valid “slug”"),
        ("title", "", "This field is required."),
        ("published", "last year", "This is no date in EDTF"),
        ("language", "english, mostly", "This is no language tag"),
        ("url", "javascript:alert(1)", "Enter a valid URL."),
        ("document", "no-such", "The archive has no document under this address."),
    ],
)
def test_what_is_wrong_is_marked_and_nothing_is_written(
    editor: Client, field: str, value: str, said: str
) -> None:
    factories.document(slug="taken")
    address, response = look(editor, file())
    again = editor.post(address, proposed(response) | {f"item1-{field}": value})
    assert again.status_code == 200
    assert said in again.content.decode()
    assert Document.objects.count() == 1
    assert editor.post(address, proposed(response)).status_code == 302


def test_the_same_click_twice_brings_it_in_once(editor: Client) -> None:
    address, response = look(editor, file())
    typed = proposed(response)
    assert [editor.post(address, typed).status_code for _ in range(2)] == [302, 200]
    assert Document.objects.count() == Capture.objects.count() == 1


def test_a_click_while_it_is_brought_in_waits(editor: Client) -> None:
    address, response = look(editor, file())
    Batch(address.split("/")[-2]).take()
    assert "is being brought in right now" in editor.get(address).content.decode()
    assert editor.post(address, proposed(response)).status_code == 200
    assert not Document.objects.exists()


def test_of_two_who_take_a_batch_one_wins(editor: Client) -> None:
    batch = Batch(offer(editor, file())["Location"].split("/")[-2])
    assert [batch.take(), batch.take()] == [True, False]


def test_a_failure_gives_the_batch_back(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address, response = look(editor, file())

    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(ingest, "bring_in", fail)
        with pytest.raises(OSError, match="disk"):
            editor.post(address, proposed(response))
    assert editor.post(address, proposed(response)).status_code == 302
    assert Document.objects.count() == 1


def test_a_duplicate_is_said_before_it_is_confirmed(editor: Client) -> None:
    document = factories.document("Some words.")
    address, response = look(editor, file("Some words."))
    text = response.content.decode()
    assert "The archive has this already" in text
    assert reverse("admin:archive_document_change", args=[document.pk]) in text
    assert "item1-included" not in proposed(response)
    editor.post(address, proposed(response) | {"item1-included": "on"})
    assert Capture.objects.count() == 1
    assert "nothing was written" in editor.get(address).content.decode()


def test_the_same_bytes_from_elsewhere_are_said_to_be_a_new_capture(editor: Client) -> None:
    document = factories.document("Some words.")
    address, response = look(editor, file("Some words."), url="https://example.org/1")
    assert "this becomes a new capture" in response.content.decode()
    editor.post(address, proposed(response))
    assert document.captures.count() == 2
    assert Document.objects.count() == 1


def test_other_bytes_may_be_a_new_capture_of_a_document(editor: Client) -> None:
    document = factories.document("Some words.", slug="a-text")
    address, response = look(editor, file("Some other words."))
    editor.post(address, proposed(response) | {"item1-document": "a-text"})
    assert document.captures.count() == 2


def test_several_files_come_in_together_and_the_unticked_stays_outside(editor: Client) -> None:
    files = [file(f"Words of file {name}.", f"{name}.txt") for name in "abc"]
    address, response = look(editor, *files)
    typed = proposed(response)
    del typed["item2-included"]
    assert editor.post(address, typed).status_code == 302
    names = Capture.objects.order_by("pk").values_list("original_name", flat=True)
    assert [*names] == ["a.txt", "c.txt"]


def test_two_files_with_one_title_are_given_two_addresses(editor: Client) -> None:
    files = [file(f"The title\n\nOther words, number {number}.\n") for number in (1, 2)]
    address, response = look(editor, *files, title="The title")
    typed = proposed(response)
    assert typed["item1-slug"] != typed["item2-slug"]
    assert editor.post(address, typed).status_code == 302


def test_where_one_is_refused_none_comes_in(editor: Client) -> None:
    """Both sheets ask for one address: the second is refused, and the first with it."""
    address, response = look(editor, file("One."), file("Two."))
    typed = proposed(response) | {"item1-slug": "same", "item2-slug": "same"}
    again = editor.post(address, typed)
    assert "is never given twice" in again.content.decode()
    assert not Document.objects.exists()


def test_nothing_ticked_writes_nothing(editor: Client) -> None:
    address, response = look(editor, file())
    typed = proposed(response)
    del typed["item1-included"]
    again = editor.post(address, typed)
    assert "Nothing is ticked" in again.content.decode()
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([], "Choose a file, or paste a text."),
        ([("empty.txt", b"")], "The submitted file is empty."),
        (
            [("a.pdf", b"%PDF-1.7 ...")],
            BROKEN_PDF,
        ),
        ([("p.png", b"\x89PNG\r\n\x1a\n")], "p.png: The file is an image, not a text."),
    ],
)
def test_a_bad_file_is_named_with_the_reason(
    editor: Client, files: list[tuple[str, bytes]], said: str
) -> None:
    response = offer(editor, *(file(data, name) for name, data in files))
    assert response.status_code == 200
    assert said in response.content.decode()


def test_a_bad_file_among_good_ones_stays_outside_and_says_why(editor: Client) -> None:
    address, response = look(editor, file(), file(b"%PDF-1.7", "a.pdf"))
    assert BROKEN_PDF in response.content.decode()
    assert editor.post(address, proposed(response)).status_code == 302
    assert Document.objects.count() == 1


def test_too_many_documents_are_for_the_command(editor: Client) -> None:
    rows = "".join(f'{{"id": "{number}", "text": "Text {number}."}}\n' for number in range(51))
    response = offer(editor, file(rows, "rows.jsonl"))
    assert "use the command `ingest`" in response.content.decode()


def test_another_session_does_not_see_what_was_offered(editor: Client) -> None:
    address, _ = look(editor, file())
    stranger = Client()
    stranger.force_login(factories.editor("ethan"))
    response = stranger.get(address)
    assert (response.status_code, response["Location"]) == (302, reverse("ingest"))
    assert stranger.post(address, {"item1-included": "on"}).status_code == 302
    assert not Document.objects.exists()


@pytest.mark.parametrize("token", ["0" * 32, "..", "%2e%2e"])
def test_a_made_up_token_leads_back_to_the_start(editor: Client, token: str) -> None:
    response = editor.get(f"/admin/ingest/{token}/")
    assert response.status_code in (302, 404)


def test_the_cookie_holds_no_bytes(editor: Client) -> None:
    offer(editor, file("x" * 5000))
    assert all(len(cookie.value) < 200 for cookie in editor.cookies.values())


def test_what_nobody_confirmed_is_gone_after_a_day(editor: Client) -> None:
    address, _ = look(editor, file())
    folder = home() / address.split("/")[-2]
    past = time.time() - LIFETIME - 1
    os.utime(folder, (past, past))
    offer(editor, file("Something else."))
    assert not folder.exists()
    assert "offer it again" in editor.get(address, follow=True).content.decode()


def test_the_bytes_are_dropped_from_the_waiting_room_when_the_archive_has_them(
    editor: Client,
) -> None:
    address, response = look(editor, file())
    editor.post(address, proposed(response))
    folder = home() / address.split("/")[-2]
    assert [path.name for path in folder.rglob("*")] == ["done.json"]


def test_the_page_shows_what_was_recognised_in_the_third_seed(editor: Client) -> None:
    """The words of the comments stand nowhere but in the covered list of them."""
    data = seed(2)
    address, response = look(editor, file(data, "seed.txt"))
    (sheet,) = response.context["sheets"]
    text = response.content.decode()
    assert "17 found, 23 stated by the page" in text
    assert len(sheet.facts["thread"]) == 17
    covered = re.search(r"<details>\s*<summary>Show the words.*?</details>", text, re.DOTALL)
    assert covered
    outside = text.replace(covered[0], "")
    parsed = sheet.item.parsed
    for comment in parsed.comments:
        first = parsed.text[comment.start : comment.end].split("\n")[0][:60]
        handle = parsed.words(comment.author_start, comment.author_end) or ""
        assert len(first) < 12 or first not in outside
        assert len(handle) < 8 or handle not in outside
    assert editor.post(address, proposed(response)).status_code == 302
    assert Case.objects.filter(part="body").count() == 17


def test_the_page_shows_infobox_pairs_and_marks(editor: Client) -> None:
    _, first = look(editor, file(seed(0), "first.txt"))
    kinds = [passage.kind for passage in first.context["sheets"][0].facts["outline"]]
    assert "pair" in kinds
    assert kinds.count("heading") >= 4
    _, second = look(editor, file(seed(1), "second.txt"))
    facts = second.context["sheets"][0].facts
    assert (facts["references"], facts["citations_needed"]) == (["2", "5", "2", "11"], 2)


@pytest.mark.parametrize("who", [factories.moderator, factories.publisher])
def test_who_may_not_bring_in_is_refused(client: Client, who: Callable[[], Any]) -> None:
    client.force_login(who())
    assert client.get(reverse("ingest")).status_code == 403
    assert offer(client, file()).status_code == 403
    assert not home().exists()
