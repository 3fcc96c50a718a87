"""Leaks put where the crawl has to find them, past every gate of the archive."""

import gzip
import html
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from archive.actions.editions import freeze, next_number
from archive.models import Edition, Entry
from tests import factories

Plant = Callable[[str], None]
Answering = Callable[[HttpRequest], HttpResponseBase]


def newest(kind: str = "document") -> Edition:
    return Edition.objects.filter(kind=kind).order_by("slug", "-number")[0]


def frozen(kind: str, change: Callable[[dict[str, Any]], None]) -> None:
    """A further edition whose payload nobody composed."""
    payload = deepcopy(newest(kind).content)
    change(payload)
    payload["number"] = next_number(kind, payload["uid"])
    freeze(payload, by=factories.publisher())


def in_an_entry(words: str) -> None:
    Entry.objects.filter(kind="document").update(abstract=f"Of {words}.")


def in_a_claim_s_title(words: str) -> None:
    Entry.objects.filter(kind="claim").update(title=words)


def in_the_words_that_search_reads(words: str) -> None:
    entry = Entry.objects.filter(kind="document")[0]
    Entry.objects.filter(pk=entry.pk).update(text=f"{entry.text} {words}")


def in_a_note(words: str) -> None:
    frozen("document", lambda payload: payload["notes"][0].update(markdown=words))


def split_by_tags(words: str) -> None:
    """Emphasis inside each word: in the page a tag stands in the middle of it."""
    cut = " ".join(f"{word[:3]}**{word[3:7]}**{word[7:]}" for word in words.split())
    in_a_note(cut)


def percent_encoded_in_a_link(words: str) -> None:
    whole = "".join(f"%{byte:02X}" for byte in words.encode())
    in_a_note(f"[a link](https://elsewhere.example/{whole})")


def in_a_quotation(words: str) -> None:
    frozen("claim", lambda payload: payload["appearances"][0]["place"].update(after=words))


def entity_encoded(words: str) -> None:
    encoded = "".join(f"&#{ord(letter)};" for letter in words)
    frozen("document", lambda payload: payload.update(abstract=encoded))


def escaped_as_in_json(words: str) -> None:
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in words)
    frozen("document", lambda payload: payload.update(abstract=escaped))


def in_capitals_with_points_between(words: str) -> None:
    frozen("document", lambda payload: payload.update(abstract=", ".join(words.upper().split())))


def in_a_reason(words: str) -> None:
    frozen("document", lambda payload: payload.update(reason=f"Corrected: {words}."))


def in_the_rating_s_grounds(words: str) -> None:
    frozen("source", lambda payload: payload["source"]["rating"].update(grounds=words))


def in_an_author(words: str) -> None:
    def change(payload: dict[str, Any]) -> None:
        payload["comments"]["items"][1]["author"] = words

    frozen("document", change)


def in_a_slug(words: str) -> None:
    frozen("claim", lambda payload: payload.update(slug=words.replace(" ", "-")))


IN_THE_DATABASE: list[Plant] = [
    in_an_entry,
    in_a_claim_s_title,
    in_the_words_that_search_reads,
    in_a_note,
    split_by_tags,
    percent_encoded_in_a_link,
    in_a_quotation,
    entity_encoded,
    escaped_as_in_json,
    in_capitals_with_points_between,
    in_a_reason,
    in_the_rating_s_grounds,
    in_an_author,
    in_a_slug,
]


class Planter:
    """Middleware that leaks `words` into some answers; `how` names the way."""

    words = ""
    how = ""

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponse):
            WAYS[self.how](request, response, self.words)
        return response


def header(request: HttpRequest, response: HttpResponse, words: str) -> None:
    response["X-Remark"] = words


def link_header(request: HttpRequest, response: HttpResponse, words: str) -> None:
    response["Link"] = f"</documents/{quote(words)}/>; rel=related"


def cookie(request: HttpRequest, response: HttpResponse, words: str) -> None:
    response["Set-Cookie"] = f"last={quote(words)}"


def error_page(request: HttpRequest, response: HttpResponse, words: str) -> None:
    if response.status_code == 404:
        response.content += words.encode()


def refusal(request: HttpRequest, response: HttpResponse, words: str) -> None:
    if response.status_code == 405:
        response.content += words.encode()


def second_page(request: HttpRequest, response: HttpResponse, words: str) -> None:
    if request.GET.get("page") == "2":
        response.content += words.encode()


def as_json(request: HttpRequest, response: HttpResponse, words: str) -> None:
    if "json" in request.headers.get("Accept", ""):
        response.content += words.encode()


def part_of_a_page(request: HttpRequest, response: HttpResponse, words: str) -> None:
    if "Range" in request.headers:
        response.content = words.encode()
        response.status_code = 206


def not_modified(request: HttpRequest, response: HttpResponse, words: str) -> None:
    if response.status_code == 304:
        response["Warning"] = words


def compressed(request: HttpRequest, response: HttpResponse, words: str) -> None:
    response.content = gzip.compress(response.content + words.encode())
    response["Content-Encoding"] = "gzip"


def only_where_asked(request: HttpRequest, response: HttpResponse, words: str) -> None:
    """A facet's value that only a form offers."""
    if request.GET.get("reliability"):
        response.content += html.escape(words).encode()


def suggestion(request: HttpRequest, response: HttpResponse, words: str) -> None:
    if request.path == "/search/suggest/" and request.GET.get("q") == "ferry":
        response.content += words.encode()


WAYS: dict[str, Callable[[HttpRequest, HttpResponse, str], None]] = {
    way.__name__: way
    for way in (
        header,
        link_header,
        cookie,
        error_page,
        refusal,
        second_page,
        as_json,
        part_of_a_page,
        not_modified,
        compressed,
        only_where_asked,
        suggestion,
    )
}


def static_file(folder: Path, words: str) -> None:
    (folder / "words.js").write_text(f"const words = {words!r};")
