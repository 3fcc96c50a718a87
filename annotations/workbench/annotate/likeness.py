"""Is this claim already here? Claims that are like some words, the likest first."""

import re

from django.db.models import Q
from rapidfuzz import fuzz, utils

from annotations.models import Claim, ClaimState

# How many rows with one of the words are weighed, and how many are shown.
WEIGHED, SHOWN = 400, 8
WORDS = 8


def like(words: str) -> list[Claim]:
    """Claims in use that have some of the words, in statement, address or speaker."""
    sought = sorted(set(re.findall(r"\w+", words.casefold())), key=len, reverse=True)[:WORDS]
    having = Q(pk=None)
    for word in sought:
        having |= (
            Q(statement__icontains=word) | Q(slug__icontains=word) | Q(speaker__icontains=word)
        )
    found = Claim.objects.filter(having, state=ClaimState.ACTIVE)[:WEIGHED]
    return sorted(found, key=lambda claim: (-_likeness(words, claim), claim.slug))[:SHOWN]


def _likeness(words: str, claim: Claim) -> float:
    there = f"{claim.statement} {claim.slug} {claim.speaker}"
    return fuzz.token_set_ratio(words, there, processor=utils.default_process)
