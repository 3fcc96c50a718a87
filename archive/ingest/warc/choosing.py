"""Which records hold a document, and in what format; the others by what they are."""

from urllib.parse import urlsplit

from archive.ingest.warc.record import HTTP, Record

TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "auto",
    "text/markdown": "text",
    "text/x-wiki": "wikitext",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
# Types that say nothing: the first bytes decide.
VAGUE = ("", "application/octet-stream", "binary/octet-stream", "application/x-download")
CARRIERS = ("response", "resource", "revisit")
_STARTS = ((b"%PDF-", "pdf"), (b"<!doctype html", "html"), (b"<html", "html"))
_GROUPS = (
    ("image", "images"),
    ("font", "fonts"),
    ("video", "films"),
    ("audio", "sounds"),
    ("css", "style sheets"),
    ("javascript", "scripts"),
    ("ecmascript", "scripts"),
    ("json", "data"),
    ("xml", "data"),
)


def media_type(record: Record) -> str:
    """The type of the payload without its parameters, in small letters."""
    own = "" if record.kind == "revisit" else record.header("Content-Type")
    written = record.answer("Content-Type") or ("" if record.http else own)
    named = written or record.header("WARC-Identified-Payload-Type")
    return named.split(";")[0].strip().lower()


def left_out(record: Record) -> str:
    """What kind of thing the record is, if it is no document; "" if it is or may be one."""
    address, status = record.address.lower(), record.status
    if not address.startswith((*HTTP, "ftp:")):
        return "addresses that are not of the web"
    if record.kind == "response" and record.http is None and address.startswith(HTTP):
        return "answers without HTTP headers"
    if record.kind != "revisit" or status != 304:
        if status and 300 <= status < 400:
            return "redirects"
        if status and status not in (200, 203):
            return "answers other than 200"
    if urlsplit(address).path == "/robots.txt":
        return "rules for robots"
    return "" if (kind := media_type(record)) in (*TYPES, *VAGUE) else _group(kind)


def _group(media: str) -> str:
    return next((name for sign, name in _GROUPS if sign in media), "other types")


def format_of(media: str, content: bytes) -> str:
    """The format to read the content as; "" for what shows itself to be no document."""
    if media in TYPES:
        return TYPES[media]
    start = content[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return next((kind for sign, kind in _STARTS if start.startswith(sign)), "")
