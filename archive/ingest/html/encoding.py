"""From the bytes of a page to its markup: what comes first decides, and is checked on the bytes.

The order is: byte order mark; the encoding that came with the page; the one that it declares in an
XML declaration or a `meta` element; UTF-8; what the bytes look like. A declaration that the bytes
belie is passed over with a warning: text that is UTF-8 is so by no accident. A few wrong bytes are
replaced, and counted.
"""

import re
from typing import NamedTuple

from archive.ingest.encoding import Decoded, decode, guess, replace_unstorable, replaced, utf8
from archive.ingest.html.charsets import Charset, charset, named

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HEAD, _FEW = 1 << 16, 400
_GUESS = "The encoding of the page is a guess: {}."
_MISSING = "\ufffd"
# What is unclosed ends with the page, so that none of these looks at a byte more than twice.
_SILENT = rb"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)"
_NO_DECLARATION = re.compile(
    _SILENT + rb"|<(title|noscript)\b.*?(?:</\2|\Z)", re.DOTALL | re.IGNORECASE
)
_MARKUP = re.compile(_SILENT + rb"|<[^<>]*>?", re.DOTALL | re.IGNORECASE)
_META = re.compile(
    rb"<meta\b[^<>]*?\bcharset\s*=[\s\"']*(?P<label>[^\s\"'/<>;]{1,40})", re.IGNORECASE
)
_XML = re.compile(rb"\s*<\?xml\b[^<>]*?\bencoding\s*=\s*[\"'](?P<label>[^\"'<>]{1,40})")
_BODY = re.compile(rb"<body\b", re.IGNORECASE)


class _Said(NamedTuple):
    """Encodings that are said to be the page's, the weightiest first, and what is no encoding."""

    charsets: list[Charset]
    warnings: list[str]


def decode_page(data: bytes, given: str = "") -> Decoded:
    """The markup; `given` is the encoding that came with it. Raises Unreadable as `decode` does.

    U+0000 and lone surrogates become U+FFFD one for one. Every departure is a warning.
    """
    if not data or data.startswith(_MARKS):
        found = decode(data)
        return found._replace(encoding=named(found.encoding))
    found = _wide(data) or _read(data, _said(data, given))
    text, count = replace_unstorable(found.text)
    return Decoded(text, found.encoding, [*found.warnings, *replaced(count)])


def declaration(data: bytes) -> str:
    """The label that a page gives in its head, "" where it gives none."""
    head = _BODY.split(_NO_DECLARATION.sub(b"", data[:_HEAD]), maxsplit=1)[0]
    found = _XML.match(head) or _META.search(head)
    return found["label"].decode("ascii", "replace") if found else ""


def _said(data: bytes, given: str) -> _Said:
    """What can be read as ASCII is not UTF-16, though it say so: then it is taken for UTF-8."""
    found: list[Charset] = []
    warnings = []
    for label in filter(None, dict.fromkeys((given.lower(), declaration(data).lower()))):
        known = charset(label)
        if known is None:
            warnings.append(f"The page names an encoding that there is not: {label}.")
        elif not known.name.startswith("utf-16") or b"\x00" in data[:_HEAD]:
            found.append(known)
    return _Said([*dict.fromkeys(found)], warnings)


def _wide(data: bytes) -> Decoded | None:
    """The text of UTF-16 that nothing names: every other byte of its markup is zero."""
    for codec, zeros in (("utf-16-le", data[1:_FEW:2]), ("utf-16-be", data[:_FEW:2])):
        if zeros.count(0) > 0.6 * len(zeros) and b"\x00<\x00" in b"\x00" + data[:_FEW] + b"\x00":
            text = data.decode(codec, "replace")
            return Decoded(text, named(codec), [_GUESS.format(named(codec)), *_bad(text, codec)])
    return None


def _read(data: bytes, said: _Said) -> Decoded:
    """The text by the first encoding that the bytes do not belie."""
    warnings = list(said.warnings)
    as_utf8 = utf8(data)
    for each in said.charsets:
        if found := _by(data, each, as_utf8):
            return found._replace(warnings=[*warnings, *found.warnings])
        warnings.append(f"The page is said to be in {each.name}, and is not.")
    if as_utf8:
        return as_utf8._replace(warnings=[*warnings, *as_utf8.warnings])
    codec = guess(_MARKUP.sub(b" ", data))
    codec = "cp1252" if codec == "ascii" else codec  # what is not ASCII stands in the markup
    text = data.decode(codec, "replace")
    warnings.append(_GUESS.format(named(codec)))
    return Decoded(text, named(codec), [*warnings, *_bad(text, named(codec))])


def _by(data: bytes, said: Charset, as_utf8: Decoded | None) -> Decoded | None:
    if said.name == "utf-8" or (as_utf8 and _is_surely(as_utf8)):
        return as_utf8 if said.name == "utf-8" else None
    text = data.decode(said.codec, "replace")
    if text.count(_MISSING) * 50 > len(text):
        return None
    return Decoded(text, said.name, _bad(text, said.name))


def _is_surely(as_utf8: Decoded) -> bool:
    """Whether there are characters beyond ASCII, and twenty for each byte that is wrong."""
    beyond = len(as_utf8.text) - len(as_utf8.text.encode("ascii", "ignore"))
    return beyond > 20 * as_utf8.text.count(_MISSING)


def _bad(text: str, name: str) -> list[str]:
    count = text.count(_MISSING)
    return [f"Bytes that are not {name} replaced by U+FFFD: {count}."] * bool(count)
