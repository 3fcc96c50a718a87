"""What the page of a payload shows, apart from addresses: the template's name and its context.

Nothing but the payload is read, so that a preview of what is not published yet shows the same.
"""

from typing import Any

from archive.reading.addresses import edition_path, subject_path
from archive.reading.apparatus import Apparatus
from archive.reading.naming import named, unnamed
from archive.reading.passages import groups
from archive.reading.thread import thread
from archive.reading.weighing import conflict, reliabilities, sides

Payload = dict[str, Any]

RULES = "moderation-rules"


def document(payload: Payload) -> dict[str, Any]:
    apparatus = Apparatus(payload)
    # In the order of the page: what is drawn first takes its notes first.
    text = groups(payload, apparatus)
    comments = thread(payload["comments"], apparatus) if payload["comments"] else []
    return {
        "groups": text,
        "thread": comments,
        "further_notes": apparatus.remaining(),
        "claims": [row for row in apparatus.notes if row.note["claim"]],
        "rules_path": rules_path(payload["comments"]),
    }


def rules_path(comments: dict[str, Any] | None) -> str:
    """The version of the moderation rules that the comments were judged by."""
    version = comments and comments["rules_version"]
    if not version:
        return subject_path("rules", RULES)
    return edition_path("rules", RULES, version)


def claim(payload: Payload) -> dict[str, Any]:
    claim = payload["claim"]
    return {
        "named": named(claim),
        "spoken": unnamed(claim, "speaker"),
        "placed": unnamed(claim, "place"),
        "evidence": sides(claim),
        "conflict": conflict(part["relation"] for part in claim["evidence"]),
        "reliabilities": reliabilities(payload),
    }


def plain(payload: Payload) -> dict[str, Any]:
    return {}


FACES = {
    "document": ("archive/document.html", document),
    "claim": ("archive/claim.html", claim),
    "source": ("archive/source.html", plain),
    "rules": ("archive/rules.html", plain),
    "scales": ("archive/scales.html", plain),
}


def face(payload: Payload) -> tuple[str, dict[str, Any]]:
    """The template of a payload's kind, and its context."""
    template, context = FACES[payload["kind"]]
    return template, {"payload": payload, **context(payload)}
