"""How much alike two titles are."""

import re
import unicodedata

from rapidfuzz import fuzz

_WORDS = re.compile(r"[\W_]+")


def folded(words: str) -> str:
    """The letters and digits alone, in one case and one form."""
    return _WORDS.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def likeness(one: str, other: str) -> float:
    """From 0 to 1; 1 where they differ in marks and case at most."""
    one, other = folded(one), folded(other)
    return fuzz.ratio(one, other) / 100 if one and other else 0.0
