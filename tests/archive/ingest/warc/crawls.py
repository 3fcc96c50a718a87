"""Web archives made for tests, record by record."""

import base64
import gzip
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from archive.ingest import Item, Payloads, read

PAGE = b"<!doctype html><title>A walk</title><h1>A walk</h1><p>So it went, all day long.</p>"
ADDRESS, DATE = "https://example.org/walk", "2022-09-14T08:30:00Z"


class Crawl:
    """A WARC file that grows; its digests are right unless `headers` give others."""

    def __init__(self, *, is_gzip: bool = False) -> None:
        self.data, self.is_gzip, self.offsets = b"", is_gzip, list[int]()

    def add(
        self,
        payload: bytes = PAGE,
        *,
        address: str = ADDRESS,
        date: str = DATE,
        kind: str = "response",
        status: str = "200 OK",
        http: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> "Crawl":
        """One more record; `http` are the headers of the answer, `headers` those of the record."""
        answer = {"Content-Type": "text/html; charset=utf-8"} | dict(http or {})
        is_http = kind in ("response", "revisit") and address.startswith("http")
        block = payload
        if is_http:
            block = lines(f"HTTP/1.1 {status}", answer) + payload
        said = {
            "WARC-Type": kind,
            "WARC-Record-ID": f"<urn:uuid:{len(self.offsets):032}>",
            "WARC-Target-URI": address,
            "WARC-Date": date,
            "WARC-Payload-Digest": sha1(payload),
            "WARC-Block-Digest": sha1(block),
            "Content-Type": "application/http" if is_http else answer["Content-Type"],
            "Content-Length": str(len(block)),
        }
        record = lines("WARC/1.0", said | dict(headers or {})) + block + b"\r\n\r\n"
        self.offsets.append(len(self.data))
        self.data += gzip.compress(record) if self.is_gzip else record
        return self

    def revisit(self, digest: str, **said: Any) -> "Crawl":
        """A record that says: the same as before."""
        return self.add(b"", kind="revisit", headers={"WARC-Payload-Digest": digest}, **said)

    def save(self, path: Path) -> Path:
        path.write_bytes(self.data)
        return path


def lines(first: str, headers: Mapping[str, str]) -> bytes:
    rows = [first, *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(rows).encode()


def sha1(data: bytes) -> str:
    """The digest as crawlers write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def items(path: Path, payloads: Payloads | None = None) -> list[Item]:
    return [*read(path, payloads=payloads)]


def said(found: Iterable[Item]) -> list[str]:
    """Why each of them is not read, "" where it is."""
    return [item.reason for item in found]
