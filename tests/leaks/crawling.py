"""Visiting everything: from the resolver and the sitemap, along every link, with every variant."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from archive.reading.samples import samples
from tests.leaks.decoding import unpacked
from tests.leaks.links import asked, links, questions

QUERIES = ("page=2", "page=999", "page=x", "format=json", "format=xml", "sort=title", "nonsense=1")
ACCEPTED = ("application/json", "application/ld+json", "text/turtle", "text/plain", "image/*")
MADE_UP = {"slug": "never-was", "number": 999}
FIELDS = {("/search/", "q"), ("/search/suggest/", "q")}
NONSENSE = "zxnobodyeverwrotethis"
HOSTS = {"testserver", urlsplit(settings.SITE_URL).netloc}


class NoSample(Exception):
    """A public route that nothing leads the crawl to."""


@dataclass(frozen=True)
class Answer:
    """What came back, and the visitor's own words in the question."""

    request: str
    path: str
    status: int
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    echo: tuple[str, ...] = ()
    for_nonsense: bytes | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        return unpacked(self.body)


def routes(patterns: Iterable[URLPattern | URLResolver] | None = None) -> list[URLPattern]:
    """Every public address that the resolver knows; the staff's are another test's."""
    found: list[URLPattern] = []
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(entry, URLPattern):
            found.append(entry)
        elif str(entry.pattern) != "admin/":
            found += routes(entry.url_patterns)
    return found


def entrances(*, strict: bool = True) -> list[str]:
    """A sample of every public route and of what each says of things that never were.

    Unless `strict`, a route may lead nowhere as yet.
    """
    known = samples()
    paths: list[str] = []
    for route in routes():
        found = known.get(str(route.name), [])
        if strict and not found:
            raise NoSample(f"The route {route.name} has no sample in this archive.")
        paths += found
    return [*paths, *never_were(), "/nothing/here/"]


def never_were() -> Iterator[str]:
    for route in routes():
        if route.pattern.converters:
            path = "/" + str(route.pattern)
            for name, converter in route.pattern.converters.items():
                kind = type(converter).__name__.removesuffix("Converter").lower()
                path = path.replace(f"<{kind}:{name}>", str(MADE_UP[name]))
            yield path


class Crawl:
    """One visitor's way through everything public. `words` are asked for wherever one may ask."""

    def __init__(
        self,
        client: Client,
        words: Iterable[str] = (),
        *,
        brief: bool = False,
        strict: bool = True,
    ) -> None:
        self.client, self.words, self.brief, self.strict = client, list(words), brief, strict
        self.seen: set[str] = set()
        self.statuses: Counter[int] = Counter()
        self.asked: set[tuple[str, str]] = set()

    def __iter__(self) -> Iterator[Answer]:
        waiting = [*entrances(strict=self.strict), "/sitemap.xml"]
        while waiting:
            address = waiting.pop()
            if address in self.seen or self.is_elsewhere(address):
                continue
            self.seen.add(address)
            answer = self.get(address)
            yield answer
            waiting += links(answer.text, answer.headers, address, HOSTS)
            if "?" not in address:
                waiting += questions(answer.text, address, HOSTS)
                yield from self.variants(address, answer)
                self.asked.update(asked(answer.text, address, HOSTS))
        yield from self.searches()

    def is_elsewhere(self, address: str) -> bool:
        """Files and the staff's rooms are looked at by themselves."""
        return address.startswith((settings.STATIC_URL, "/admin/"))

    def get(self, address: str, method: str = "get", **headers: str) -> Answer:
        response = getattr(self.client, method)(address, headers=headers)
        self.statuses[response.status_code] += 1
        body = b"".join(response) if response.streaming else response.content
        told = " ".join(f"{name}={value}" for name, value in headers.items())
        path, _, query = address.partition("?")
        return Answer(
            request=" ".join(filter(None, [method.upper(), path, told])),
            path=path,
            status=response.status_code,
            headers=dict(response.items()),
            body=body,
            echo=tuple(value for _, value in parse_qsl(query)),
        )

    def variants(self, address: str, plain: Answer) -> Iterator[Answer]:
        """The same address asked for in other ways."""
        yield self.get(address, "head")
        if self.brief or plain.status == 404:
            return
        yield self.get(address, Range="bytes=0-99")
        yield self.get(address, **{"If-None-Match": plain.headers.get("ETag", "*")})
        yield from (self.get(address, Accept=kind) for kind in ACCEPTED)
        yield self.get(address, **{"Accept-Encoding": "gzip"})
        yield from (self.get(f"{address}?{query}") for query in QUERIES)
        yield self.get(address, "post")

    def searches(self) -> Iterator[Answer]:
        """Every word in every field that takes words, in the search and where it suggests."""
        for path, name in sorted(self.asked | FIELDS):
            nothing = self.get(f"{path}?{urlencode({name: NONSENSE})}")
            for word in self.words:
                answer = self.get(f"{path}?{urlencode({name: word})}")
                yield replace(answer, for_nonsense=nothing.body)
