"""`manage.py ingest`: what it writes, what it says, and how it fails."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Model

from archive.digests import sha256
from archive.models import Blob, Capture, Document, Event, Rendition, Source
from tests import factories
from tests.archive.ingest.seeds import seed

pytestmark = pytest.mark.django_db

KEYS = [
    *["path", "status", "reason", "format", "title", "authors", "published", "language"],
    *["sha256", "text", "stated_comments", "sections", "comments", "warnings"],
]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("A title\n\nA first paragraph of some length.\n")
    return path


def run(*args: Any, **options: Any) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("ingest", *args, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def fail(*args: Any, **options: Any) -> tuple[str, str, str]:
    """The sentence of the failure, and what was said before it."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError) as failure:
        call_command("ingest", *args, stdout=out, stderr=err, **options)
    return str(failure.value), out.getvalue(), err.getvalue()


def rows() -> dict[str, int]:
    models: list[type[Model]] = [Blob, Capture, Document, Event, Rendition, Source]
    return {model.__name__: model._default_manager.count() for model in models}


def test_a_file_comes_in_verbatim(article: Path) -> None:
    out, _ = run(article)
    capture = Capture.objects.get()
    assert out.startswith(f"ingested: {article} → ")
    assert capture.blob.sha256 == sha256(article.read_bytes())
    assert (capture.url, capture.captured_at) == ("", None)
    assert capture.received_by.username == "variorum"


def test_the_same_file_again_writes_nothing_and_counts_as_done(article: Path) -> None:
    run(article)
    before = rows()
    out, _ = run(article)
    assert out.startswith("duplicate: ")
    assert rows() == before


def test_another_address_is_a_new_capture_of_the_same_blob(article: Path) -> None:
    run(article)
    run(article, url="https://example.org/1")
    assert Blob.objects.count() == Document.objects.count() == 1
    assert [*Capture.objects.order_by("pk").values_list("url", flat=True)] == [
        "",
        "https://example.org/1",
    ]


def test_a_dry_run_writes_nothing(article: Path, blob_folder: Path) -> None:
    before = rows()
    out, _ = run(article, dry_run=True)
    assert out.startswith("parsed: ")
    assert rows() == before
    assert not blob_folder.exists()


def test_a_dry_run_does_not_even_make_the_source_that_a_row_names(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"id": "1", "text": "Words.", "source": "A new site"}) + "\n")
    run(path, dry_run=True)
    assert not Source.objects.exists()


def test_a_dry_run_says_what_the_archive_has_already(article: Path) -> None:
    run(article)
    (row,) = json.loads(run(article, dry_run=True, json=True)[0])
    assert row["status"] == "duplicate"


def test_json_is_one_list_and_nothing_else(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text.")
    out, err = run(article, other, dry_run=True, json=True)
    found = json.loads(out)
    assert [row["status"] for row in found] == ["parsed", "parsed"]
    assert set(KEYS) <= set(found[0])
    assert err == ""


def test_unknown_is_null_in_json(tmp_path: Path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("just a few words")
    (row,) = json.loads(run(path, dry_run=True, json=True)[0])
    for key in ("reason", "published", "language", "stated_comments"):
        assert row[key] is None
    assert "" not in [row["title"], row["format"], row["reason"]]


def test_the_third_seed_comes_in_whole(tmp_path: Path) -> None:
    """Counted and compared by range: the words of its comments are not repeated here."""
    path = tmp_path / "seed.txt"
    path.write_bytes(seed(2))
    (row,) = json.loads(run(path, json=True)[0])
    assert (row["status"], row["stated_comments"], len(row["comments"])) == ("ingested", 23, 17)
    assert all(row["text"][each["start"] : each["end"]] == each["text"] for each in row["comments"])
    assert row["sha256"] == sha256(seed(2)) == Blob.objects.get().sha256
    assert Rendition.objects.get().comments.count() == 17


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n rest", "The file is an image, not a text."),
        (b"%PDF-1.7 rest", "The PDF cannot be read: Stream has ended unexpectedly."),
    ],
)
def test_a_file_that_is_not_read_is_named_with_the_reason(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "bad.bin"
    path.write_bytes(content)
    sentence, out, err = fail(path)
    assert err == f"{path}: {said}\n"
    assert sentence.startswith("Not all of it was done: 1 failed. To try these again: ")
    assert out == "1 failed.\n"


def test_a_name_is_shown_and_not_obeyed_by_the_terminal(article: Path, tmp_path: Path) -> None:
    path = article.rename(tmp_path / "\x1b[31m\u202ea\nb.txt")
    out, _ = run(path)
    assert f"ingested: {tmp_path}/\ufffd[31m\ufffda\ufffdb.txt → " in out


def test_a_name_longer_than_can_be_is_refused() -> None:
    _, _, err = fail(Path("a" * 300))
    assert err == f"{'a' * 300}: The file cannot be read: File name too long.\n"


def test_one_bad_file_does_not_keep_the_others_outside(article: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    _, out, err = fail(missing, article)
    assert "1 ingested, 1 failed." in out
    assert err == f"{missing}: There is no such file.\n"
    assert Document.objects.count() == 1


def test_a_failure_is_in_the_json_too(tmp_path: Path) -> None:
    _, out, _ = fail(tmp_path / "missing.txt", json=True)
    (row,) = json.loads(out)
    assert (row["status"], row["reason"]) == ("failed", "There is no such file.")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"source": "no-such"}, "There is no publisher or platform “no-such”"),
        ({"by": "nobody"}, "There is no account “nobody”"),
        ({"by": "rita"}, "The account “rita” may not do this"),
        ({"url": "javascript:alert(1)"}, "“javascript:alert(1)” is no web address."),
        ({"title": "x" * 301}, "The title is longer than 300 characters."),
        ({"comments": "/no/such/file"}, "/no/such/file: The file cannot be read"),
    ],
)
def test_a_wrong_option_is_said_before_anything_is_written(
    article: Path, options: dict[str, str], said: str
) -> None:
    factories.reader()
    before = rows()
    sentence, out, _ = fail(article, **options)
    assert said in sentence
    assert "ingested" not in out
    assert rows()["Document"] == before["Document"]


