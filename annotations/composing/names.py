"""Authority records that a claim names, as readers see them."""

from annotations.actions.mentions import heir
from annotations.models import Claim
from archive.models import Authority
from archive.payloads import NamePart

PREFETCH = ("mentions__authority__names", "mentions__authority__merged_into__names")


def name_parts(claim: Claim) -> list[NamePart]:
    """By role, then by name; a record that was merged is the one that took over."""
    found = {
        (row.role, (record := heir(row.authority)).uid): record for row in claim.mentions.all()
    }
    parts = [name_part(role, record) for (role, _), record in found.items()]
    return sorted(parts, key=lambda part: (part["role"], part["name"], part["uid"]))


def name_part(role: str, record: Authority) -> NamePart:
    others = {row.text for row in record.names.all()} - {record.name}
    return NamePart(
        role=role,
        uid=record.uid,
        kind=record.kind,
        name=record.name,
        variants=sorted(others),
        dates=record.dates,
        description=record.description,
        identifiers=list(record.identifiers),
    )
