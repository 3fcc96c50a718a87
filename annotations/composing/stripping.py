"""Taking words out of a frozen payload, to make the payload of the next edition. Pure.

Nothing is added on the way: what nobody reviewed for publication must not slip in with a
withdrawal. Whatever repeats the removed words goes with them.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from annotations.composing.words import Withheld
from archive.payloads import Place

Payload = dict[str, Any]
Gone = Callable[[Place], bool]


def strip(payload: Payload, gone: Gone, words: Withheld) -> Payload | None:
    """The payload without the places that are gone and without what repeats `words`.

    None where nothing is left to publish.
    """
    payload = deepcopy(payload)
    if payload["kind"] == "claim":
        return strip_claim(payload, gone, words)
    strip_notes(payload, gone, words)
    payload["notices"] = [notice for notice in payload["notices"] if not words.holds(notice)]
    strip_replies(payload, words)
    return payload


def strip_claim(payload: Payload, gone: Gone, words: Withheld) -> Payload | None:
    claim = payload["claim"]
    strip_part(claim, gone, words)
    kept = [row for row in payload["appearances"] if not gone(row["place"])]
    payload["appearances_left_out"] += len(payload["appearances"]) - len(kept)
    payload["appearances"] = kept
    strip_replies(payload, words)
    assessments = [claim["assessment"], *payload["history"]]
    own = [claim["statement"], *(row["reasons"] for row in assessments if row)]
    return payload if kept and not any(map(words.holds, own)) else None


def strip_part(claim: Payload, gone: Gone, words: Withheld) -> None:
    """Take out of a claim the evidence that is gone, and a date in words that are gone."""
    kept = [
        row
        for row in claim["evidence"]
        if not (row["place"] and gone(row["place"])) and not words.holds(row["note"])
    ]
    claim["evidence_left_out"] += len(claim["evidence"]) - len(kept)
    claim["evidence"] = kept
    shrink_sets(claim, {row["id"] for row in kept})
    if words.holds(claim["when_written"]):
        claim["when_written"] = ""


def shrink_sets(claim: Payload, kept: set[str]) -> None:
    """Count what is gone out of each set: the rest bears on the claim with it, not alone."""
    for part in claim.get("sets", ()):
        left = [uid for uid in part["evidence"] if uid in kept]
        part["left_out"] += len(part["evidence"]) - len(left)
        part["evidence"] = left


def strip_replies(payload: Payload, words: Withheld) -> None:
    """Take out an answer that repeats the words: it is verbatim or not at all."""
    payload["replies"] = [
        reply
        for reply in payload.get("replies", ())
        if not any(words.holds(reply[key]) for key in ("name", "concern", "words"))
    ]


def strip_notes(payload: Payload, gone: Gone, words: Withheld) -> None:
    for note in payload["notes"]:
        if note["claim"]:
            strip_part(note["claim"], gone, words)
    drop_notes(payload, {note["id"] for note in payload["notes"] if repeats(note, words)})


def drop_notes(payload: Payload, ids: set[str]) -> None:
    """Take these notes out, counted, and their marks in the text with them."""
    kept = [note for note in payload["notes"] if note["id"] not in ids]
    payload["notes_left_out"] += len(payload["notes"]) - len(kept)
    payload["notes"] = kept
    forget_highlights(payload, {note["id"] for note in kept})


def repeats(note: Payload, words: Withheld) -> bool:
    claim = note["claim"] or {}
    assessment = claim.get("assessment") or {}
    own = (note["markdown"], claim.get("statement", ""), assessment.get("reasons", ""))
    return any(map(words.holds, own))


def forget_highlights(value: Any, kept: set[str]) -> None:
    """Take the ids of notes that are gone out of every run."""
    if isinstance(value, dict):
        if "mark" in value:
            value["annotations"] = [uid for uid in value["annotations"] if uid in kept]
        for part in value.values():
            forget_highlights(part, kept)
    elif isinstance(value, list):
        for part in value:
            forget_highlights(part, kept)
