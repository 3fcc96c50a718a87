"""Which format a file is in, and what is refused."""

import json

import pytest

from archive.ingest import Unreadable, parse


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("A walk.\nAnd back.", "text"),
        ("a == b", "text"),
        ("Way\n====\n\nSo.", "text"),
        ("C++ [[nodiscard]] int f();", "text"),
        ("{\n  not json", "text"),
        ('{"title": "no text"}', "text"),
        ("= Walk =\nSo.", "wikitext"),
        ("So.\r== Way ==\rSo.", "wikitext"),
        ("Infobox\n- Date: 1856", "wikitext"),
        ("The '''Walk''' is a [[river]] in [[Walkland]].", "wikitext"),
        ("\n<!DOCTYPE html><p>a", "html"),
        ("\ufeff<?xml version='1.0'?>\n<!-- saved -->\n<HTML lang=en><p>a", "html"),
        ("<!-- a --> <head><title>a</title></head> a", "html"),
        ("<p>a <b>walk</b>", "text"),
        ("<htmlish> <header>", "text"),
        ('{"text": "A walk."}', "jsonl"),
        ('\ufeff{"text": "A walk."}', "jsonl"),
    ],
)
def test_the_format_is_recognised(text: str, form: str) -> None:
    assert parse(text.encode()).format == form


MANY = "A web archive is not one item: it is read record by record, from a path."


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "The file is empty."),
        (b"\xef\xbb\xbf", "a.txt", "The file holds nothing but a byte order mark."),
        (b"%PDF-1.7\n", "a.txt", "The PDF cannot be read: Stream has ended unexpectedly."),
        (b"PK\x03\x04 word/a.xml", "", "The zip file is broken: File is not a zip file."),
        (b"PK\x03\x04 mimetype", "", "The file is a zip file, not a text."),
        (b"WARC/1.0\r\n", "", MANY),
        (b"\x1f\x8b\x08", "a.warc.gz", MANY),
        (b"\x1f\x8b\x08", "a.txt.gz", "The file is a gzip file, not a text."),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "The file is an image, not a text."),
        (b"not json", "a.jsonl", "The row is not JSON: Expecting value: line 1 column 1 (char 0)."),
    ],
)
def test_what_is_not_read_is_refused_with_a_sentence(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(data, name=name)
    assert refusal.value.reason == reason


def test_a_format_of_many_items_is_not_read_as_one() -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(b"A walk.", format="warc")
    assert refusal.value.reason == MANY


def test_a_format_that_nobody_knows_is_refused_with_those_that_are() -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(b"A walk.", format="epub")
    assert refusal.value.reason == (
        "There is no format “epub”; there are auto, text, wikitext, html, pdf, docx, jsonl."
    )


def test_a_page_in_a_wide_encoding_is_known_by_its_first_words() -> None:
    assert parse("<!doctype html><p>a".encode("utf-16")).format == "html"


def test_the_name_of_a_file_says_that_it_is_a_page() -> None:
    assert parse(b"<p>a", name="a.HTM").format == "html"


def test_a_format_given_by_hand_outdoes_the_name_but_not_the_bytes() -> None:
    assert parse(b"<p>a", name="a.html", format="text").text == "<p>a"
    with pytest.raises(Unreadable, match="PDF"):
        parse(b"%PDF-1.7", format="text")


def test_several_rows_are_not_one_document() -> None:
    row = json.dumps({"text": "a"}).encode()
    with pytest.raises(Unreadable, match="holds 2 documents"):
        parse(row + b"\n" + row + b"\n")
