"""The language of the article, in BCP 47."""

import re
from urllib.parse import urlsplit

from archive.ingest.html.facts.article_ld import text
from archive.ingest.html.facts.detection import detected, is_known
from archive.ingest.html.facts.json_ld import Thing
from archive.ingest.html.facts.metas import Metas
from archive.ingest.html.page import Page

_META = (
    "og.locale", "content-language", "dc.language", "dcterms.language", "language", "inlanguage",
    "citation_language", "cxenseparse.language", "page.language",
)  # fmt: skip
_TAG = re.compile(
    r"(?P<main>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<land>[a-z]{2}|\d{3}))?", re.I
)
_COUNTRY = re.compile(r"\.(?!us$|io$|co$|me$|tv$)[a-z]{2}$")
_NAMES = {
    "german": "de", "deutsch": "de", "english": "en", "french": "fr", "français": "fr",
    "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "polish": "pl",
    "polski": "pl", "russian": "ru", "dutch": "nl", "nederlands": "nl", "japanese": "ja",
    "portuguese": "pt",
}  # fmt: skip
_ALIASES = {
    "ger": "de",
    "deu": "de",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "jp": "ja",
}


def language(page: Page, metas: Metas, described: list[Thing]) -> str | None:
    """As declared, the root element first. Where the words plainly belong to another language, that
    one: templates keep the language of their makers."""
    root = page.first("html")
    attributes = root.attributes if root else {}
    things = [text(thing.get("inLanguage")) for thing in described]
    said = [attributes.get("lang"), attributes.get("xml:lang"), *things, *metas.every(_META)]
    declared = [tag for words in said if words and (tag := tagged(words))]
    first = next(iter(declared), None)
    spoken = detected(page.text)
    if spoken is None or (first and (_main(first) == spoken or not is_known(_main(first)))):
        return first
    return next((tag for tag in declared if _main(tag) == spoken), spoken)


def _main(tag: str) -> str:
    return tag.split("-")[0]


def has_month_first(tag: str | None, url: str | None) -> bool:
    """Whether 4/5/2019 is a day in April: as in America, and in English of no stated country."""
    host = urlsplit(url or "").hostname or ""
    return tag == "en-US" or (tag == "en" and not _COUNTRY.search(host))


def tagged(words: str) -> str | None:
    """`de_DE`, `de-at`, `German` as tags; None for what is none."""
    words = words.strip().split(",")[0].split(";")[0].strip()
    if words.lower() in _NAMES:
        return _NAMES[words.lower()]
    hit = _TAG.fullmatch(words.split(".")[0])
    if not hit or hit["main"].lower() in ("und", "mul", "zxx"):
        return None
    main = _ALIASES.get(hit["main"].lower(), hit["main"].lower())
    script = (hit["script"] or "").title()
    return "-".join(filter(None, (main, script, (hit["land"] or "").upper())))
