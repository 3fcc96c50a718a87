"""The judgement: a noun a file."""

from annotations.models.adjudication import Adjudication, AdjudicationOutcome
from annotations.models.annotation import Annotation, AnnotationKind, AnnotationState, Stance
from annotations.models.assessment import Assessment, Credibility, Verdict
from annotations.models.assignment import Assignment
from annotations.models.case import Case, CaseState, Outcome, Part
from annotations.models.claim import Calendar, Claim, ClaimKind, ClaimState
from annotations.models.claim_word import ClaimWord
from annotations.models.decision import Decision
from annotations.models.double_reading import DoubleReading, DoubleReadingState, Reading
from annotations.models.evidence import (
    Access,
    Evidence,
    EvidenceState,
    Independence,
    Relation,
    Strength,
)
from annotations.models.flag import Flag
from annotations.models.guideline import Guideline
from annotations.models.mention import Mention, MentionRole
from annotations.models.placing import Placing, PlacingState
from annotations.models.reading_mark import PassageRead, ReadingMark
from annotations.models.redaction import Redaction
from annotations.models.reply import Reply, ReplyReview, ReviewOutcome
from annotations.models.revision import Revision
from annotations.models.rule import Rule
from annotations.models.scale import VerdictScale, VerdictValue
from annotations.models.settlement import Settled, Settlement

__all__ = [
    "Access",
    "Adjudication",
    "AdjudicationOutcome",
    "Annotation",
    "AnnotationKind",
    "AnnotationState",
    "Assessment",
    "Assignment",
    "Calendar",
    "Case",
    "CaseState",
    "Claim",
    "ClaimKind",
    "ClaimState",
    "ClaimWord",
    "Credibility",
    "Decision",
    "DoubleReading",
    "DoubleReadingState",
    "Evidence",
    "EvidenceState",
    "Flag",
    "Guideline",
    "Independence",
    "Mention",
    "MentionRole",
    "Outcome",
    "Part",
    "PassageRead",
    "Placing",
    "PlacingState",
    "Reading",
    "ReadingMark",
    "Redaction",
    "Relation",
    "Reply",
    "ReplyReview",
    "ReviewOutcome",
    "Revision",
    "Rule",
    "Settled",
    "Settlement",
    "Stance",
    "Strength",
    "Verdict",
    "VerdictScale",
    "VerdictValue",
]
