"""What the tests of the annotating page share."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from annotations.actions.annotate import annotate
from annotations.actions.assess import assess
from annotations.actions.marking import mark_claim, mark_evidence
from annotations.models import Annotation
from archive.models import Rendition, User
from tests import factories

TEXT = "On May 28 China was forced to sign.\nOn May 28 nobody rested. 𝄞 Cafe\u0301.\r\nThe “end”."


COMMENTS = [("wind", "Nobody asked the wind."), ("rain", "Rain fell.", 0)]


SLUG = "article"


def address(name: str, *args: str) -> str:
    return reverse(f"annotate:{name}", args=[SLUG, *args])


def words(rendition: Rendition, exact: str) -> dict[str, Any]:
    start = rendition.text.index(exact)
    return {"rendition": rendition.uid, "start": start, "end": start + len(exact)}


def place(rendition: Rendition, exact: str) -> dict[str, Any]:
    return words(rendition, exact) | {"rendition": rendition}


def ask(client: Client, url: str, data: dict[str, Any] | None = None, **kwargs: Any) -> Any:
    """As the page's script asks: for JSON. With `data`, it sends."""
    send: Callable[..., Any] = client.get if data is None else client.post
    return send(url, data or {}, headers={"accept": "application/json"}, **kwargs)


def note(rendition: Rendition, exact: str = "China", body: str = "Which?") -> Annotation:
    by = factories.editor()
    return annotate(**place(rendition, exact), kind="note", body=body, by=by)


ROLES: list[tuple[str, Callable[[], User], int, int]] = [
    # who · may look · may mark
    ("editor", factories.editor, 200, 200),
    ("admin", factories.admin, 200, 200),
    ("moderator", factories.moderator, 200, 403),
    ("publisher", factories.publisher, 200, 403),
    ("reader", factories.reader, 302, 302),
]


def populate(rendition: Rendition, count: int) -> None:
    """`count` marks of each kind, each claim judged and with evidence."""
    by = factories.editor()
    for number in range(count):
        made = mark_claim(
            **place(rendition, "China was"),
            stance="asserts",
            statement=f"Claim {rendition.uid} {number}.",
            by=by,
        )
        assert made.claim
        assess(
            claim=made.claim,
            verdict="supported",
            credibility=2,
            reasons="It fits.",
            as_of=date(2026, 11, 1),
            by=by,
        )
        mark_evidence(
            **place(rendition, "nobody rested"),
            claim=made.claim,
            relation="supports",
            note="So it says.",
            by=by,
        )
        note(rendition, "forced", f"Note {number}.")


def query(values: dict[str, Any]) -> str:
    return "&".join(f"{name}={value}" for name, value in values.items())


JUDGEMENT = {
    "verdict": "supported",
    "credibility": "2",
    "reasons": "It fits.",
    "as_of": "2026-11-01",
    "replacing": "",
}


WORK = {
    "work": "Ravenstein, The Russians on the Amur, London 1861.",
    "access": "not_consulted",
    "relation": "refutes",
    "note": "Tells of the treaty in print.",
    "independence": "independent",
}
