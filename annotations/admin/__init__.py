"""The admin of the judgement: a noun a file."""

from annotations.admin import (
    annotation,
    assessment,
    case,
    claim,
    decision,
    document,
    evidence,
    flag,
    placing,
    redaction,
    revision,
    rule,
    settlement,
)

__all__ = [
    "annotation",
    "assessment",
    "case",
    "claim",
    "decision",
    "document",
    "evidence",
    "flag",
    "placing",
    "redaction",
    "revision",
    "rule",
    "settlement",
]
