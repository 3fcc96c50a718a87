"""JSON-LD in a page, also where it is broken, as it often is."""

import html
import json
import re
from typing import Any

from archive.ingest.html.page import Page

Thing = dict[str, Any]
_LONGEST = 1 << 20
_WRAPPING = re.compile(
    r"/\*.*?\*/|//\s*(?=<!\[CDATA\[|\]\]>)|<!\[CDATA\[|\]\]>|<!--|-->", re.DOTALL
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_MISSING_COMMA = re.compile(r'(["}\]\d])(\s*\n\s*")')
_DOUBLED_COMMA = re.compile(r",(?:\s*,)+")
_PAIR = re.compile(
    r'"(?P<key>@type|headline|name|datePublished|dateModified|dateCreated|inLanguage)"\s*:\s*'
    r'"(?P<value>(?:[^"\\\n]|\\.)*)"'
)
_AUTHOR = re.compile(r'"author"\s*:\s*\[?\s*\{[^{}\[\]]*?"name"\s*:\s*"((?:[^"\\\n]|\\.)*)"')
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_DEEPEST = 6
# A page has a handful of scripts, which describe a few things each, or a list of its comments.
_MOST_SCRIPTS, _MOST_THINGS = 50, 2000


def things(page: Page) -> list[Thing]:
    """What the page describes, in its order: not what these in turn list or point to."""
    found: list[Thing] = []
    for node in page.all('script[type*="ld+json"]')[:_MOST_SCRIPTS]:
        _gather(_read(node.text(deep=True) or ""), found, 0)
    return found


def _gather(value: Any, found: list[Thing], depth: int) -> None:
    if depth > _DEEPEST or len(found) >= _MOST_THINGS:
        return
    if isinstance(value, list):
        for each in value:
            _gather(each, found, depth + 1)
    elif isinstance(value, dict):
        found.append(value)
        for key in _INSIDE:
            if isinstance(value.get(key), dict | list):
                _gather(value[key], found, depth + 1)


def _read(words: str) -> Any:
    """The value, or what can be saved of it, or None."""
    if len(words) > _LONGEST:
        return None
    bare = words.strip().strip("\ufeff;")
    plain = _unwrapped(bare)
    for attempt in (bare, plain, _MISSING_COMMA.sub(r"\1,\2", plain), html.unescape(plain)):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt.lstrip())[0]
        except (ValueError, RecursionError):
            continue
    return _salvaged(bare)


def _unwrapped(words: str) -> str:
    """Without comments and CDATA round it, and without a comma too many."""
    words = _WRAPPING.sub("", words)
    return _TRAILING_COMMA.sub("", _DOUBLED_COMMA.sub(",", words))


def _salvaged(words: str) -> Thing | None:
    """The plain pairs of an article that no parser takes: the first of each key."""
    pairs: Thing = {}
    for hit in _PAIR.finditer(words):
        pairs.setdefault(hit["key"], _plain(hit["value"]))
    pairs.pop("name", None)
    if author := _AUTHOR.search(words):
        pairs["author"] = _plain(author[1])
    return pairs if "headline" in pairs else None


def _plain(escaped: str) -> str:
    try:
        return str(json.loads(f'"{escaped}"', strict=False))
    except ValueError:
        return escaped
