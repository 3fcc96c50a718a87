"""Finding authority records by any of their names, however they are spelt."""

import re
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from archive.models import Authority, Name
from archive.naming import key


def match(authorities: QuerySet[Authority], query: str) -> QuerySet[Authority]:
    """Those that have a name with every word of the query in it, or this identifier."""
    query = re.sub(r'["\x00]', " ", query).strip()
    words = key(query).split()
    if not words:
        return authorities.none()
    own, other = Q(), Q(authority=OuterRef("pk"))
    for word in words:
        own &= Q(key__contains=word)
        other &= Q(key__contains=word)
    named = own | Exists(Name.objects.filter(other))
    return authorities.filter(named | Q(identifiers__icontains=query) | Q(uid=query))


def known(names: Iterable[str]) -> dict[str, list[Authority]]:
    """Of these names those that records have, with the records."""
    keys = {name: key(name) for name in names}
    wanted = [*keys.values()]
    found = defaultdict(list)
    for row in Authority.objects.filter(merged_into=None, key__in=wanted):
        found[row.key].append(row)
    others = Name.objects.filter(authority__merged_into=None, key__in=wanted)
    for name in others.select_related("authority"):
        if name.authority not in found[name.key]:
            found[name.key].append(name.authority)
    return {name: found[spelt] for name, spelt in keys.items() if found[spelt]}
