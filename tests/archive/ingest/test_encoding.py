"""From bytes to text: unchanged where that can be, and else said so."""

import codecs

import pytest

from archive.ingest import Unreadable, parse
from archive.ingest.encoding import decode

POLISH = "Zażółć wnioski, które złożono wczoraj. Większość posłów głosowała przeciw ustawie.\n" * 20


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc\n", " a\u00a0\u2028b\x85\x0c", "e\u0301", "\u05d0\u0644", "🦊", "\u00ad"]
)
def test_valid_utf8_is_the_text_unchanged(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8", [])


def test_a_byte_order_mark_is_left_out_with_a_warning() -> None:
    found = decode(codecs.BOM_UTF8 + "né\r\n".encode())
    assert found.text == "né\r\n"
    assert found.warnings == ["A byte order mark (utf-8) was left out of the text."]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_wider_encodings_are_known_by_their_mark(mark: bytes, encoding: str) -> None:
    found = decode(mark + "né 🦊".encode(encoding))
    assert (found.text, found.encoding) == ("né 🦊", encoding)


@pytest.mark.parametrize(
    ("data", "text", "count"),
    [
        (b"a\x00b\x00", "a\ufffdb\ufffd", 2),
        ("a\ud800b".encode("utf-8", "surrogatepass"), "a\ufffdb", 1),
        (codecs.BOM_UTF16_LE + "a\udc00b".encode("utf-16-le", "surrogatepass"), "a\ufffdb", 1),
    ],
)
def test_nulls_and_lone_surrogates_are_replaced_one_for_one(
    data: bytes, text: str, count: int
) -> None:
    found = decode(data)
    assert found.text == text
    assert found.warnings[-1].endswith(f"replaced by U+FFFD: {count}.")


def test_a_few_bad_bytes_in_utf8_are_replaced_and_counted() -> None:
    found = decode("größer und schöner, müßig für Gäste ".encode() + b"\xff\xfe.")
    assert found.text.endswith("Gäste \ufffd\ufffd.")
    assert (found.encoding, found.warnings) == (
        "utf-8",
        ["Bytes that are not UTF-8 replaced by U+FFFD: 2."],
    )


def test_half_a_character_behind_a_byte_order_mark_is_counted() -> None:
    found = decode(codecs.BOM_UTF16_LE + "né".encode("utf-16-le") + b"a")
    assert found.text == "né\ufffd"
    assert found.warnings[-1] == "Not all of it is utf-16-le; the text now holds U+FFFD: 1."


def test_an_older_encoding_is_guessed_and_named() -> None:
    found = decode(POLISH.encode("cp1250"))
    assert found.text == POLISH
    assert found.warnings == [
        f"The text is not UTF-8; it was read as {found.encoding}, which is a guess."
    ]


@pytest.mark.parametrize(
    "data", [b"", codecs.BOM_UTF8, bytes(range(256)) * 4, b"\x80\x00\x01" * 99]
)
def test_bytes_without_text_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(data, format="text")
    assert refusal.value.reason.endswith(".")
