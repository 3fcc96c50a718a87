"""From the bytes of a page to its markup: what is said, and what the bytes say."""

import codecs

import pytest

from archive.ingest import Unreadable, parse
from archive.ingest.html.charsets import charset
from archive.ingest.html.encoding import decode_page
from tests.archive.ingest.html.samples import SAMPLES, expected

POLISH = "<p>Zażółć wnioski, które złożono wczoraj. Większość posłów głosowała.</p>\n" * 20
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
GUESSED = ["The page is said to be in utf-8, and is not."]
GUESSED += ["The encoding of the page is a guess: windows-1250."]
NOT_1252 = "The page is said to be in windows-1252, and is not."


@pytest.mark.parametrize(
    ("head", "codec", "given", "encoding", "warnings"),
    [
        ("", "utf-8", "", "utf-8", []),
        ("<meta charset=utf-8>", "utf-8", "", "utf-8", []),
        ("<META CHARSET = 'Windows-1250'>", "cp1250", "", "windows-1250", []),
        (META.format("windows-1250"), "cp1250", "", "windows-1250", []),
        ("<?xml version='1.0' encoding='ISO-8859-2'?>", "iso8859-2", "", "iso-8859-2", []),
        ("<meta charset=utf-8>", "iso8859-2", "ISO-8859-2", "iso-8859-2", []),
        ("", "iso8859-2", '"latin2"', "iso-8859-2", []),
        ("<!-- <meta charset=big5> --><meta charset=cp1250>", "cp1250", "", "windows-1250", []),
        ("<script>'<meta charset=big5>'</script>", "utf-8", "", "utf-8", []),
        ("<meta charset=utf-16>", "utf-8", "", "utf-8", []),
        ("<meta charset=utf-8>", "cp1250", "", "windows-1250", GUESSED),
        ("<meta charset=iso-8859-1>", "utf-8", "", "utf-8", [NOT_1252]),
        ("<meta charset=windows-1250>", "cp1250", "utf-8", "windows-1250", GUESSED[:1]),
        ("<html>", "utf-16-le", "", "utf-16le", ["The encoding of the page is a guess: utf-16le."]),
    ],
)
def test_what_comes_first_decides_where_the_bytes_do_not_belie_it(
    head: str, codec: str, given: str, encoding: str, warnings: list[str]
) -> None:
    markup = head + POLISH
    assert decode_page(markup.encode(codec), given) == (markup, encoding, warnings)


@pytest.mark.parametrize("said", ["utf-7", "rot13", "unicode_escape", "x-nothing"])
def test_an_encoding_that_no_browser_knows_is_passed_over(said: str) -> None:
    found = decode_page(f"<meta charset={said}>+ADw- ę".encode())
    assert found.text.endswith("+ADw- ę")
    assert found.warnings == [f"The page names an encoding that there is not: {said}."]
    assert charset(said) is None


def test_a_byte_order_mark_outdoes_all_that_is_said() -> None:
    markup = "<meta charset=big5>ę"
    for mark, codec in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        assert decode_page(mark + markup.encode(codec), "shift_jis").text == markup


@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>", "<meta charset=latin1>"])
def test_one_bad_byte_in_a_hundred_thousand_is_replaced_and_told(head: str) -> None:
    data = (head + POLISH * 70).encode() + b"\xff<p>."
    found = decode_page(data)
    assert len(data) > 100_000
    assert (found.encoding, found.text[-5:]) == ("utf-8", "\ufffd<p>.")
    assert found.warnings[-1] == "Bytes that are not UTF-8 replaced by U+FFFD: 1."


def test_bytes_that_an_older_encoding_does_not_have_are_counted() -> None:
    found = decode_page(b"<meta charset=windows-1252>caf\xe9 \x81" + b"so " * 40)
    assert found.text[27:33] == "café \ufffd"
    assert found.warnings == ["Bytes that are not windows-1252 replaced by U+FFFD: 1."]


def test_null_bytes_are_survived_and_told() -> None:
    found = parse(b"<!doctype html><p>a\x00b&#0;</p>\x00")
    assert found.text.startswith("a\ufffdb\ufffd")
    assert found.warnings == ["Characters U+0000 or lone surrogates replaced by U+FFFD: 2."]


@pytest.mark.parametrize("data", [b"<html>\x80\x81\x00\x01" * 99, codecs.BOM_UTF8])
def test_bytes_without_text_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        decode_page(data)
    assert refusal.value.reason.endswith(".")


@pytest.mark.parametrize("piece", [b"<script", b"<!--", b"<", b"<meta ", b"<meta charset", b"&"])
def test_broken_markup_costs_no_more_than_its_length(piece: bytes) -> None:
    data = piece * (400_000 // len(piece)) + b"\xe9"
    assert decode_page(data).text[-1:] != "\xff"


def test_the_sample_pages_are_read_in_their_encodings() -> None:
    for row in expected("encodings"):
        found = parse((SAMPLES / row["file"]).read_bytes(), name=row["file"])
        assert found.encoding == row["true_encoding"]
        assert found.title
        assert row["title"].startswith(found.title) or found.title in row["title"]
        assert "\ufffd" not in found.text
