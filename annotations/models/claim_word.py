from django.db import models

LONGEST = 40


class ClaimWord(models.Model):
    """A word by which a claim is looked up while somebody types, in the form that spellings share.

    Derived from the claim, and made anew with it; the index is what makes the beginning of a word
    enough.
    """

    claim = models.ForeignKey("annotations.Claim", on_delete=models.PROTECT, related_name="words")
    word = models.CharField(max_length=LONGEST)

    class Meta:
        ordering = ["claim", "word"]
        indexes = [
            # In the form for beginnings that PostgreSQL uses; SQLite passes over it.
            models.Index(
                fields=["word", "claim"],
                opclasses=["varchar_pattern_ops", "int8_ops"],
                name="claim_word_begun",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["claim", "word"], name="claim_word_once"),
        ]

    def __str__(self) -> str:
        return self.word
