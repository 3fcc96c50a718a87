"""Hiding more of a comment section that is frozen already, for the edition that comes next.

Everything else stays as it was published: what colleagues have decided since waits for a
publisher, and words that an edition did not show are not shown by this one either.
"""

from collections import Counter
from collections.abc import Iterable

from annotations.composing.decisions import HIDDEN, STATUS, Judged
from annotations.composing.layer import Layer
from annotations.composing.ranges import Range, subtract
from annotations.composing.runs import Highlight, cut
from annotations.models import Part
from archive.models import Comment, Rendition
from archive.payloads import CommentPart, CommentSection, RuleCount

OUTCOMES = {status: str(outcome) for outcome, status in STATUS.items()}
Ground = tuple[str, str, str, str]


def hide_bodies(
    section: CommentSection,
    rendition: Rendition,
    comments: Iterable[Comment],
    judged: Judged,
    visible: list[Range],
    highlights: Layer[Highlight],
) -> None:
    """Show of these comments what `judged` leaves of them; `visible` is what may still be seen."""
    items = {item["number"]: item for item in section["items"]}
    for comment in comments:
        item = items[comment.number]
        weigh(section, ground(section, item), -1)
        item["status"], item["rule"], item["notice"] = judged.status, judged.rule, judged.notice
        item["runs"] = []
        if judged.status not in HIDDEN:
            span = (comment.start, comment.end)
            removed = subtract([span], visible)
            item["runs"] = cut(rendition.text, span, highlights=highlights, removed=removed)
        weigh(section, new_ground(judged, Part.BODY), 1)
        if judged.status in HIDDEN:
            forget_parent(section, comment.number)
    count(section)


def hide_handle(section: CommentSection, comments: Iterable[Comment], judged: Judged) -> None:
    """Take the handle that these comments share from all of them."""
    numbers = {comment.number for comment in comments}
    named = [item for item in section["items"] if item["number"] in numbers and item["author"]]
    for item in named:
        item["author"] = None
    if named:
        section["handles_withheld"] += 1
        weigh(section, new_ground(judged, Part.HANDLE), 1)


def forget_parent(section: CommentSection, number: int) -> None:
    """A thread names no parent that is hidden."""
    for item in section["items"]:
        if item["parent"] == number:
            item["parent"], item["parent_withheld"] = None, True


def count(section: CommentSection) -> None:
    status = Counter(item["status"] for item in section["items"])
    section["by_status"] = {name: status[name] for name in section["by_status"]}


def ground(section: CommentSection, item: CommentPart) -> Ground | None:
    """The ground that a comment was counted under."""
    outcome = OUTCOMES.get(item["status"])
    for row in section["grounds"]:
        if (row["rule"], row["part"], row["outcome"]) == (item["rule"], Part.BODY.label, outcome):
            return row["rule"], row["title"], row["part"], row["outcome"]
    return None


def new_ground(judged: Judged, part: Part) -> Ground | None:
    ruling = judged.decision and judged.decision.rule
    if not ruling or judged.status == "shown":
        return None
    return ruling.number, ruling.title, str(part.label), judged.outcome


def weigh(section: CommentSection, ground: Ground | None, change: int) -> None:
    """Count a ground once more or once less."""
    if ground is None:
        return
    rows = section["grounds"]
    counts = {(r["rule"], r["title"], r["part"], r["outcome"]): r["count"] for r in rows}
    counts[ground] = counts.get(ground, 0) + change
    section["grounds"] = [
        RuleCount(rule=rule, title=title, part=part, outcome=outcome, count=number)
        for (rule, title, part, outcome), number in sorted(counts.items())
        if number
    ]
