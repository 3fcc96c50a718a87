"""What the public lists can be filtered by. Every choice comes from the entries themselves."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, ClassVar

import django_filters
from django.db.models import Count, F, QuerySet, TextField
from django.db.models.functions import Cast

from archive.models import Entry
from archive.reading.choices import Choices, coded, labelled, languages
from archive.reading.vocabulary import CREDIBILITY, ITEM_TYPES, RELIABILITY, VERDICTS

Entries = QuerySet[Entry]


class EntryFilters(django_filters.FilterSet):
    """A shareable GET form over the entries of one kind; a value that it does not know is said."""

    kind: ClassVar[str]
    orders: ClassVar[dict[str, str]] = {"title": "title", "newest": "-published_at"}

    sort = django_filters.ChoiceFilter(
        label="Order",
        method="ordered",
        empty_label=None,
        choices=[("title", "by title"), ("newest", "newest first")],
    )

    def __init__(self, data: Mapping[str, Any]) -> None:
        entries = Entry.objects.of_kind(self.kind).order_by("title", "slug")
        super().__init__(data, queryset=entries)
        self.filters.move_to_end("sort")
        for name, choices in self.choices().items():
            self.filters[name].extra["choices"] = choices

    def choices(self) -> dict[str, Choices]:
        """The choices of each filter that depends on what is published."""
        raise NotImplementedError

    def ordered(self, entries: Entries, name: str, value: str) -> Entries:
        return entries.order_by(self.orders[value], "title", "slug")

    def counted(self, column: str) -> list[tuple[Any, int]]:
        """The values of a column, and how many entries have each."""
        rows = Entry.objects.of_kind(self.kind).order_by(column)
        counts = rows.values_list(column).annotate(Count("pk"))
        return [(value, count) for value, count in counts if value not in ("", None)]

    def holding(self, entries: Entries, name: str, value: str) -> Entries:
        """Entries whose JSON list in the column `name` holds the value, on every database.

        SQLite keeps the text that Python wrote, PostgreSQL writes its own.
        """
        entries = entries.annotate(listed=Cast(name, TextField()))
        written = entries.filter(listed__contains=json.dumps(value))
        return written | entries.filter(listed__contains=json.dumps(value, ensure_ascii=False))

    def gathered(self, column: str) -> list[tuple[str, int]]:
        """The members of a column of JSON lists, and how many entries have each."""
        lists = Entry.objects.of_kind(self.kind).values_list(column, flat=True)
        return sorted(Counter(value for values in lists for value in set(values)).items())


class DocumentFilters(EntryFilters):
    kind = "document"

    source = django_filters.ChoiceFilter(
        "source_slug", label="Publisher or platform", empty_label="all"
    )
    item_type = django_filters.ChoiceFilter(label="Kind", empty_label="all")
    language = django_filters.ChoiceFilter(label="Language", empty_label="all")
    reliability = django_filters.ChoiceFilter(
        label="Reliability of the publisher", empty_label="all"
    )

    def choices(self) -> dict[str, Choices]:
        return {
            "source": labelled(self.counted("source_slug"), self.source_names()),
            "item_type": labelled(self.counted("item_type"), ITEM_TYPES),
            "language": languages(self.counted("language")),
            "reliability": coded(self.counted("reliability"), RELIABILITY),
        }

    def source_names(self) -> dict[str, str]:
        rows = Entry.objects.of_kind(self.kind).order_by("source_slug")
        return dict(rows.values_list("source_slug", "source_name").distinct())


class ClaimFilters(EntryFilters):
    kind = "claim"
    orders: ClassVar[dict[str, Any]] = {
        **EntryFilters.orders,
        "credibility": F("credibility").asc(nulls_last=True),
    }

    credibility = django_filters.ChoiceFilter(
        label="Credibility", empty_label="all", null_label="no digit: not assessed or not checkable"
    )
    verdict = django_filters.ChoiceFilter(label="Verdict", empty_label="all")
    claim_kind = django_filters.ChoiceFilter(label="Kind", empty_label="all")
    topic = django_filters.ChoiceFilter(
        "topics", label="Topic", empty_label="all", method="holding"
    )
    document = django_filters.ChoiceFilter(
        "documents", label="Made in", empty_label="all documents", method="holding"
    )
    sort = django_filters.ChoiceFilter(
        label="Order",
        method="ordered",
        empty_label=None,
        choices=[
            *(("title", "by statement"), ("newest", "newest first")),
            ("credibility", "by credibility"),
        ],
    )

    def choices(self) -> dict[str, Choices]:
        return {
            "credibility": coded(self.counted("credibility"), CREDIBILITY),
            "verdict": labelled(self.counted("verdict"), VERDICTS),
            "claim_kind": labelled(self.counted("claim_kind"), {}),
            "topic": labelled(self.gathered("topics"), {}),
            "document": labelled(self.gathered("documents"), self.document_titles()),
        }

    def document_titles(self) -> dict[str, str]:
        return dict(Entry.objects.of_kind("document").values_list("slug", "title"))


class SourceFilters(EntryFilters):
    kind = "source"

    reliability = django_filters.ChoiceFilter(label="Reliability", empty_label="all")
    item_type = django_filters.ChoiceFilter(label="Kind", empty_label="all")

    def choices(self) -> dict[str, Choices]:
        return {
            "reliability": coded(self.counted("reliability"), RELIABILITY),
            "item_type": labelled(self.counted("item_type"), {}),
        }
