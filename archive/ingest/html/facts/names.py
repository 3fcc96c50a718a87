# ruff: noqa: RUF001 - signs of other scripts are meant
"""Names of authors, out of the words round them."""

import re

from archive.ingest.html.facts.dates import dates_in
from archive.ingest.html.facts.likeness import folded
from archive.ingest.html.facts.metas import tidy

BY = (
    r"(?:posted|written|published|authored|reported|reviewed|geschrieben|verfasst|veröffentlicht|"
    r"eingestellt|erstellt|gepostet|ein (?:gast)?(?:beitrag|artikel|kommentar|bericht)|(?:gast)?"
    r"(?:beitrag|kommentar|essay|bericht|interview|analyse|kolumne|text|fotos?|publié|propos "
    r"recueillis|escrito|publicado|scritto|napisan[ey])"
    r"(?: und (?:fotos?|bilder?))?)"
)
_LEAD = re.compile(
    rf"^(?:{BY}\s*)?(?:(?:by|von|par|por|di|da|door|av|af|od|przez)(?:\s*:)?\s+|"
    r"(?:authors?|autor(?:in|en|es|ka)?|auteurs?|autori|redakteur(?:in)?|written by|text|texto|"
    r"texte|tekst|testo|verfasser(?:in)?|автор(?:ы)?|текст|interview|photos?|fotos?|rezension|"
    r"geschrieben|napisał[a]?|作者|文|著者|記者|筆者)\s*[:：]\s*(?:(?:by|von|par|por|di)\s+)?|[|–—-]\s*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*[;|•·/»«]\s*|\s*,\s*(?:and|und|et)?\s+|\s+(?:and|und|&|et|sowie|en|och|и|oraz|mit|with)\s+|\n|,|、"
)
_TWO = re.compile(r"\s+(?:y|e|i|og|con|com|a)\s+")
_PARTICLE = re.compile(
    r"v[ao]n|vom|d[aeiou]|d[aeo]s|de[nlr]|della|l[ae]|les|[ae]l|bin|ben|zu[mr]?|te[nr]|a[fv]|[yei]|"
    r"und|ibn|st\.?|dr\.|prof\.|med\.|rer\.|nat\.|phil\.|[js]r\.",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:admin(?:istrator)?|webmaster|editor|author|autor|user|guest|gast|anonym(?:ous)?|unknown|"
    r"root|super user|news|home|n/a|none|null|undefined|0|by|von|test|share|follow|read more|"
    r"weiterlesen|facebook|twitter|contact|kontakt|profile?|view all posts|alle beiträge)$|"
    r"https?:|www\.|@|\.(?:com|de|org|net|at|ch|fr|pl|ru|info|eu|es|it)\b|\d{3}",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"^(?:der|die|das|the)\s|\b(?:redak\w*|redac\w*|rédaction|gmbh|verlag|verein|e\.\s?v\.?|team|staff|agentur|agency|news\w*|"
    r"online|press\w*|presse\w*|zeitung|magazin\w*|magazine|media|medien|foundation|stiftung|"
    r"institut\w*|universit\w*|ministeri\w*|inc|ltd|llc|ag|kg|dpa|afp|reuters|apa|pap|efe|ansa|epd|"
    r"kna|sid|bund|verband|gesellschaft|group|gruppe|desk|service|network|board|editors?|blog|"
    r"redaksi|редакция|council|office|contributors?|studio|tv|radio|fm)\b|\.(?:com|de|org|net)\b",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"\b(?:\w*redakteur\w*|editor\w*|report\w*|correspondent\w*|korrespondent\w*|journalist\w*|"
    r"writer|staff|chef\w*|leiter\w*|director|professor|autor\w*|author|producer|"
    r"columnist|kolumnist\w*|volontär\w*|contribut\w*|fotograf\w*|photograph\w*|senior|"
    r"manager\w*|founder|gründer\w*|ceo|referent\w*|rechtsanwalt|rechtsanwältin|geschäftsführer\w*|"
    r"redactor\w*|periodista|journaliste|dziennikarz\w*|корреспондент\w*|berlin|london|new york|"
    r"paris|washington|wien|münchen|hamburg|köln|uhr|min|minuten|minutes|comments?|kommentare?)\b",
    re.IGNORECASE,
)


def persons(words: str) -> list[str]:
    """The persons whom the words name, in order; titles of jobs, dates and organisations are cut.

    One word alone may be a person, since many write under one; beside an organisation it is the
    town of that.
    """
    whole = _bare(words)
    if inverted := re.fullmatch(r"([^\W\d][\w'’ -]+), ([^\W\d][\w.'’ -]*)", whole):
        family, given = inverted.groups()
        if " " not in family and " " not in given and not _JOB.search(given):
            return [f"{given} {family}"]
    pieces = [_bare(piece) for piece in _pieces(whole)]
    has_group = any(_GROUP.search(piece) for piece in pieces)
    return [name for name in pieces if is_person(name) and (" " in name or not has_group)]


def _pieces(whole: str) -> list[str]:
    pieces = [piece for piece in _BETWEEN.split(whole) if piece]
    split: list[str] = []
    for piece in pieces:
        halves = _TWO.split(piece)
        both = len(halves) > 1 and all(" " in half for half in halves)
        split += halves if both else [piece]
    return split


def _bare(words: str) -> str:
    """Without "By" before it, and without dates, brackets and handles after it."""
    words = tidy(words)
    for seen in reversed(dates_in(words, 0, len(words))):
        words = words[: seen.start] + "|" + words[seen.end :]
    words = re.sub(r"\(.*?\)|\[.*?\]|(?<!\w)@\w+|<[^>]*>|https?:\S+|\S+@\S+", " ", words)
    words = words.strip(" |,.:;-–—•·/")
    for _ in range(2):
        words = _LEAD.sub("", words).strip(" |,:;-–—•·/")
    return tidy(words)


def is_person(name: str) -> bool:
    if not 2 <= len(name) <= 50 or _NOBODY.search(name) or _JOB.search(name):
        return False
    return not _GROUP.search(name) and _is_shaped(name)


def _is_shaped(name: str) -> bool:
    tokens = name.split()
    if len(tokens) > 6 or not any(each.isalpha() for each in name):
        return False
    if len(tokens) == 1:
        return True
    return all(
        _PARTICLE.fullmatch(token) or not token[0].islower() or "’" in token for token in tokens
    )


def organisation(words: str) -> str | None:
    """What is named instead of a person, if that is a name: no address, no "admin"."""
    name = _bare(words)
    return name if 2 <= len(name) <= 80 and not _NOBODY.search(name) else None


def distinct(names: list[str]) -> list[str]:
    """Each once, in order; what is a part of a fuller name is left out."""
    found: list[str] = []
    for name in names:
        if folded(name) not in {folded(each) for each in found}:
            found.append(name)
    return found
