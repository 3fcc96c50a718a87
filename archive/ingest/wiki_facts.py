"""What wikitext says beside its words: templates, categories, files, other languages, revision."""

import re
from collections import Counter
from typing import Any

from archive.ingest.infobox import is_infobox, template_name
from archive.ingest.wiki_names import CATEGORY, FILE, LANGUAGE
from archive.ingest.wiki_spans import Span

_CATEGORY = re.compile(rf"\[\[\s*(?:{CATEGORY})\s*:\s*(?P<name>[^\[\]|\r\n]+)", re.IGNORECASE)
_FILE = re.compile(rf"\[\[\s*(?:{FILE})\s*:\s*(?P<name>[^\[\]|\r\n]+)", re.IGNORECASE)
_LANGUAGE = re.compile(rf"\[\[\s*(?P<name>(?:{LANGUAGE})\s*:[^\[\]|\r\n]+)\]\]")
_REVISION = re.compile(
    r"\b(?:revid|revision(?: id)?|oldid)\b\W{1,4}(?P<id>\d{1,19})", re.IGNORECASE
)
_MOST = 500


def facts(text: str, found: list[Span], name: str) -> dict[str, Any]:
    """Names and counts, where there are any; `name` is the file's, which may tell the revision."""
    links = [text[span.start : span.end] for span in found if span.kind == "link"]
    refs = [text[span.start : span.end] for span in found if span.kind == "ref"]
    templates = _templates(text, found)
    known = {
        "templates": dict(templates.most_common(_MOST)),
        "infoboxes": [each for each in templates if is_infobox(each)],
        "references": {
            "marks": len(refs),
            "reused": sum(ref.endswith("/>") for ref in refs),
        }
        if refs
        else {},
        "tables": sum(span.kind == "table" for span in found),
        "categories": _names(_CATEGORY, links),
        "files": _names(_FILE, links),
        "interwiki": _names(_LANGUAGE, links),
        "revision": _revision(text, found, name),
    }
    return {key: value for key, value in known.items() if value}


def _templates(text: str, found: list[Span]) -> Counter[str]:
    """How often each template is used, by the name as it is first written; functions are none."""
    written: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for span in found:
        name = template_name(text, span) if span.kind == "template" else ""
        if name and not name.startswith("#"):
            plain = name[0].upper() + name[1:].replace("_", " ")
            counts[written.setdefault(plain, name)] += 1
    return counts


def _names(form: re.Pattern[str], links: list[str]) -> list[str]:
    hits = [form.match(link) for link in links]
    return list(dict.fromkeys(hit["name"].strip() for hit in hits if hit))[:_MOST]


def _revision(text: str, found: list[Span], name: str) -> dict[str, str]:
    """The revision that a comment in the page or the name of the file tells of."""
    comments = [text[span.start : span.end] for span in found if span.kind == "comment"]
    for said in [name, *comments]:
        if hit := _REVISION.search(said):
            return {"id": hit["id"]}
    return {}
