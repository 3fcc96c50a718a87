"""The least payload of each kind that can be frozen and projected."""

from typing import Any

from archive.digests import sha256


def run(text: str) -> dict[str, Any]:
    return {"text": text, "annotations": [], "mark": ""}


def payload(kind: str, slug: str, number: int = 1, **own: Any) -> dict[str, Any]:
    return {
        "schema": "variorum-edition/1",
        "kind": kind,
        "uid": sha256(slug)[:10],
        "slug": slug,
        "number": number,
        "title": slug.capitalize(),
        "published_at": "2026-01-02T03:04:05Z",
        "published_by": "Piers",
        "reason": "First publication.",
        **PARTS[kind](),
        **own,
    }


def document_parts() -> dict[str, Any]:
    block = {"kind": "paragraph", "number": 1, "level": None, "items": []}
    return {
        "item_type": "document",
        "language": "en",
        "authors": [],
        "dated": "2022-09",
        "dated_note": "",
        "abstract": "An abstract.",
        "source": source_part("a-site", "C"),
        "blocks": [block | {"runs": [run("The body "), run("of the text.")]}],
        "notes": [note("claim", statement="A statement."), note("note", markdown="A remark.")],
        "comments": {
            "found": 4,
            "by_status": {"shown": 1, "collapsed": 1, "withheld": 1, "unreviewed": 1},
            "items": [
                {"status": "shown", "runs": [run("A shown comment.")]},
                {"status": "collapsed", "runs": [run("A collapsed comment.")]},
                {"status": "withheld", "runs": []},
                {"status": "unreviewed", "runs": []},
            ],
        },
    }


def source_part(slug: str, value: str) -> dict[str, Any]:
    rating = {"value": value, "grounds": "Its grounds."}
    return {"slug": slug, "name": slug.capitalize(), "kind": "news_site", "rating": rating}


def note(kind: str, *, statement: str = "", markdown: str = "") -> dict[str, Any]:
    return {
        "kind": kind,
        "markdown": markdown,
        "claim": {"statement": statement} if statement else None,
    }


def claim_parts() -> dict[str, Any]:
    assessment = {"credibility": 2, "verdict": "supported", "reasons": "Good reasons."}
    return {
        "claim": {
            "statement": "A statement.",
            "kind": "fact",
            "topics": ["treaties"],
            "when": "1858-05-28",
            "assessment": assessment,
        },
        "appearances": [
            {"place": {"document": slug, "exact": f"Words of {slug}."}}
            for slug in ("b-text", "a-text", "b-text")
        ],
    }


def source_parts() -> dict[str, Any]:
    return {"source": source_part("a-site", "B"), "description": "A description."}


def rules_parts() -> dict[str, Any]:
    return {"rules": [{"number": "1", "title": "A rule"}, {"number": "2", "title": "Another"}]}


def scales_parts() -> dict[str, Any]:
    values = [{"label": "true"}, {"label": "false"}]
    return {"scales": [{"name": "Two words", "values": values}]}


PARTS = {
    "document": document_parts,
    "claim": claim_parts,
    "source": source_parts,
    "rules": rules_parts,
    "scales": scales_parts,
}
