"""The lists of what is published: documents, claims, publishers and platforms."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase

from archive.reading.answers import page, public
from archive.reading.filters import ClaimFilters, DocumentFilters, EntryFilters, SourceFilters

PER_PAGE = 30
FILTERS: dict[str, type[EntryFilters]] = {
    "document": DocumentFilters,
    "claim": ClaimFilters,
    "source": SourceFilters,
}


@public
def entries(request: HttpRequest, kind: str) -> HttpResponseBase:
    """A filtered, paged list; invalid filters are said and left out."""
    filters = FILTERS[kind](request.GET)
    invalid = bool(filters.form.errors)
    paginator = Paginator(filters.qs.defer("text"), PER_PAGE)
    context = {
        "filters": filters.form,
        "invalid": invalid,
        "narrowed": any(filters.form.cleaned_data.get(name) for name in narrowing(filters)),
        "entries": paginator.get_page(request.GET.get("page")),
        "query": request.GET,
    }
    return page(request, f"archive/{kind}s.html", context)


def narrowing(filters: EntryFilters) -> list[str]:
    return [name for name in filters.filters if name != "sort"]
