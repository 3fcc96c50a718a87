"""Names made alike for looking them up, and what a record of one is checked for. Pure."""

import re
from unicodedata import combining, normalize
from urllib.parse import urlsplit

_ALIKE = {
    "'": "\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032\u00b4\u0060\u02b0",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
}
_TABLE = str.maketrans({mark: plain for plain, marks in _ALIKE.items() for mark in marks})
LONGEST = 400
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# How an identifier looks in the files that libraries keep, by host.
_IDENTIFIERS = {
    "www.wikidata.org": r"/(entity|wiki)/Q[1-9]\d*",
    "viaf.org": r"/viaf/[1-9]\d*/?",
    "d-nb.info": r"/gnd/[0-9X-]+",
    "id.loc.gov": r"/authorities/(names|subjects)/[a-z]+\d+",
    "isni.org": r"/isni/\d{15}[\dX]",
    "sws.geonames.org": r"/[1-9]\d*/?",
    "www.geonames.org": r"/[1-9]\d*(/[^/]*)?",
}


def key(name: str) -> str:
    """What two spellings of a name have in common: `Ignát’ev` and `IGNAT'EV` are `ignat'ev`."""
    plain = normalize("NFKD", name.translate(_TABLE).casefold())
    bare = "".join(char for char in plain if not combining(char))
    return " ".join(bare.split())[:LONGEST]


def is_language(tag: str) -> bool:
    """Whether this has the shape of a language tag of BCP 47."""
    return bool(_LANGUAGE.fullmatch(tag))


def is_identifier(address: str) -> bool:
    """Whether this is an address, and one of the right shape on a host that we know."""
    if re.search(r"[\s<>\"]", address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    shape = _IDENTIFIERS.get(parts.netloc, ".*")
    return (
        parts.scheme in ("http", "https")
        and "." in parts.netloc
        and bool(re.fullmatch(shape, parts.path))
    )
