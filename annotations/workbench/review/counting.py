"""How many marks of a document do not stand in its newest text."""

from django.db.models import QuerySet

from annotations.composing.document import left_behind
from annotations.models import AnnotationState, Settlement
from archive.models import Rendition


def standing(rendition: Rendition) -> QuerySet[Settlement]:
    """What people decided for this text and nobody took back."""
    return Settlement.objects.standing().filter(placing__rendition=rendition)


def unplaced(rendition: Rendition) -> int:
    """How many marks of earlier texts nobody looked for in this one yet."""
    rows = left_behind(rendition).exclude(state=AnnotationState.DELETED)
    return rows.exclude(placings__rendition=rendition).count()


def to_review(rendition: Rendition) -> int:
    """How many marks do not stand in this text, and wait for a person or for being looked for."""
    rows = left_behind(rendition).exclude(state=AnnotationState.DELETED)
    settled = standing(rendition).values("placing__annotation")
    return rows.exclude(pk__in=settled).count()
