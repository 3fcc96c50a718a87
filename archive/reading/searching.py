"""The search page and the suggestions that browsers ask for."""

import json

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponseBase

from archive.models import Entry
from archive.reading.addresses import absolute
from archive.reading.answers import page, public, respond
from archive.reading.search import find, snippets, terms, titled
from archive.reading.vocabulary import KINDS, PLURALS, words

PER_PAGE = 20
MOST_SUGGESTIONS = 8


@public
def results(request: HttpRequest) -> HttpResponseBase:
    query = request.GET.get("q", "").strip()
    kind = request.GET.get("kind", "")
    wanted = terms(query)
    found = find(wanted)
    counts = dict(found.order_by("kind").values_list("kind").annotate(Count("pk")))
    rows = Paginator(found.filter(kind=kind) if kind in KINDS else found, PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "q": query,
        "kind": kind,
        "unknown_kind": bool(kind) and kind not in KINDS,
        "terms": wanted,
        "total": sum(counts.values()),
        "facets": [(name, PLURALS[name], counts[name]) for name in PLURALS if name in counts],
        "entries": rows,
        "hits": [{"entry": row, "snippets": snippets(row.text, wanted)} for row in rows],
        "query": request.GET,
    }
    return page(request, "archive/search.html", context)


@public
def suggestions(request: HttpRequest) -> HttpResponseBase:
    """Titles that hold the words, in the form that OpenSearch asks for: four lists of a kind."""
    query = request.GET.get("q", "")
    rows: list[Entry] = list(titled(terms(query)).defer("text")[:MOST_SUGGESTIONS])
    answer = [
        query,
        [row.title for row in rows],
        [words(row.kind) for row in rows],
        [absolute(row.get_absolute_url()) for row in rows],
    ]
    body = json.dumps(answer, ensure_ascii=False)
    return respond(request, body, content_type="application/x-suggestions+json")
