"""Names made alike for looking them up: case, accents, apostrophes, dashes and blanks. Pure."""

from unicodedata import combining, normalize

_ALIKE = {
    "'": "\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032\u00b4\u0060\u02b0",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
}
_TABLE = str.maketrans({mark: plain for plain, marks in _ALIKE.items() for mark in marks})
LONGEST = 400


def key(name: str) -> str:
    """What two spellings of a name have in common: `Ignát’ev` and `IGNAT'EV` are `ignat'ev`."""
    plain = normalize("NFKD", name.translate(_TABLE).casefold())
    bare = "".join(char for char in plain if not combining(char))
    return " ".join(bare.split())[:LONGEST]
