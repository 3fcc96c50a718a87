"""Web archives: WARC and ARC files, and WACZ packages of them. Each document is an item.

The original that is kept is the payload as it stands in the record; chunks and compression of
HTTP are undone for the text alone.
"""

from archive.ingest.warc.digest import of as digest_of
from archive.ingest.warc.payloads import Payloads, Wanted
from archive.ingest.warc.reading import is_web_archive, read

__all__ = ["Payloads", "Wanted", "digest_of", "is_web_archive", "read"]
