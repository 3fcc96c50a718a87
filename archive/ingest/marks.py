"""Reference marks and calls for a citation, wherever they stand. The text keeps them."""

import re

from archive.ingest.parsed import Mark

_WANTING = (
    r"(?:(?:full |additional )?citations?|(?:better |non-primary |third-party )?source|reference"
    r"|verification|quotation|clarification|attribution|page|example|further explanation) needed"
    r"|needs? (?:citation|source)|unreliable source\??|citation missing|original research\?"
    r"|(?:by )?who(?:m|se)?\?|according to whom\?|when\?|where\?|which\?|why\?|how\?|says who\?"
    r"|(?:dubious|disputed)(?: [-–] discuss)?|vague|failed verification|not in citation given"
    r"|beleg fehlt|belege fehlen|wer\?|wann\?|wo\?|réf(?:érence|\.) (?:nécessaire|souhaitée)"
    r"|qui ?\?|quand ?\?|cita requerida|senza fonte|carece de fontes|нет в источнике"
    r"|источник не указан[^\[\]]{0,20}|кто\?|когда\?|где\?|来源请求|來源請求|要出典"
)
# Each begins with the bracket and then looks behind it: so the search goes from bracket to bracket.
_BRACKETED = re.compile(
    rf"\[(?<!\[\[)(?:(?P<wanting>{_WANTING})"
    r"|(?P<label>\d{1,3}|(?:note|nb|n|a|b)[ \u00a0]\d{1,3}))\](?!\])",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\[(?<=[^\s\[]\[)(?P<label>[a-z])\](?![\]\w])")
_TEMPLATE = re.compile(
    r"\{\{\s*(?P<wanting>citation needed(?: span)?|cn|fact|better source(?: needed)?|source\?)"
    r"\s*(?:\|[^{}]{0,500})?\}\}",
    re.IGNORECASE,
)


def marks(text: str) -> list[Mark]:
    """All marks in the order of the text."""
    if "[" not in text and "{" not in text:
        return []
    found = [_mark(hit) for form in (_BRACKETED, _LETTER, _TEMPLATE) for hit in form.finditer(text)]
    return sorted(found, key=lambda mark: mark.start)


def _mark(hit: re.Match[str]) -> Mark:
    wanting = hit.groupdict().get("wanting")
    if wanting:
        return Mark("citation_needed", hit.start(), hit.end(), wanting)
    return Mark("reference", hit.start(), hit.end(), hit["label"])