def test_a_title_is_for_a_single_document(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text.")
    sentence, _, _ = fail(article, other, title="One title")
    assert sentence == "--title and --url are for a single document, and there are several."
    assert not Document.objects.exists()


def test_who_acts_is_named_on_the_chain(article: Path) -> None:
    factories.editor()
    run(article, by="edith")
    assert set(Event.objects.values_list("agent_name", flat=True)) >= {"edith"}
    assert Capture.objects.get().received_by.username == "edith"


def test_source_and_title_are_kept(article: Path) -> None:
    factories.source("a-site")
    run(article, source="a-site", title="My title")
    document = Document.objects.get()
    assert (document.title, document.slug) == ("My title", "my-title")
    assert document.source == Source.objects.get(slug="a-site")


def test_json_lines_are_a_document_a_line_with_its_name_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    lines = [
        json.dumps({"id": f"d{number}", "text": f"Text {number}.", "source": "A site"})
        for number in range(3)
    ]
    path.write_text("\n".join(lines) + "\n")
    run(path)
    assert [*Document.objects.order_by("external_id").values_list("external_id", flat=True)] == [
        "d0",
        "d1",
        "d2",
    ]
    assert Source.objects.get().name == "A site"
    assert {blob.sha256 for blob in Blob.objects.all()} == {sha256(line) for line in lines}


def test_new_bytes_under_the_same_name_elsewhere_are_a_new_capture(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    for text in ("First words.", "Changed words."):
        path.write_text(json.dumps({"id": "d1", "text": text}))
        run(path)
    assert Document.objects.count() == 1
    assert Capture.objects.count() == 2


def test_a_bad_line_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"id": "a", "text": "Fine."}\n{"id": "b"}\n')
    _, out, err = fail(path)
    assert err == f"{path}:2: Line 2: `text` is missing or empty.\n"
    assert "1 ingested" in out


def test_comments_are_joined_by_document(tmp_path: Path) -> None:
    corpus, comments = tmp_path / "corpus.jsonl", tmp_path / "comments.jsonl"
    corpus.write_text('{"id": "a", "text": "Fine."}\n')
    row = {"document": "a", "id": "1", "author": "ann", "body": "Well said."}
    comments.write_text(json.dumps(row) + "\n")
    run(corpus, comments=str(comments))
    comment = Rendition.objects.get().comments.get()
    text = comment.rendition.text
    assert text[comment.start : comment.end] == "Well said."


def test_comments_of_a_document_that_is_not_there_fail(tmp_path: Path) -> None:
    corpus, comments = tmp_path / "corpus.jsonl", tmp_path / "comments.jsonl"
    corpus.write_text('{"id": "a", "text": "Fine."}\n')
    comments.write_text('{"document": "b", "body": "Lost."}\n')
    _, _, err = fail(corpus, comments=str(comments))
    assert err.startswith(f"{comments}: Comments belong to documents that are not there: 1")


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(f"Words of {name}")
    out, _ = run(tmp_path)
    assert out.index("a.txt") < out.index("b.txt")


def test_an_address_that_is_taken_is_refused_without_half_a_document(tmp_path: Path) -> None:
    """A row whose address no browser should follow stays outside, its source too."""
    path = tmp_path / "corpus.jsonl"
    row = {"id": "a", "text": "Words.", "url": "javascript:alert(1)", "source": "A site"}
    path.write_text(json.dumps(row) + "\n")
    _, _, err = fail(path)
    assert "is no web address" in err
    assert not Document.objects.exists()
    assert not Source.objects.exists()


def test_help_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call_command("ingest", "--help")
    assert "manage.py ingest corpus.jsonl --comments" in capsys.readouterr().out


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_a_progress_bar_is_for_terminals(
    article: Path, monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, shown: bool
) -> None:
    monkeypatch.setattr("sys.stderr", stream)
    run(article, dry_run=True)
    assert ("documents/s" in stream.getvalue()) == shown
