"""The comment section as decided, with a plain statement of what is withheld."""

from collections import Counter

from annotations.composing.decisions import HIDDEN, Judged, Verdicts
from annotations.composing.layer import Layer
from annotations.composing.runs import Highlight, cut
from annotations.composing.sources import source_part
from annotations.models import Decision, Part
from archive.models import Comment, Document, Rendition
from archive.payloads import CommentPart, CommentSection, RuleCount, Run

STATUSES = ("shown", "collapsed", "redacted", "withheld", "unreviewed")


def comment_section(
    document: Document, rendition: Rendition, verdicts: Verdicts, highlights: Layer[Highlight]
) -> CommentSection | None:
    """None where the page states no comments and has none."""
    if rendition.stated_comments is None and not verdicts.comments:
        return None
    items = [comment_part(verdicts, row, highlights) for row in verdicts.comments]
    status = Counter(item["status"] for item in items)
    handles = [judged for judged in distinct_handles(verdicts) if judged.status != "shown"]
    versions = [row.rule.version for row in decisions(verdicts) if row.rule]
    return CommentSection(
        stated=rendition.stated_comments,
        found=len(items),
        by_status={name: status[name] for name in STATUSES},
        handles_withheld=len(handles),
        grounds=grounds(verdicts),
        rules_version=max(versions, default=None),
        platform=source_part(document.comment_source),
        items=items,
    )


def comment_part(verdicts: Verdicts, comment: Comment, highlights: Layer[Highlight]) -> CommentPart:
    body = verdicts.body(comment)
    parent = comment.parent
    hidden_parent = bool(parent and verdicts.body(parent).status in HIDDEN)
    return CommentPart(
        number=comment.number,
        depth=comment.depth,
        parent=parent.number if parent and not hidden_parent else None,
        parent_withheld=hidden_parent,
        parent_inferred=comment.parent_inferred,
        author=author(verdicts, comment),
        posted=verdicts.text[comment.posted_start or 0 : comment.posted_end or 0],
        status=body.status,
        runs=body_runs(verdicts, comment, body, highlights),
        rule=body.rule,
        notice=body.notice,
    )


def body_runs(
    verdicts: Verdicts, comment: Comment, body: Judged, highlights: Layer[Highlight]
) -> list[Run]:
    if body.status in HIDDEN:
        return []
    span = (comment.start, comment.end)
    return cut(verdicts.text, span, highlights=highlights, removed=body.redactions)


def author(verdicts: Verdicts, comment: Comment) -> str | None:
    """The handle; null where it is withheld, "" where there is none."""
    judged = verdicts.handle(comment)
    if judged is None:
        return ""
    return verdicts.handle_words(comment) if judged.status == "shown" else None


def distinct_handles(verdicts: Verdicts) -> list[Judged]:
    """Every handle of the section once, whether or not it has a case."""
    found = {
        verdicts.handle_words(comment): judged
        for comment in verdicts.comments
        if (judged := verdicts.handle(comment))
    }
    return list(found.values())


def decisions(verdicts: Verdicts) -> list[Decision]:
    judged = [*verdicts.bodies.values(), *verdicts.handles.values()]
    return [row.decision for row in judged if row.decision]


def grounds(verdicts: Verdicts) -> list[RuleCount]:
    """How often each rule was the ground for not showing something as it stands."""
    counts: Counter[tuple[str, str, str, str]] = Counter()
    bodies = [(Part.BODY, verdicts.body(comment)) for comment in verdicts.comments]
    for part, judged in [*bodies, *((Part.HANDLE, row) for row in distinct_handles(verdicts))]:
        decision = judged.decision
        if decision and decision.rule and judged.status != "shown":
            rule = decision.rule
            counts[rule.number, rule.title, part.label, judged.outcome] += 1
    return [
        RuleCount(rule=rule, title=title, part=part, outcome=outcome, count=count)
        for (rule, title, part, outcome), count in sorted(counts.items())
    ]
