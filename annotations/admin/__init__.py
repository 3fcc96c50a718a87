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
    redaction,
    revision,
    rule,
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
    "redaction",
    "revision",
    "rule",
]
