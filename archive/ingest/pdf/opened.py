"""A PDF opened within bounds. Its parser raises what it likes on broken files: here it is named."""

import io
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from pypdf import PageObject, PdfReader, apply_configuration

from archive.ingest.unreadable import Unreadable

MOST_PAGES = 10_000
LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": 50_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "zlib_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 100_000_000,
    "stream_parsing_work_maximum_count": 250_000,
    "xform_maximum_invocations_per_extraction": 40,
    "outline_maximum_entries": 10_000,
    "outline_maximum_depth": 30,
    "page_tree_maximum_entries": 2 * MOST_PAGES,
}
_SECONDS, _SECONDS_A_PAGE = 60, 0.5
_T = TypeVar("_T")

# What it finds amiss and mends it says in the log; what it cannot mend it raises.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


class Encrypted(Exception):
    """The file cannot be read without its password."""


@contextmanager
def bounded() -> Iterator[None]:
    """Everything that is read of a PDF is read under these limits."""
    with apply_configuration(**LIMITS):
        yield


def opened(data: bytes) -> PdfReader:
    """The file, decrypted where it takes no password. Raises Unreadable or Encrypted."""
    reader = sound(lambda: PdfReader(io.BytesIO(data)))
    if sound(lambda: reader.is_encrypted) and not attempt(lambda: reader.decrypt(""), 0):
        raise Encrypted
    return reader


def pages(reader: PdfReader) -> Iterator[PageObject]:
    """Each page. Raises Unreadable for too many, and where reading them takes too long."""
    count = sound(lambda: len(reader.pages))
    if not count:
        raise Unreadable("The PDF cannot be read: no pages were found in it.")
    if count > MOST_PAGES:
        raise Unreadable(f"The PDF has {count:,} pages; at most {MOST_PAGES:,} are read.")
    started = time.process_time()
    for at in range(count):
        if time.process_time() - started > _SECONDS + at * _SECONDS_A_PAGE:
            raise Unreadable(f"The PDF takes too long to read: page {at} of {count} was reached.")
        yield sound(partial(_page, reader, at))


def _page(reader: PdfReader, at: int) -> PageObject:
    return reader.pages[at]


def sound(read: Callable[[], _T]) -> _T:
    """What was read, or Unreadable where the file is broken."""
    try:
        return read()
    except Exception as error:
        said = str(error).splitlines()[0][:200].rstrip(".") if str(error) else "it is broken"
        raise Unreadable(f"The PDF cannot be read: {said}.") from None


def attempt(read: Callable[[], _T], otherwise: _T) -> _T:
    """What was read, or something else where that part of the file is broken."""
    try:
        return read()
    except Exception:
        return otherwise
