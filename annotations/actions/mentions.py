"""Authority records that a claim is said by, is about or names: part of what the claim says."""

from collections.abc import Iterable

from annotations.models import Claim, Mention, MentionRole
from archive.errors import Refused
from archive.models import Authority, AuthorityKind

Wanted = Iterable[tuple[Authority, str]]

# Which kinds of record can have a role; what a claim is about may be anything.
KINDS: dict[str, set[str]] = {
    MentionRole.SPEAKER: {AuthorityKind.PERSON, AuthorityKind.ORGANISATION},
    MentionRole.ABOUT: set(AuthorityKind.values),
    MentionRole.PLACE: {AuthorityKind.PLACE},
    MentionRole.TREATY: {AuthorityKind.TREATY},
}


def heir(authority: Authority) -> Authority:
    """The record itself, or the one that took over its names, however often that happened."""
    while authority.merged_into:
        authority = authority.merged_into
    return authority


def keys(wanted: Wanted) -> list[list[str]]:
    """Role and uid of each, in order, as a revision keeps them."""
    return [list(key) for key in sorted({(role, authority.uid) for authority, role in wanted})]


def checked(wanted: Wanted) -> list[tuple[Authority, str]]:
    """Each once, a merged record as the one that took over; refuse a role that it cannot have."""
    found = {}
    for authority, role in wanted:
        authority = heir(authority)
        if role not in KINDS:
            raise Refused(f"“{role}” is no role: choose {', '.join(MentionRole.values)}.")
        if authority.kind not in KINDS[role]:
            kinds = " or ".join(sorted(KINDS[role]))
            raise Refused(
                f"“{authority.name}” is a {authority.get_kind_display()}: a {role} is a {kinds}."
            )
        found[authority.pk, role] = (authority, role)
    return list(found.values())


def held(claim: Claim) -> list[tuple[Authority, str]]:
    rows = claim.mentions.select_related("authority").order_by("role", "authority__uid")
    return [(row.authority, row.role) for row in rows]


def tie(claim: Claim, wanted: Wanted) -> None:
    """Let the claim name these records and no others; one that stays keeps its row."""
    there = {(row.authority_id, row.role): row for row in claim.mentions.all()}
    rows = {(authority.pk, role): authority for authority, role in wanted}
    claim.mentions.filter(pk__in=[row.pk for at, row in there.items() if at not in rows]).delete()
    Mention.objects.bulk_create(
        Mention(claim=claim, authority=authority, role=role)
        for (key, role), authority in rows.items()
        if (key, role) not in there
    )
