from django.db import models
from django.db.models import Q

from archive.models.identity import Named, NaturalManager, Versioned


class Part(models.TextChoices):
    BODY = "body", "comment"
    HANDLE = "handle", "handle"


class CaseState(models.TextChoices):
    OPEN = "open", "open"
    SECOND_OPINION = "second_opinion", "waits for a second opinion"
    DECIDED = "decided", "decided"


class Outcome(models.TextChoices):
    UNDECIDED = "", "not reviewed"
    KEEP = "keep", "keep"
    COLLAPSE = "collapse", "collapse"
    REDACT = "redact", "redact"
    WITHHOLD = "withhold", "withhold"


class Case(Named, Versioned):
    """The matter of one comment's words, or of one handle in a document.

    A handle is decided once per document, on its first comment; `words_sha256` binds the case to
    the words, `context_sha256` to text, handle and the parent's text. State and outcome are those
    of the last decision and change with it.
    """

    document = models.ForeignKey(
        "archive.Document", on_delete=models.PROTECT, related_name="+", related_query_name="case"
    )
    comment = models.ForeignKey(
        "archive.Comment",
        on_delete=models.PROTECT,
        related_name="+",
        related_query_name="case",
        db_index=False,
    )
    part = models.CharField(max_length=6, choices=Part)
    words_sha256 = models.CharField(max_length=64, editable=False)
    context_sha256 = models.CharField(max_length=64, editable=False)
    state = models.CharField(max_length=14, choices=CaseState, default=CaseState.OPEN)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True, default="")

    objects = NaturalManager()

    class Meta:
        ordering = ["document", "comment__number", "part"]
        permissions = [("decide_case", "Can decide on comments and handles")]
        constraints = [
            models.UniqueConstraint(fields=["comment", "part"], name="case_once_per_comment"),
            models.CheckConstraint(
                condition=(Q(state=CaseState.DECIDED) & ~Q(outcome=""))
                | Q(state=CaseState.SECOND_OPINION)
                | Q(state=CaseState.OPEN, outcome=""),
                name="case_decided_has_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} of {self.comment}"
