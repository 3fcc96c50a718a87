"""Queries as people type them, and texts as they are indexed. Pure."""

import re
from dataclasses import dataclass

LONGEST_QUERY = 200
MOST_TERMS = 12
# One range, since a class of several takes three times as long over a text.
UNUSUAL = re.compile("[\u2e80-\U0010ffff]")
# Scripts that put no blanks between words.
JOINED = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# What files of print keep, and nobody types.
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


@dataclass(frozen=True)
class Term:
    """Words that stand together, the last of them perhaps only begun."""

    words: str
    begun: bool = False


def terms(query: str) -> list[Term]:
    """What has to be found, all of it: words, or several in quotation marks.

    The last word may be one that is still being typed; `*` says so of any.
    """
    query = query.replace("\x00", " ")[:LONGEST_QUERY]
    found = {}
    for match in re.finditer(r'"([^"]*)"|([^\s"]+)', query):
        quoted, word = match.groups()
        words = quoted if word is None else word
        begun = word is not None and (word.endswith("*") or match.end() == len(query))
        if any(map(str.isalnum, words)):
            found[spaced(words)] = begun
    return [Term(words, begun) for words, begun in found.items()][:MOST_TERMS]


def spaced(text: str) -> str:
    """The text with blanks around characters that are words, and ligatures taken apart."""
    if text.isascii():
        return text
    # To look which lines need it is faster than to look at every character.
    lines = text.split("\n")
    return "\n".join(line if line.isascii() else UNUSUAL.sub(apart, line) for line in lines)


def apart(match: "re.Match[str]") -> str:
    found = match[0]
    return f" {found} " if JOINED.match(found) else LIGATURES.get(found, found)
