"""The least valid row of every model of both apps, for tests that walk over all of them."""

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils import timezone
from model_bakery import baker

from archive.digests import canonical

serial = count(1)

RANGE = {"start": 0, "end": 1}
PAYLOAD = canonical({"title": "A title"})

# What bakery cannot guess: columns that hold constraints, by model label.
COLUMNS: dict[str, Callable[[], dict[str, Any]]] = {
    "archive.authority": lambda: {"kind": "place", "name": f"Place {next(serial)}"},
    "archive.batch": lambda: {"arguments": {"paths": ["a.txt"]}},
    "archive.batchitem": lambda: {"batch": sample("archive.batch"), "path": "a", "reason": "b"},
    "archive.blob": lambda: {"sha256": f"{next(serial):064x}", "size": 1},
    "archive.capture": lambda: {"blob": sample("archive.blob"), "method": "upload"},
    "archive.comment": lambda: {**RANGE, "rendition": sample("archive.rendition")},
    "archive.edition": lambda: {
        "number": next(serial),
        "kind": "document",
        "slug": f"slug-{next(serial)}",
        "payload": PAYLOAD,
        "reason": "why",
        "published_at": timezone.now(),
    },
    "archive.entry": lambda: {"edition": sample("archive.edition"), "kind": "document"},
    "archive.operation": lambda: {"by": sample("archive.user")},
    "archive.quotation": lambda: {
        **RANGE,
        "edition": sample("archive.edition"),
        "rendition": sample("archive.rendition"),
    },
    "archive.rating": lambda: {"value": "B", "grounds": "why"},
    "archive.rendition": lambda: {"capture": sample("archive.capture"), "text": "Words."},
    "archive.section": lambda: {
        **RANGE,
        "rendition": sample("archive.rendition"),
        "kind": "paragraph",
    },
    "archive.withdrawal": lambda: {"edition": sample("archive.edition"), "reason": "why"},
    "annotations.annotation": lambda: {
        **RANGE,
        "rendition": sample("archive.rendition"),
        "kind": "claim",
        "claim": sample("annotations.claim"),
        "stance": "asserts",
    },
    "annotations.assessment": lambda: {
        "verdict": "supported",
        "credibility": 2,
        "reasons": "why",
        "as_of": date(2026, 1, 1),
    },
    "annotations.assignment": lambda: {"claim": sample("annotations.claim"), "document": None},
    "annotations.case": lambda: {
        "comment": sample("archive.comment"),
        "part": "body",
        "state": "open",
        "outcome": "",
    },
    "annotations.decision": lambda: {
        "case": sample("annotations.case"),
        "outcome": "keep",
        "rule": sample("annotations.rule"),
        "reason": "why",
        "severity": 0,
    },
    "annotations.adjudication": lambda: {
        "double": sample("annotations.doublereading"),
        "outcome": "both",
        "reason": "why",
    },
    "annotations.doublereading": lambda: {"rendition": sample("archive.rendition")},
    "annotations.guideline": lambda: {"version": next(serial)},
    "annotations.passageread": lambda: {**RANGE, "reading": sample("annotations.reading")},
    "annotations.reading": lambda: {"double": sample("annotations.doublereading"), "number": 1},
    "annotations.readingmark": lambda: {
        **RANGE,
        "reading": sample("annotations.reading"),
        "kind": "note",
        "stance": "",
        "annotation": None,
    },
    "annotations.evidence": lambda: {
        "claim": sample("annotations.claim"),
        "annotation": sample("annotations.annotation"),
        "relation": "supports",
        "access": "",
        "work": "",
        "note": "why",
    },
    "annotations.flag": lambda: {"case": sample("annotations.case")},
    "annotations.placing": lambda: {
        "annotation": sample("annotations.annotation"),
        "rendition": sample("archive.rendition"),
        "state": "orphan",
        "score": 0.5,
    },
    "annotations.redaction": lambda: {**RANGE, "decision": sample("annotations.decision")},
    "annotations.reply": lambda: {
        "claim": sample("annotations.claim"),
        "document": None,
        "name": "An envoy",
        "concern": "the one named",
        "received_on": date(2026, 1, 1),
        "words": "No.",
    },
    "annotations.replyreview": lambda: {
        "reply": sample("annotations.reply"),
        "outcome": "show",
        "reason": "why",
    },
    "annotations.verdictscale": lambda: {"name": "Scale", "definition": "For claims."},
    "annotations.verdictvalue": lambda: {
        "position": next(serial),
        "label": "true",
        "definition": "So it is.",
        "maps_to": "supported",
    },
    "annotations.revision": lambda: {"fields": {}},
    "annotations.rule": lambda: {"outcomes": ["keep"]},
    "annotations.settlement": lambda: {
        "placing": sample("annotations.placing"),
        "outcome": "accepted",
        "reason": "why",
    },
}

LABELS = sorted(
    model._meta.label_lower
    for app in ("archive", "annotations")
    for model in apps.get_app_config(app).get_models()
)


def sample(label: str) -> Model:
    """A row of the model, with whatever rows it needs."""
    made: Model = baker.make(label, **COLUMNS.get(label, dict)())
    return made


__all__ = ["COLUMNS", "LABELS", "sample"]
