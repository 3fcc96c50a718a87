"""Is this claim already here? Claims that are like some words, the likest first.

As many questions in a large archive as in a small one, over indexes: by words of the claim, the
last perhaps only begun, and by any name of the authority records that it names.
"""

from collections import Counter
from collections.abc import Iterable

from django.db import connection
from django.db.models import Q
from rapidfuzz import fuzz

from annotations.actions.claim_words import folded
from annotations.models import (
    Annotation,
    AnnotationState,
    Assessment,
    Claim,
    ClaimState,
    ClaimWord,
    Mention,
)
from archive.models import Authority
from archive.naming import key
from archive.searching.authorities import known

# How many claims that share words are weighed, and how many are shown.
WEIGHED, SHOWN = 60, 8
# Of claims with one word so many are looked at; a rarer word decides among more.
COMMON, SCALE = 1000, 1_000_000
# Of what is typed: the rarest words are among the longest.
WORDS = 6
LONGEST_NAME = 5
# A word that is so short says nothing unless it is the only one, or a number.
SHORT = 3
LAST = chr(0x10FFFF)


def like(words: str) -> list[Claim]:
    """Claims in use that have some of the words, in statement, address, topics or names."""
    sought = _sought(words)
    named = _named(words)
    if not sought and not named:
        return []
    shared = _sharing(sought)
    keys = {*shared, *named}
    rows = list(Claim.objects.filter(pk__in=keys, state=ClaimState.ACTIVE))
    rows.sort(key=lambda claim: (-_likeness(words, claim, claim.pk in named), claim.slug))
    return rows[:SHOWN]


def _sought(words: str) -> list[str]:
    found = folded(words)
    telling = [word for word in found if len(word) > SHORT or word.isdigit()] or found
    last = found[-1:] if found and found[-1] in telling else []
    longest = sorted((word for word in telling if word not in last), key=len, reverse=True)
    return [*longest[: WORDS - 1], *last]


def _begun(word: str) -> Q:
    """Words with this beginning, in the form for which each database uses its index."""
    if connection.vendor == "postgresql":
        return Q(word__startswith=word)
    return Q(word__gte=word, word__lt=word + LAST)


def _sharing(sought: Iterable[str]) -> list[int]:
    """The claims with most of the words, a rare one counting for more than a common one."""
    shared: Counter[int] = Counter()
    for word in sought:
        rows = ClaimWord.objects.filter(_begun(word)).order_by()
        having = set(rows.values_list("claim", flat=True)[:COMMON])
        shared.update(dict.fromkeys(having, SCALE // (1 + len(having))))
    return [claim for claim, _ in shared.most_common(WEIGHED)]


def _named(words: str) -> set[int]:
    """The claims that name a record which some of the words in a row are a name of."""
    spelt = key(words).split()[:24]
    runs = {
        " ".join(spelt[start : start + length])
        for length in range(1, LONGEST_NAME + 1)
        for start in range(len(spelt) - length + 1)
    }
    found = known(run for run in runs if len(run) > SHORT) if runs else {}
    records: set[Authority] = {record for rows in found.values() for record in rows}
    if not records:
        return set()
    mentions = Mention.objects.filter(
        Q(authority__in=records) | Q(authority__merged_into__in=records)
    )
    return set(mentions.order_by("-claim").values_list("claim", flat=True)[:WEIGHED])


def told(claims: list[Claim]) -> list[dict[str, str]]:
    """What tells a person whether a claim is the one: its standing, and where it is made."""
    judged = {row.claim_id: row for row in Assessment.objects.current().filter(claim__in=claims)}
    marks = Annotation.objects.filter(claim__in=claims, state=AnnotationState.ACTIVE)
    rows = marks.order_by().values_list("claim", "rendition__capture__document__title").distinct()
    made: dict[int, list[str]] = {}
    for claim, title in sorted(rows):
        made.setdefault(claim or 0, []).append(title)
    return [_told(claim, judged.get(claim.pk), made.get(claim.pk, [])) for claim in claims]


def _told(claim: Claim, judged: Assessment | None, titles: list[str]) -> dict[str, str]:
    standing = judged.get_verdict_display() if judged else "not judged yet"
    if judged and judged.credibility:
        standing = f"{judged.credibility}, {standing}"
    more = f" and {len(titles) - 2} more" if len(titles) > 2 else ""
    return {
        "slug": claim.slug,
        "statement": claim.statement,
        "kind": claim.get_kind_display(),
        "standing": standing,
        "made": f"made in {', '.join(titles[:2])}{more}" if titles else "made nowhere yet",
    }


def _likeness(words: str, claim: Claim, is_named: bool) -> float:
    """How alike two folded statements are, in any order and as they stand; a name helps."""
    typed, there = key(words), key(claim.statement)
    beside = " ".join([there, claim.slug.replace("-", " "), *map(str, claim.topics)])
    anyhow: float = fuzz.token_set_ratio(typed, key(beside))
    return anyhow + fuzz.partial_ratio(typed, there) / 2 + fuzz.ratio(typed, there) / 2 + (
        20 * is_named
    )  # fmt: skip
