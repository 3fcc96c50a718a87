from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from annotations.models.case import Outcome
from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import Named, NaturalManager


class Decision(Named, Frozen):
    """What a moderator decided on a case, by which rule and why. A later one supersedes it.

    Undoing is a decision too: it names what it undoes and restores the outcome before it, which
    may be none.
    """

    case = models.ForeignKey("annotations.Case", on_delete=models.PROTECT, related_name="decisions")
    sequence = models.PositiveIntegerField(help_text="From 1 within the case.")
    old_outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    rule = models.ForeignKey("annotations.Rule", on_delete=models.PROTECT, null=True, blank=True)
    severity = models.PositiveSmallIntegerField(default=0, help_text="0 none to 3 severe.")
    reason = models.TextField(help_text="Why, without repeating the words.")
    public_note = models.TextField(blank=True, help_text="What readers see in its place.")
    needs_second_opinion = models.BooleanField(default=False)
    undoes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="undone_by"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(default=timezone.now)

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["case", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["case", "sequence"], name="decision_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="decision_has_reason"),
            models.CheckConstraint(condition=Q(severity__lte=3), name="decision_severity_0_to_3"),
            models.CheckConstraint(
                condition=(Q(outcome="") & Q(rule=None) & Q(undoes__isnull=False))
                | (~Q(outcome="") & Q(rule__isnull=False)),
                name="decision_cites_a_rule",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} ({self.case_id}, {self.sequence})"
