"""Files, folders and rows, item by item."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from archive.ingest import Item, JoinedComments, read
from tests.archive.ingest.ranges import check
from tests.archive.ingest.seeds import seed

CORPUS = Path(__file__).parents[4] / "shared" / "bench" / "corpus.py"
KEYS = (
    "path status reason format title authors published language url captured_at fetched sha256 "
    "text stated_comments sections comments marks warnings"
)


def rows(path: Path, *values: Any) -> Path:
    path.write_text("".join(json.dumps(value) + "\n" for value in values), "utf-8")
    return path


def one(path: Path, **options: Any) -> Item:
    (item,) = read(path, **options)
    return item


def test_a_file_is_one_item_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"A Walk\r\n\r\nSo it went.")
    item = one(path)
    assert item.parsed is not None
    assert (item.path, item.data, item.title) == (str(path), path.read_bytes(), "A Walk")
    assert (item.reason, item.external_id, item.line) == ("", "", None)


def test_an_item_as_json_has_the_documented_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(seed(2))
    found = one(path).as_json()
    assert list(found) == KEYS.split(" ")
    assert found["status"] == "parsed"
    assert found["sha256"] == hashlib.sha256(seed(2)).hexdigest()
    assert (found["reason"], found["published"], found["language"]) == (None, None, None)
    assert list(found["sections"][0]) == ["kind", "heading", "level", "start", "end"]
    for comment in found["comments"]:
        assert comment["text"] == found["text"][comment["start"] : comment["end"]]
        assert comment["author"] == found["text"][comment["author_start"] : comment["author_end"]]
        assert (comment["posted"], comment["posted_at"]) == (None, None)
    assert json.loads(json.dumps(found)) == found
    assert one(path).as_json("duplicate")["status"] == "duplicate"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "The file is empty."),
        ("empty.jsonl", b"\n \n", "The file is empty."),
        ("a.pdf", b"%PDF-1.7", "The PDF cannot be read: Stream has ended unexpectedly."),
    ],
)
def test_a_file_that_is_not_read_is_an_item_that_says_why(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = one(path).as_json()
    assert (found["status"], found["reason"]) == ("failed", reason)
    assert (found["text"], found["title"], found["format"]) == (None, None, None)
    assert (found["sections"], found["comments"], found["authors"]) == ([], [], [])


def test_a_missing_file_and_an_empty_folder_are_items_that_say_so(tmp_path: Path) -> None:
    assert one(tmp_path / "no.txt").reason == "There is no such file."
    assert one(tmp_path).reason == "The folder holds no files."
    assert one(tmp_path / "no.jsonl", format="jsonl").reason == "There is no such file."


def test_a_file_that_may_not_be_opened_is_an_item_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert (
        one(tmp_path / "loop").reason
        == "The file cannot be read: Too many levels of symbolic links."
    )


def test_a_folder_yields_its_files_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", ".hidden", "a/.git/x", "c.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"text": "So."}\n' if name == "c.jsonl" else "So.")
    names = [os.path.relpath(item.path, tmp_path) for item in read(tmp_path)]
    assert names == ["a/z.txt", "a.txt", "b.txt", "c.jsonl:1"]


def test_each_row_is_an_item_of_its_line_and_a_bad_one_stops_no_other(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(
        b'{"text": "a", "id": 7, "url": "u", "source": "s"}\r\n\n{"text"}\n{"text": "c"}'
    )
    first, bad, last = read(path)
    assert (first.data, first.line) == (b'{"text": "a", "id": 7, "url": "u", "source": "s"}', 1)
    assert (first.external_id, first.url, first.source) == ("7", "u", "s")
    assert bad.parsed is None
    assert bad.reason.startswith("Line 3: The row is not JSON")
    assert (last.path, last.data) == (f"{path}:4", b'{"text": "c"}')


def test_rows_are_known_also_without_the_name(tmp_path: Path) -> None:
    path = rows(tmp_path / "rows.txt", {"text": "a"}, {"text": "b"})
    assert [item.parsed and item.parsed.format for item in read(path)] == ["jsonl", "jsonl"]


def test_comments_of_another_file_are_joined_in_whatever_order(tmp_path: Path) -> None:
    path = rows(tmp_path / "d.jsonl", *({"id": name, "text": name} for name in "abc"))
    comments = rows(
        tmp_path / "c.jsonl",
        {"document": "c", "body": "1", "id": "x"},
        {"document": "a", "body": "2"},
        {"document": "c", "text": "3", "parent": "x", "author": "Ann", "created": "2022-10-03"},
    )
    items = list(read(path, comments_file=comments))
    texts = [item.parsed.text for item in items if item.parsed]
    assert texts == ["a\n\n2", "b", "c\n\n1\n\nAnn\n2022-10-03\n\n3"]
    last = items[2].parsed
    assert last is not None
    check(last)
    assert [each.parent for each in last.comments] == [None, 0]
    lines = comments.read_bytes().split(b"\n")
    digest = hashlib.sha256(lines[0] + b"\n" + lines[2] + b"\n").hexdigest()
    assert last.metadata["joined_comments"] == {"file": "c.jsonl", "rows": 2, "sha256": digest}


def test_comments_of_documents_that_are_not_there_fail(tmp_path: Path) -> None:
    path = rows(tmp_path / "d.jsonl", {"id": "a", "text": "a"}, {"text": "no id"})
    comments = rows(tmp_path / "c.jsonl", {"document": "b", "body": "1"})
    *_, failed = read(path, comments_file=comments)
    assert failed.path == str(comments)
    assert failed.reason == "Comments belong to documents that are not there: 1, the first 'b'."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "Line 2: The row is not JSON: "),
        (b'{"body": "x"}', "Line 2: `document` is missing."),
        (b'{"document": "a", "body": 1}', "Line 2: `body` must be a text."),
    ],
)
def test_a_bad_row_of_comments_lets_nothing_in(tmp_path: Path, line: bytes, reason: str) -> None:
    path = rows(tmp_path / "d.jsonl", {"id": "a", "text": "a"})
    comments = tmp_path / "c.jsonl"
    comments.write_bytes(b'{"document": "a", "body": "x"}\n' + line + b"\n")
    item = one(path, comments_file=comments)
    assert item.parsed is None
    assert item.reason.startswith(reason)


def test_a_missing_file_of_comments_lets_nothing_in(tmp_path: Path) -> None:
    path = rows(tmp_path / "d.jsonl", {"id": "a", "text": "a"})
    assert one(path, comments_file=tmp_path / "no").reason == "There is no such file."


def test_one_file_of_comments_serves_several_paths(tmp_path: Path) -> None:
    paths = [rows(tmp_path / f"{name}.jsonl", {"id": name, "text": name}) for name in "ab"]
    comments = rows(tmp_path / "c.jsonl", *({"document": name, "body": "x"} for name in "ab"))
    with JoinedComments(comments) as joined:
        items = [item for path in paths for item in read(path, comments_file=joined)]
        assert joined.unclaimed() == ""
    assert [len(item.parsed.comments) for item in items if item.parsed] == [1, 1]


def test_a_made_corpus_comes_through_whole(tmp_path: Path) -> None:
    if not CORPUS.exists():
        pytest.skip("The maker of corpora is not beside the clone, in shared/bench/corpus.py.")
    make = [sys.executable, str(CORPUS), str(tmp_path), "--docs", "50"]
    subprocess.run(make, check=True, capture_output=True)
    given, said = (
        [json.loads(line) for line in (tmp_path / f"{name}.jsonl").read_bytes().splitlines()]
        for name in ("documents", "comments")
    )
    items = list(read(tmp_path / "documents.jsonl", comments_file=tmp_path / "comments.jsonl"))
    assert len(items) == len(given) == 50
    for item, row in zip(items, given, strict=True):
        found = item.parsed
        assert found is not None
        check(found)
        assert (item.external_id, item.url, found.title) == (row["id"], row["url"], row["title"])
        assert found.text.startswith(row["text"])
        assert json.loads(item.data) == row
        rows_of = [each for each in said if each["document"] == row["id"]]
        assert [
            (
                each.external_id,
                found.words(each.author_start, each.author_end),
                found.words(each.posted_start, each.posted_end),
                found.text[each.start : each.end],
                None if each.parent is None else found.comments[each.parent].external_id,
            )
            for each in found.comments
        ] == [
            (each["id"], each["author"], each["created"], each["body"], each["parent"])
            for each in rows_of
        ]


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://lamps.example/a?b=c", "https://lamps.example/a?b=c"),
        ("http://lamps.example/ä", "http://lamps.example/ä"),
        ("/lamps", ""),
        ("ftp://lamps.example/a", ""),
        ("https://lamps example/a", ""),
        ("https://lamps.example/" + "a" * 2500, ""),
    ],
)
def test_a_page_is_proposed_to_come_from_the_address_that_it_gives_as_its_own(
    href: str, url: str, tmp_path: Path
) -> None:
    page = tmp_path / "a.html"
    page.write_text(f'<!doctype html><link rel="canonical" href="{href}"><p>So it was.</p>')
    (item,) = read(page)
    assert (item.url, item.reason) == (url, "")


def test_a_link_in_a_folder_brings_nothing_in_from_elsewhere(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret.txt", tmp_path / "folder"
    outside.write_text("Words of another folder.")
    folder.mkdir()
    (folder / "own.txt").write_text("Words of its own.")
    (folder / "link.txt").symlink_to(outside)
    assert [Path(item.path).name for item in read(folder)] == ["own.txt"]
