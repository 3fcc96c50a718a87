"""Topics: words that claims share, each spelt in one way."""

from collections import Counter
from collections.abc import Iterable

from annotations.models import Claim, ClaimState
from archive.naming import key


def in_use() -> Counter[str]:
    """Every topic of claims in use, and how many have it."""
    lists = Claim.objects.filter(state=ClaimState.ACTIVE).exclude(topics=[])
    rows = lists.order_by().values_list("topics", flat=True)
    return Counter(str(topic) for topics in rows for topic in topics)


def spelt(topics: Iterable[str]) -> list[str]:
    """Each once, without idle blanks, and spelt as other claims have it, whatever its case.

    What is no word stays: whoever writes the claim is told.
    """
    topics = list(topics)
    if not all(isinstance(topic, str) and topic.strip() for topic in topics):
        return topics
    wanted = {key(topic): " ".join(topic.split()) for topic in topics}
    if not wanted:
        return []
    known = {key(topic): topic for topic, _ in reversed(in_use().most_common())}
    return [known.get(same, topic) for same, topic in wanted.items()]


def like(words: str, most: int = 8) -> list[tuple[str, int]]:
    """Topics in use that have the words, the most used first."""
    sought = key(words)
    found = [(topic, count) for topic, count in in_use().items() if sought in key(topic)]
    return sorted(found, key=lambda row: (-row[1], row[0]))[:most]
