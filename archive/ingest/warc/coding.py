"""Undoing what HTTP did to a payload on its way: chunks, and compression. Bounded in memory."""

import zlib

from archive.ingest.unreadable import Unreadable

LARGEST = 50 << 20
_GZIP = b"\x1f\x8b"
_SIZES = (16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS)


def undone(payload: bytes, *, transfer: str, content: str) -> tuple[bytes, list[str]]:
    """The content of a payload, and a sentence for each step that was undone or broke off.

    `transfer` and `content` are the headers Transfer-Encoding and Content-Encoding. Crawlers that
    keep content decoded and the header as it was are known: what is not encoded stays as it is.
    Raises Unreadable for encodings that are not read, and for more than `LARGEST` bytes.
    """
    said: list[str] = []
    if "chunked" in transfer.lower():
        payload = dechunked(payload)
    for name in reversed([each.strip().lower() for each in content.split(",") if each.strip()]):
        if name in ("gzip", "x-gzip", "deflate"):
            payload = _unpacked(payload, name, said)
        elif name not in ("identity", "none", "utf-8") and not _is_text(payload):
            raise Unreadable(f"The content is compressed with {name[:20]}, which is not read.")
    return payload, said


def dechunked(payload: bytes) -> bytes:
    """The chunks put together; the payload itself where it does not come in chunks."""
    parts, at = [], 0
    while (end := payload.find(b"\r\n", at, at + 64)) >= 0:
        try:
            size = int(payload[at:end].split(b";")[0], 16)
        except ValueError:
            break
        if size <= 0:
            break
        parts.append(payload[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts) or payload


def _unpacked(payload: bytes, name: str, said: list[str]) -> bytes:
    if name != "deflate" and not payload.startswith(_GZIP):
        return payload
    ways = _SIZES[1:] if name == "deflate" else _SIZES[:1]
    for way in ways:
        unpacker = zlib.decompressobj(way)
        try:
            content = unpacker.decompress(payload, LARGEST + 1)
        except zlib.error:
            continue
        if len(content) > LARGEST:
            raise Unreadable(f"The content unpacks to more than {LARGEST >> 20} MB.")
        if not unpacker.eof:
            said.append("The compressed content breaks off; what there is of it was read.")
        said.append(f"The original is compressed ({name}); the text is that of its content.")
        return content
    if name == "deflate" and _is_text(payload):
        return payload
    raise Unreadable(f"The content is damaged: it is no {name} data.")


def _is_text(payload: bytes) -> bool:
    """Whether it begins as markup does, and so is not compressed at all."""
    return payload[:512].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")
