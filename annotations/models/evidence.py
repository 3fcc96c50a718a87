from django.db import models
from django.db.models import Q

from annotations.models.identity import Authored
from archive.models.identity import Named, NaturalManager, Versioned


class Relation(models.TextChoices):
    """What the evidence does to the claim (CiTO: supports, disputes, qualifies)."""

    SUPPORTS = "supports", "supports"
    REFUTES = "refutes", "refutes"
    QUALIFIES = "qualifies", "qualifies"


class Independence(models.TextChoices):
    UNKNOWN = "unknown", "not known"
    INDEPENDENT = "independent", "independent"
    DERIVED = "derived", "derived from another"
    SAME_PLATFORM = "same_platform", "same platform"


class Strength(models.TextChoices):
    """How far evidence carries, in rising order; defined in `archive.reading.vocabulary`."""

    UNSAID = "", "not said"
    SLIGHT = "slight", "slight"
    FAIR = "fair", "fair"
    STRONG = "strong", "strong"
    DECISIVE = "decisive", "decisive"


class Access(models.TextChoices):
    """How the archive knows an outside work; empty for words that it holds itself."""

    HELD = "", "held in the archive"
    IN_HAND = "in_hand", "in hand"
    CITED_THROUGH = "cited_through", "cited through another work"
    NOT_CONSULTED = "not_consulted", "not consulted"


class EvidenceState(models.TextChoices):
    ACTIVE = "active", "active"
    DELETED = "deleted", "deleted"


class Evidence(Named, Versioned, Authored):
    """What bears on a claim: words that the archive holds, or an outside work. Exactly one.

    `sets` are as in FEVER: all pieces of a set are needed together, sets are alternatives, and a
    piece may be in several. What is in none stands on its own.
    """

    claim = models.ForeignKey(
        "annotations.Claim", on_delete=models.PROTECT, related_name="evidence"
    )
    annotation = models.ForeignKey(
        "annotations.Annotation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence_for",
    )
    work = models.TextField(
        blank=True, verbose_name="outside work", help_text="Author, title, place, year."
    )
    work_url = models.URLField(blank=True, verbose_name="its address")
    access = models.CharField(max_length=14, choices=Access, blank=True, default="")
    cited_through = models.TextField(blank=True)
    relation = models.CharField(max_length=10, choices=Relation)
    locator = models.CharField(max_length=200, blank=True, help_text="Page, article, paragraph.")
    independence = models.CharField(
        max_length=14, choices=Independence, default=Independence.UNKNOWN
    )
    derived_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="derivatives"
    )
    strength = models.CharField(
        max_length=8,
        choices=Strength,
        blank=True,
        default="",
        help_text="How far it carries, for or against, if it is what it seems to be.",
    )
    sets = models.JSONField(
        default=list,
        blank=True,
        help_text="Numbers of sets: what is in a set bears on the claim only together.",
    )
    note = models.TextField(help_text="Why it bears on the claim, and how far.")
    state = models.CharField(max_length=10, choices=EvidenceState, default=EvidenceState.ACTIVE)

    objects = NaturalManager()

    class Meta:
        ordering = ["claim", "created_at", "uid"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=Q(annotation__isnull=False, work="", access="")
                | (Q(annotation=None) & ~Q(work="") & ~Q(access="")),
                name="evidence_held_or_outside",
            ),
            models.CheckConstraint(
                condition=~Q(access=Access.CITED_THROUGH) | ~Q(cited_through=""),
                name="evidence_names_what_it_is_cited_through",
            ),
            models.CheckConstraint(condition=~Q(note=""), name="evidence_has_note"),
            models.CheckConstraint(
                condition=Q(strength__in=Strength.values),
                name="evidence_strength_is_a_word_of_ours",
            ),
            models.CheckConstraint(
                condition=Q(derived_from=None) | Q(independence=Independence.DERIVED),
                name="evidence_only_derived_names_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_relation_display()}: {self.work or self.note}"[:120]
