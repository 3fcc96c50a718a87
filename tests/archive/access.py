"""A small world with a row of everything, and who is let in where: for the access matrix."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from annotations.actions.annotate import annotate
from annotations.actions.cases import open_cases
from annotations.actions.claims import create_claim
from annotations.actions.evidence import add_evidence
from annotations.models import Annotation, Case, Claim, Evidence
from archive.actions.authorities import create_authority
from archive.models import Authority, Batch, Document, Rendition
from tests import factories

# In the order of the letters of a row: Signed out, Reader, Editor, Moderator, Publisher, Admin.
ACTORS = {
    "S": None,
    "R": factories.reader,
    "E": factories.editor,
    "M": factories.moderator,
    "P": factories.publisher,
    "A": factories.admin,
}


class World:
    """One document with a comment, cases, a note, a claim and its evidence, made when asked for."""

    @cached_property
    def rendition(self) -> Rendition:
        made = factories.rendition("One claim stands here.", [("ann", "Well said.")], slug="a-text")
        open_cases(rendition=made)
        return made

    @cached_property
    def document(self) -> Document:
        return self.rendition.capture.document

    @cached_property
    def batch(self) -> Batch:
        return Batch.objects.create(arguments={"paths": ["a.txt"]}, created_by=factories.editor())

    @cached_property
    def note(self) -> Annotation:
        return annotate(
            rendition=self.rendition,
            start=0,
            end=9,
            kind="note",
            body="A note.",
            by=factories.editor(),
        )

    @cached_property
    def claim(self) -> Claim:
        return create_claim(slug="a-claim", statement="It was so.", by=factories.editor())

    @cached_property
    def evidence(self) -> Evidence:
        return add_evidence(
            claim=self.claim,
            relation="supports",
            note="Why.",
            work="A book, 1901.",
            access="in_hand",
            by=factories.editor(),
        )

    @cached_property
    def authority(self) -> Authority:
        return create_authority(kind="place", name="Aigun", by=factories.editor())

    @cached_property
    def case(self) -> Case:
        return Case.objects.get(comment__rendition=self.rendition, part="body")

    @property
    def shortcut(self) -> list[Any]:
        return [ContentType.objects.get_for_model(Document).pk, self.document.pk]


@dataclass(frozen=True)
class Route:
    """An address under /admin/: its name, or its pattern where it has none."""

    name: str
    pattern: str

    @property
    def key(self) -> str:
        return self.name if self.name and not self.name.endswith(":") else self.pattern


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, prefix: str = "", space: str = ""
) -> Iterator[Route]:
    """Every route of the resolver under /admin/."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        pattern = f"{prefix}{each.pattern}"
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from routes(each.url_patterns, pattern, inner)
        elif pattern.startswith("admin/"):
            yield Route(f"{space}{each.name or ''}", pattern)


def answer(letter: str, verb: str, path: str, data: Any = None) -> str:
    """How one actor is answered; whatever was written is undone.

    `+` let in, `L` sent to the sign-in, `-` refused (403), `.` no such verb (405), `0` not found.
    """
    client, who = Client(), ACTORS[letter]
    if who:
        client.force_login(who())
    with transaction.atomic():
        response = getattr(client, verb)(path, data or {})
        transaction.set_rollback(True)
    if response.status_code == 302 and response["Location"].startswith(reverse("admin:login")):
        return "L"
    return {403: "-", 404: "0", 405: "."}.get(response.status_code, "+")


def answers(verb: str, path: str, data: Any = None) -> str:
    return "".join(answer(letter, verb, path, data) for letter in ACTORS)
