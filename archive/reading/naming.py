"""Persons, places and treaties that a claim names, as a page shows them. Pure."""

from typing import Any

from archive.payloads import NamePart

ROLES = {"speaker": "Speaker", "about": "About", "place": "Place", "treaty": "Treaty"}
HOSTS = {
    "www.wikidata.org": "Wikidata",
    "viaf.org": "VIAF",
    "d-nb.info": "GND",
    "id.loc.gov": "Library of Congress",
    "isni.org": "ISNI",
    "www.geonames.org": "GeoNames",
    "sws.geonames.org": "GeoNames",
}


def named(claim: dict[str, Any]) -> list[tuple[str, list[NamePart]]]:
    """What the claim names by role; editions from before there were any name nothing."""
    parts: list[NamePart] = claim.get("names", [])
    by_role = [(title, [each for each in parts if each["role"] == role])
               for role, title in ROLES.items()]  # fmt: skip
    return [(title, found) for title, found in by_role if found]


def unnamed(claim: dict[str, Any], role: str) -> str:
    """The text's own words for a speaker or place, where no record has them for a name."""
    words: str = claim[role]
    known = (
        name
        for part in claim.get("names", [])
        if part["role"] == role
        for name in (part["name"], *part["variants"])
    )
    return "" if words in known else words


def host(address: str) -> str:
    """What a reader calls the place that an address leads to."""
    name = address.partition("//")[2].partition("/")[0]
    return HOSTS.get(name, name)
