"""What a response says once its dress is off: gzip, entities, JSON escapes, percent, tags. Pure."""

import gzip
import html
import re
from urllib.parse import unquote

ROUNDS = 3
GZIP = b"\x1f\x8b"
TAG = re.compile(r"<[^<>]*>")
ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\[nrtbf]")
CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}
PUNCTUATION = re.compile(r"[^\w\s]|_")


def unpacked(body: bytes) -> str:
    """The body as text, decompressed where it is compressed."""
    if body.startswith(GZIP):
        body = gzip.decompress(body)
    return body.decode("utf-8", "replace")


def unescaped(text: str) -> str:
    """Without the escapes of JSON strings; surrogate pairs become their character."""
    return ESCAPE.sub(one_escape, text)


def one_escape(match: re.Match[str]) -> str:
    found = match.group()
    if found[1] != "u":
        return CONTROLS[found[1]]
    units = bytes.fromhex(found.replace("\\u", ""))
    return units.decode("utf-16-be", "replace")


def undressed(text: str) -> str:
    """Entities, escapes and percent signs undone, also where one is inside another."""
    for _ in range(ROUNDS):
        plainer = unquote(unescaped(html.unescape(text)), errors="replace")
        if plainer == text:
            break
        text = plainer
    return text


def readings(body: bytes) -> set[str]:
    """Every way to read the body: with its tags, and without them, as gaps and as nothing.

    Tags go before and after decoding: markup may be written in entities, as in a feed.
    """
    text = unpacked(body)
    found = {undressed(text)}
    for gap in ("", " "):
        found.add(undressed(TAG.sub(gap, text)))
        found.add(TAG.sub(gap, undressed(text)))
    return {reading.casefold() for reading in found}


def spellings(text: str) -> list[list[str]]:
    """The words of a text, case folded: punctuation as nothing, and as a gap."""
    folded = text.casefold()
    return [PUNCTUATION.sub(gap, folded).split() for gap in ("", " ")]


def squashed(text: str) -> str:
    """Letters and digits in a row, nothing between them."""
    return "".join(PUNCTUATION.sub("", text.casefold()).split())
