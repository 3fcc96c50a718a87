"""One of everything: a document whose page shows it, and an archive that holds it."""

from archive.models import Edition
from tests.archive.reading.editions import publish
from tests.archive.reading.payloads import (
    NOT_JUDGED,
    REMOVED,
    Part,
    assessment,
    block,
    claim_note,
    claim_page,
    comment,
    comments,
    document,
    evidence,
    ground,
    note,
    outside,
    reply,
    rules_page,
    run,
    scaled,
    scales_page,
    source,
    source_page,
)


def every_kind() -> Part:
    """A document whose page shows one of everything."""
    return document(
        blocks=[
            block(1, run("The treaty of the river"), kind="title", level=1),
            block(2, run("By A. Author"), kind="byline"),
            block(
                3,
                kind="infobox",
                items=[{"number": 3, "key": [run("Date")], "runs": [run("1858")]}],
            ),
            block(4, run("Background"), kind="heading", level=2),
            block(
                5,
                run("In that year it was agreed that "),
                run("the left bank ", "aclaim0001"),
                run("belongs to the north", "aclaim0001", "anote00001"),
                run(", as had been asked.", "anote00001"),
                run("[2]", mark="reference"),
                run(" Some doubt it."),
                run("[citation needed]", mark="citation_needed"),
            ),
            block(6, run("Terms"), kind="heading", level=4),
            block(
                7,
                kind="list",
                items=[
                    {"number": 7, "runs": [run("1. the left bank")]},
                    {"number": 8, "runs": [run("2. the "), run("ports", "aquestion1")]},
                ],
            ),
            block(9, run("As was said:"), run("", "alacuna001", mark="lacuna")),
            block(10, run("We have agreed."), kind="quotation"),
            block(11, run("Share this page"), kind="residue"),
        ],
        notes=[
            claim_note(
                "aclaim0001",
                5,
                evidence=[
                    evidence(),
                    outside(relation="refutes", locator="p. 12"),
                    evidence(id="aevidence3", relation="qualifies", independence="same_platform"),
                ],
            ),
            note("anote00001", 5),
            note("aquestion1", 8, kind="question", markdown="Which ports?"),
            note("alacuna001", 9, kind="lacuna", markdown="A quotation was lost."),
        ],
        comments=comments(
            comment(1),
            comment(2, status="withheld", rule="1", notice="A threat.", author=None),
            comment(3, depth=1, parent_withheld=True, parent_inferred=True),
            comment(4, depth=1, parent=1, parent_inferred=True),
            comment(5, status="redacted", rule="2.1", runs=[run("So says "), REMOVED]),
            comment(6, status="collapsed", rule="2.1", notice="An insult.", author=""),
            comment(7, status="unreviewed", author=None),
            stated=9,
            rules_version=1,
            platform=source("gazette-comments", "Comments of the Gazette", rating=NOT_JUDGED),
            grounds=[
                ground("1", "Threats", "withhold"),
                ground("2.1", "Insults", "redact"),
                ground("2.1", "Insults", "collapse"),
            ],
        ),
    )


def weighed(number: int = 1) -> Part:
    """A claim whose evidence conflicts, some of it a set, with a word of a scale and an answer."""
    found = claim_page(
        number=number,
        assessment=assessment(scaled=scaled()),
        evidence=[
            evidence(strength="strong", strength_label="strong"),
            outside(relation="refutes", sets=[1], strength="slight", strength_label="slight"),
            evidence(id="aevidence3", relation="refutes", sets=[1]),
            evidence(
                id="aevidence4",
                relation="qualifies",
                independence="derived",
                derived_from="aevidence2",
            ),
        ],
        sets=[
            {
                "number": 1,
                "relation": "refutes",
                "evidence": ["aevidence2", "aevidence3"],
                "left_out": 1,
            }
        ],
    )
    return found | {"replies": [reply()]}


def published_archive() -> Edition:
    """One of everything, published; returns the document's edition."""
    publish(rules_page())
    publish(scales_page())
    publish(source_page())
    publish(source_page("gazette-comments", name="Comments of the Gazette", rating=NOT_JUDGED))
    publish(weighed())
    publish(weighed(2) | {"change": "correction"})
    return publish(every_kind())
