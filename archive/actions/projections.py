"""Entries for lists and public search, derived from open editions and from nothing else."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from archive.models import Edition, EditionKind, Entry


def project(kind: str, subject_uid: str) -> Entry | None:
    """Make the entry of a subject from its newest open edition; without one there is no entry."""
    subject = Edition.objects.filter(kind=kind, subject_uid=subject_uid)
    Entry.objects.filter(edition__in=subject).delete()
    newest = subject.open().order_by("-number").first()
    if newest is None:
        return None
    return Entry.objects.create(edition=newest, **columns(newest))


@transaction.atomic
def rebuild() -> int:
    """Make all entries anew from the open editions; returns how many."""
    Entry.objects.all().delete()
    subjects = Edition.objects.open().order_by().values_list("kind", "subject_uid").distinct()
    return sum(project(*subject) is not None for subject in subjects.iterator())


def columns(edition: Edition) -> dict[str, Any]:
    payload = edition.content
    own = {
        EditionKind.DOCUMENT: document_columns,
        EditionKind.CLAIM: claim_columns,
        EditionKind.SOURCE: source_columns,
        EditionKind.RULES: rules_columns,
        EditionKind.SCALES: scales_columns,
    }[EditionKind(edition.kind)]
    return {
        "kind": edition.kind,
        "slug": edition.slug,
        "title": payload["title"],
        "published_at": edition.published_at,
    } | own(payload)


def document_columns(payload: dict[str, Any]) -> dict[str, Any]:
    source, comments = payload["source"] or {}, payload["comments"] or {}
    by_status = comments.get("by_status", {})
    return {
        "abstract": payload["abstract"],
        "text": "\n".join(document_words(payload)),
        "language": payload["language"],
        "item_type": payload["item_type"],
        "source_slug": source.get("slug", ""),
        "source_name": source.get("name", ""),
        "reliability": source["rating"]["value"] if source else "F",
        "dated": payload["dated"],
        "claims": sum(note["kind"] == "claim" for note in payload["notes"]),
        "comments": comments.get("found", 0),
        "comments_withheld": by_status.get("withheld", 0) + by_status.get("unreviewed", 0),
    }


def document_words(payload: dict[str, Any]) -> Iterator[str]:
    """What a search may find. Collapsed comments stay out: who searches did not open them."""
    yield payload["title"]
    for block in payload["blocks"]:
        for runs in [block["runs"], *(item["runs"] for item in block["items"])]:
            yield words(runs)
    for note in payload["notes"]:
        yield note["claim"]["statement"] if note["claim"] else note["markdown"]
    for comment in (payload["comments"] or {"items": []})["items"]:
        if comment["status"] in ("shown", "redacted"):
            yield words(comment["runs"])


def words(runs: list[dict[str, Any]]) -> str:
    return "".join(run["text"] for run in runs)


def claim_columns(payload: dict[str, Any]) -> dict[str, Any]:
    claim, appearances = payload["claim"], payload["appearances"]
    assessment = claim["assessment"] or {}
    places = [appearance["place"] for appearance in appearances]
    return {
        "abstract": assessment.get("reasons", ""),
        "text": "\n".join(
            [claim["statement"], *spelt(claim), *(place["exact"] for place in places)]
        ),
        "claim_kind": claim["kind"],
        "credibility": assessment.get("credibility"),
        "verdict": assessment.get("verdict", ""),
        "topics": claim["topics"],
        "documents": sorted({place["document"] for place in places}),
        "dated": claim["when"],
    }


def spelt(claim: dict[str, Any]) -> Iterator[str]:
    """Every name of what the claim names: who searches may know another."""
    for record in claim.get("names", ()):
        yield from (record["name"], *record["variants"])


def source_columns(payload: dict[str, Any]) -> dict[str, Any]:
    source = payload["source"]
    return {
        "abstract": payload["description"],
        "text": "\n".join([source["name"], payload["description"], source["rating"]["grounds"]]),
        "item_type": source["kind"],
        "source_slug": source["slug"],
        "source_name": source["name"],
        "reliability": source["rating"]["value"],
    }


def rules_columns(payload: dict[str, Any]) -> dict[str, Any]:
    rules = payload["rules"]
    return {"text": "\n".join(f"{rule['number']} {rule['title']}" for rule in rules)}


def scales_columns(payload: dict[str, Any]) -> dict[str, Any]:
    words = [part["label"] for scale in payload["scales"] for part in scale["values"]]
    return {"text": "\n".join([*(scale["name"] for scale in payload["scales"]), *words])}
