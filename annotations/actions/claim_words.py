"""The words by which claims are looked up while somebody types."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import AppConfig
from django.db import transaction

from annotations.models import Claim, ClaimState, ClaimWord
from annotations.models.claim_word import LONGEST
from archive.naming import key

# Claims held in memory at a time.
FEW = 200
# In a statement of more words nobody looks for the last ones.
MOST = 80


def folded(text: str) -> list[str]:
    """The words as spellings share them: in one case, without accents, each once, in order."""
    # `key` keeps the beginning of long names only, so it is asked word by word.
    found = (key(word)[:LONGEST] for word in re.findall(r"\w+", text))
    return list(dict.fromkeys(word for word in found if word))


def said(claim: Claim) -> Iterator[str]:
    """What the claim says, and what those say that were merged into it."""
    for each in [claim, *claim.merged.all()]:
        yield from (each.statement, each.slug.replace("-", " "), each.speaker, each.place)
        yield from (each.when_written, each.when_edtf[:4])
        yield from map(str, each.topics)


def index(claims: Iterable[Claim]) -> None:
    """Look these claims up by what they say now; those that are not in use are not found."""
    rows = {
        claim.pk: folded(" ".join(said(claim)))[:MOST] if claim.state == ClaimState.ACTIVE else []
        for claim in claims
    }
    ClaimWord.objects.filter(claim__in=rows).delete()
    ClaimWord.objects.bulk_create(
        ClaimWord(claim_id=claim, word=word) for claim, words in rows.items() for word in words
    )


@transaction.atomic
def rebuild() -> int:
    """Make the index of all claims anew; returns how many there are."""
    keys = list(Claim.objects.order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(keys), FEW):
        index(Claim.objects.filter(pk__in=keys[at : at + FEW]).prefetch_related("merged"))
    return len(keys)


def saved(sender: type[Claim], instance: Claim, **kwargs: Any) -> None:
    """A claim came in, perhaps with an export that is loaded."""
    index([instance])


def remake(sender: AppConfig, **kwargs: Any) -> None:
    """After the migrations of this app: an archive from before it had the index gets one."""
    if sender.label == "annotations" and Claim.objects.exists() and not ClaimWord.objects.exists():
        rebuild()
