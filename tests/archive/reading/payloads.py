"""Payloads as composition makes them, built by hand."""

from typing import Any

from archive.payloads import REDACTED, SCHEMA

STAMP = "2026-11-22T10:30:00Z"

Part = dict[str, Any]


def base(kind: str, slug: str, title: str, number: int = 1, uid: str = "") -> Part:
    return {
        "schema": SCHEMA,
        "kind": kind,
        "uid": uid or f"{kind[0]}{slug}"[:10],
        "slug": slug,
        "number": number,
        "title": title,
        "published_at": STAMP,
        "published_by": "Piers Publisher",
        "reason": "First publication.",
        "change": "" if number == 1 else "update",
    }


def run(text: str, *notes: str, mark: str = "") -> Part:
    return {"text": text, "annotations": list(notes), "mark": mark}


def block(
    number: int, *runs: Part, kind: str = "paragraph", level: int | None = None, items: Any = ()
) -> Part:
    return {
        "kind": kind,
        "number": number,
        "level": level,
        "runs": list(runs),
        "items": list(items),
    }


def rating(value: str = "C", label: str = "fairly reliable", **values: Any) -> Part:
    return {
        "value": value,
        "label": label,
        "topic": "",
        "grounds": "Checked against the printed treaties: sound on dates, loose on numbers.",
        "rated_by": "Edith Editor",
        "rated_at": STAMP,
        "review_by": None,
        **values,
    }


NOT_JUDGED = rating(
    "F", "reliability cannot be judged", grounds="", rated_by="", rated_at="", review_by=None
)


def source(slug: str = "gazette", name: str = "The Gazette", **values: Any) -> Part:
    return {"slug": slug, "name": name, "kind": "news_site", "url": "", "rating": rating()} | values


def assessment(**values: Any) -> Part:
    return {
        "credibility": 2,
        "label": "probably true",
        "verdict": "supported",
        "verdict_label": "supported",
        "scaled": None,
        "reasons": "The treaty’s own first article says so.",
        "as_of": "2026-11-20",
        "assessed_by": "Edith Editor",
        "assessed_at": STAMP,
        **values,
    }


def place(document: str = "treaty", **values: Any) -> Part:
    return {
        "document": document,
        "title": "The treaty of the river",
        "edition": 1,
        "passage": 2,
        "note_id": "aplace0001",
        "source": "The Gazette",
        "reliability": "C",
        "before": "it was agreed that ",
        "exact": "the left bank",
        "after": " belongs to the north",
        **values,
    }


def evidence(**values: Any) -> Part:
    return {
        "id": "aevidence1",
        "relation": "supports",
        "place": place(),
        "work": "",
        "work_url": "",
        "access": "",
        "access_label": "",
        "cited_through": "",
        "locator": "",
        "independence": "independent",
        "independence_label": "independent",
        "derived_from": "",
        "strength": "",
        "strength_label": "",
        "sets": [],
        "note": "The words of the treaty themselves.",
        "added_by": "Edith Editor",
        **values,
    }


def outside(**values: Any) -> Part:
    return evidence(
        id="aevidence2",
        place=None,
        work="A. Writer, A History of the River (1901)",
        access="not_consulted",
        access_label="not consulted",
        independence="unknown",
        **values,
    )


def claim(slug: str = "left-bank", **values: Any) -> Part:
    return {
        "slug": slug,
        "statement": "The treaty gave the left bank to the north.",
        "kind": "fact",
        "speaker": "",
        "topics": ["borders"],
        "place": "",
        "when_written": "",
        "calendar": "",
        "when": "",
        "assessment": assessment(),
        "evidence": [],
        "evidence_left_out": 0,
        "sets": [],
        **values,
    }


def note(name: str = "anote00001", passage: int = 1, **values: Any) -> Part:
    return {
        "id": name,
        "kind": "note",
        "passage": passage,
        "markdown": "A *remark*.",
        "stance": "",
        "claim": None,
        "by": "Edith Editor",
        "at": STAMP,
        **values,
    }


def claim_note(name: str = "aclaim0001", passage: int = 1, **values: Any) -> Part:
    stance = values.pop("stance", "asserts")
    return note(name, passage, kind="claim", markdown="", stance=stance, claim=claim(**values))


def comment(number: int = 1, text: str = "I read it twice.", **values: Any) -> Part:
    status = values.get("status", "shown")
    return {
        "number": number,
        "depth": 0,
        "parent": None,
        "parent_withheld": False,
        "parent_inferred": False,
        "author": f"reader-{number}",
        "posted": "",
        "status": status,
        "runs": [] if status in ("withheld", "unreviewed") else [run(text)],
        "rule": "",
        "notice": "",
        **values,
    }


