"""From bytes to text: what was received, with as little guessing as can be."""

import codecs
import re
from typing import NamedTuple

from archive.ingest.unreadable import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPED = re.compile("[\udc80-\udcff]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\r\x0b\x0c\x1b"})
_MISSING = "\ufffd"
_SAMPLE = 1 << 17


class Decoded(NamedTuple):
    text: str
    encoding: str
    warnings: list[str]


def decode(data: bytes) -> Decoded:
    """The text of the bytes: by byte order mark, as UTF-8, or in the encoding they look like.

    U+0000 and lone surrogates become U+FFFD one for one. Every departure from the received bytes
    is a warning. Raises Unreadable where there is no text.
    """
    if not data:
        raise Unreadable("The file is empty.")
    decoded = _by_mark(data) or utf8(data) or _guessed(data)
    if not decoded.text:
        raise Unreadable("The file holds nothing but a byte order mark.")
    text, count = replace_unstorable(decoded.text)
    return Decoded(text, decoded.encoding, [*decoded.warnings, *replaced(count)])


def replace_unstorable(text: str) -> tuple[str, int]:
    """The text with U+FFFD for what no database takes, and how many there were."""
    return _UNSTORABLE.subn(_MISSING, text)


def replaced(count: int) -> list[str]:
    """The warning that characters were replaced, if there is one to give."""
    warning = f"Characters U+0000 or lone surrogates replaced by U+FFFD: {count}."
    return [warning] if count else []


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            warning = f"A byte order mark ({encoding}) was left out of the text."
            return _lenient(data[len(mark) :], encoding, [warning])
    return None


def _lenient(data: bytes, encoding: str, warnings: list[str]) -> Decoded:
    """Surrogates pass here, so that they are replaced and counted one for one."""
    try:
        return Decoded(data.decode(encoding, "surrogatepass"), encoding, warnings)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    warning = f"Not all of it is {encoding}; the text now holds U+FFFD: {text.count(_MISSING)}."
    return Decoded(text, encoding, [*warnings, warning])


def utf8(data: bytes) -> Decoded | None:
    """UTF-8, also with a few bytes that are not: then a good character vouches for each."""
    try:
        return Decoded(data.decode("utf-8", "surrogatepass"), "utf-8", [])
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
    text, bad = _ESCAPED.subn(_MISSING, text)
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    warning = f"Bytes that are not UTF-8 replaced by U+FFFD: {bad}."
    return Decoded(text, "utf-8", [warning]) if good >= bad else None


def _guessed(data: bytes) -> Decoded:
    encoding = guess(data)
    text = data.decode(encoding, "replace")
    bad = text.count(_MISSING)
    warnings = [f"The text is not UTF-8; it was read as {encoding}, which is a guess."]
    return Decoded(text, encoding, warnings + [f"Bytes replaced by U+FFFD: {bad}."] * bool(bad))


def guess(data: bytes) -> str:
    """The codec that the bytes look like. Raises Unreadable where they look like none."""
    encoding = _likely(data)
    sample = data[:_SAMPLE]
    is_binary = len(sample.translate(None, _CONTROLS)) < 0.95 * len(sample)
    if encoding is None or is_binary:
        raise Unreadable("The file is not text in any encoding that could be recognised.")
    return encoding


def _likely(data: bytes) -> str | None:
    """The one place that knows the detector. It looks at bytes near those that are not ASCII."""
    import chardet

    beyond = re.search(rb"[\x80-\xff]", data)
    start = max(0, beyond.start() - _SAMPLE // 2) if beyond else 0
    name = chardet.detect(data[start : start + _SAMPLE])["encoding"]
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None
