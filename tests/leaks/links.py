"""The addresses that an answer leads to, on our own host. Pure."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urldefrag, urlencode, urljoin, urlsplit

LINKS = ("href", "src", "action", "cite", "data", "poster")
ABSOLUTE = re.compile(r"https?://[^\s\"'<>\\)]+")
HEADER = re.compile(r"<([^<>]*)>")


class Page(HTMLParser):
    """The links of a page and what its forms offer to ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        # Of each form the action, the values it offers, and the fields in which one may write.
        self.forms: list[tuple[str, list[tuple[str, str]], list[str]]] = []
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.links += [values[name] for name in LINKS if name in values]
        if tag == "form" and values.get("method", "get").lower() == "get":
            self.forms.append((values.get("action", ""), [], []))
        if tag == "select":
            self.select = values.get("name", "")
        self.note_field(tag, values)

    def note_field(self, tag: str, values: dict[str, str]) -> None:
        name = self.select if tag == "option" else values.get("name", "")
        if not self.forms or not name or tag not in ("option", "input", "button"):
            return
        _, offered, written = self.forms[-1]
        if tag == "input" and values.get("type", "text") in ("text", "search", "number", "date"):
            written.append(name)
        else:
            offered.append((name, values.get("value", "")))


def read(text: str) -> Page:
    page = Page()
    page.feed(text)
    return page


def own(address: str, base: str, hosts: set[str]) -> str:
    """Path and query of an address on our own host, else ""."""
    try:
        parts = urlsplit(urldefrag(urljoin(base, address)).url)
    except ValueError:
        return ""
    if (parts.netloc and parts.netloc not in hosts) or parts.scheme not in ("", "http", "https"):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


def links(text: str, headers: dict[str, str], base: str, hosts: set[str]) -> Iterator[str]:
    """Every address in attributes, in plain sight and in the headers Link and Location."""
    found = [*read(text).links, *ABSOLUTE.findall(text), headers.get("Location", "")]
    found += HEADER.findall(headers.get("Link", ""))
    yield from filter(None, (own(address, base, hosts) for address in found if address))


def questions(text: str, base: str, hosts: set[str]) -> Iterator[str]:
    """Every value that a form offers, one at a time."""
    for action, offered, _ in read(text).forms:
        path = own(action or base, base, hosts).split("?")[0]
        yield from (f"{path}?{urlencode({name: value})}" for name, value in offered if path)


def asked(text: str, base: str, hosts: set[str]) -> Iterator[tuple[str, str]]:
    """Path and name of every field in which a visitor may write words."""
    for action, _, written in read(text).forms:
        path = own(action or base, base, hosts).split("?")[0]
        yield from ((path, name) for name in written if path)
