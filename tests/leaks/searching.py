"""Judging what came back: answers, exported files, files that the server hands out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders

from tests.leaks.crawling import NONSENSE, Answer, Crawl
from tests.leaks.decoding import readings
from tests.leaks.withheld import Withheld


@dataclass
class Judge:
    """Says of bytes which removed ranges they give away.

    `allowed` are texts that may stand although they hold removed words: the address of what was
    withdrawn, and its title where whoever withdrew it said so.
    """

    withheld: Withheld
    allowed: tuple[str, ...] = ()
    known: dict[tuple[bytes, tuple[str, ...]], set[str]] = field(default_factory=dict, repr=False)

    def found_in(self, body: bytes, echo: tuple[str, ...] = ()) -> set[str]:
        if (body, echo) not in self.known:
            self.known[body, echo] = self.look(body, echo)
        return self.known[body, echo]

    def look(self, body: bytes, echo: tuple[str, ...]) -> set[str]:
        exempt = {*echo, *self.allowed}
        texts = (without(text, exempt) for text in readings(body))
        return {name for text in texts for name in self.withheld.found_in(text)}

    def answer(self, answer: Answer) -> Iterator[str]:
        """A line per leak: which request, where in the answer, which range."""
        told = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
        for part, body in {"body": answer.body, "headers": told.encode()}.items():
            for name in sorted(self.found_in(body, answer.echo)):
                yield f"{answer.request}: {part} ({answer.status}): {name}"
        if answer.for_nonsense is not None and self.knows(answer):
            yield f"{answer.request}: knows a withheld word that it is asked for"

    def knows(self, answer: Answer) -> bool:
        """Whether a withheld word is answered otherwise than a word that nobody ever wrote."""
        if not self.withheld.is_secret(answer.echo[0]):
            return False
        asked = {without(text, answer.echo) for text in readings(answer.body)}
        return asked != {without(text, [NONSENSE]) for text in readings(answer.for_nonsense or b"")}


def without(text: str, words: Iterable[str]) -> str:
    """The text without what its reader brought along, each a word or several of its own."""
    for one in sorted(filter(None, words), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(one.casefold())}(?!\w)", " ", text)
    return text


def leaks(crawl: Crawl, judge: Judge, below: Mapping[str, Judge] | None = None) -> Iterator[str]:
    """What the crawl finds; `below` are stricter judges for the answers under some addresses."""
    for answer in crawl:
        stricter = (one for path, one in (below or {}).items() if answer.path.startswith(path))
        for one in (judge, *stricter):
            yield from one.answer(answer)


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a folder by its name, which is read as well."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = str(path.relative_to(folder))
            yield name, name.encode() + b"\n" + path.read_bytes()


def static_files() -> Iterator[tuple[str, bytes]]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            with storage.open(name) as file:
                yield name, name.encode() + b"\n" + file.read()


def leaks_in(found: Iterable[tuple[str, bytes]], judge: Judge) -> Iterator[str]:
    return (f"{name}: {piece}" for name, body in found for piece in sorted(judge.found_in(body)))
