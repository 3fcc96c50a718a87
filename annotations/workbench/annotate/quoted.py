"""Marks of many documents with their words, without loading the texts."""

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Substr

from annotations.models import Annotation
from archive.models import Section, SectionKind


def with_words(marks: QuerySet[Annotation]) -> QuerySet[Annotation]:
    """Each mark with `words`, and `is_covered` where they are readers' comments."""
    comments = Section.objects.filter(
        rendition=OuterRef("rendition"),
        kind=SectionKind.COMMENTS,
        start__lt=OuterRef("end"),
        end__gt=OuterRef("start"),
    )
    return (
        marks.select_related("rendition__capture__document")
        .defer("rendition__text")
        .annotate(
            words=Substr("rendition__text", F("start") + 1, F("end") - F("start")),
            is_covered=Exists(comments),
        )
    )
