"""The admin of the judgement: a noun a file."""

from annotations.admin import (
    annotation,
    assessment,
    assignment,
    case,
    claim,
    claim_word,
    decision,
    document,
    evidence,
    flag,
    mention,
    placing,
    redaction,
    revision,
    rule,
    settlement,
)

__all__ = [
    "annotation",
    "assessment",
    "assignment",
    "case",
    "claim",
    "claim_word",
    "decision",
    "document",
    "evidence",
    "flag",
    "mention",
    "placing",
    "redaction",
    "revision",
    "rule",
    "settlement",
]