def comments(*items: Part, **values: Any) -> Part:
    names = ("shown", "collapsed", "redacted", "withheld", "unreviewed")
    return {
        "stated": len(items),
        "found": len(items),
        "by_status": {name: sum(item["status"] == name for item in items) for name in names},
        "handles_withheld": sum(item["author"] is None for item in items),
        "grounds": [],
        "rules_version": None,
        "platform": None,
        "items": list(items),
        **values,
    }


REMOVED = run(REDACTED, mark="redacted")


def ground(rule: str, title: str, outcome: str, count: int = 1) -> Part:
    return {
        "rule": rule,
        "title": title,
        "part": "comment",
        "outcome": outcome,
        "count": count,
    }


def provenance(**values: Any) -> Part:
    return {
        "origin_status": "attributed",
        "origin_status_label": "attributed, not verified",
        "origin": "Said to come from the Gazette’s site.",
        "authenticity": "Unverified copy.",
        "rights": "No statement is known.",
        "licence": "",
        "licence_url": "",
        "attribution": "",
        "captured_at": None,
        "received_at": STAMP,
        "address": "",
        "original_sha256": "ab" * 32,
        "original_size": 1234,
        "media_type": "text/plain",
        "encoding": "utf-8",
        "extractor": "text",
        "extractor_version": "1",
        "completeness": "",
        "warnings": [],
        **values,
    }


def document(slug: str = "treaty", title: str = "The treaty of the river", **values: Any) -> Part:
    number = values.pop("number", 1)
    return {
        **base("document", slug, title, number),
        "item_type": "newspaperArticle",
        "language": "en",
        "authors": ["A. Author"],
        "dated": "2022-09",
        "dated_note": "",
        "abstract": "What was agreed, and what was not.",
        "source": source(),
        "provenance": provenance(),
        "blocks": [block(1, run("The left bank belongs to the north."))],
        "notes": [],
        "notes_left_out": 0,
        "comments": None,
        "notices": [],
        "replies": [],
        **values,
    }


def claim_page(slug: str = "left-bank", number: int = 1, **values: Any) -> Part:
    part = claim(slug, **values)
    return {
        **base("claim", slug, part["statement"], number),
        "claim": part,
        "appearances": [{"stance": "asserts", "place": place()}],
        "appearances_left_out": 0,
        "history": [part["assessment"]] if part["assessment"] else [],
        "replies": [],
    }


def scaled(**values: Any) -> Part:
    return {
        "scale": "six-step",
        "name": "Six steps",
        "version": 1,
        "value": "mostly-false",
        "label": "mostly false",
        "definition": "What is true in it does not carry what it says.",
        "rating": 2,
        "worst": 1,
        "best": 6,
        **values,
    }


def reply(**values: Any) -> Part:
    return {
        "id": "areply0001",
        "name": "The envoy’s office",
        "concern": "the institution named",
        "received_on": "2026-11-21",
        "words": "We never said so.\n\nSee our letter of 1858.",
        **values,
    }


def scales_page(number: int = 1) -> Part:
    words = (("true", "true", "supported", 2), ("false", "false", "refuted", 1))
    values = [
        {
            "value": slug,
            "label": label,
            "definition": f"It is {label}.",
            "rating": rating,
            "maps_to": verdict,
            "maps_to_label": verdict,
        }
        for slug, label, verdict, rating in words
    ]
    scale = {
        "scale": "two",
        "name": "Two words",
        "version": number,
        "definition": "For the plainest of claims.",
        "values": values,
    }
    return {
        **base("scales", "verdict-scales", "Verdict scales", number, uid="scales"),
        "scales": [scale],
    }


def source_page(slug: str = "gazette", number: int = 1, **values: Any) -> Part:
    part = source(slug, **values)
    return {
        **base("source", slug, part["name"], number),
        "source": part,
        "description": "A newspaper of the river towns.",
        "part_of": "",
        "parts": [],
        "ratings": [part["rating"]],
    }


def rules_page(number: int = 1) -> Part:
    return {
        **base("rules", "moderation-rules", "Moderation rules", number, uid="rules"),
        "rules": [
            {
                "number": "1",
                "title": "Threats",
                "text": "Words that threaten people are withheld.",
                "category": "violence",
                "outcomes": ["withhold"],
            },
            {
                "number": "2.1",
                "title": "Insults",
                "text": "An insult is redacted where the rest can stand without it.",
                "category": "",
                "outcomes": ["redact", "collapse"],
            },
        ],
    }
