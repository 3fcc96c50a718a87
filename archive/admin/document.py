from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse

from archive.actions.documents import describe
from archive.admin.authorities import AuthoritiesField, UnderFilter, by_role
from archive.admin.fixity import FixityMixin
from archive.admin.history import SubjectMixin
from archive.admin.holdings import HoldingsFilter
from archive.admin.lines import LinesField
from archive.admin.operations import VIEW_ORIGINAL
from archive.admin.premis import PremisMixin
from archive.admin.tools import Tool
from archive.admin.versioned import VersionedAdmin, VersionedForm
from archive.models import AccessRole, Document, Edition, EditionKind, User
from archive.searching import port

ROLES = AccessRole.values
NAMES = "Authority records. Type any name that they have, in any spelling."
FIELDSETS: list[Any] = [
    (None, {"fields": ["title", "slug", "kind", "language", "authors"]}),
    ("Names", {"fields": ROLES, "description": NAMES}),
    ("Date", {"fields": ["published", "published_note"]}),
    (
        "Where it comes from",
        {
            "fields": [
                *["source", "comment_source", "external_id", "origin_status", "origin"],
                "authenticity",
            ]
        },
    ),
    ("Rights", {"fields": ["rights", "licence", "licence_url", "attribution"]}),
    ("What readers are told", {"fields": ["abstract", "editorial_note"]}),
    ("The record", {"fields": ["uid", "created_by", "created_at", "fixity", "metadata"]}),
]


def records(label: str) -> AuthoritiesField:
    return AuthoritiesField(Document._meta.get_field("authorities"), label=label)


class DocumentForm(VersionedForm):
    authors = LinesField(required=False, help_text="One a line, as the document names them.")
    creator = records("Made by")
    subject = records("About")
    mentioned = records("Mentions")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(by_role(self.instance))


def named(document: Document, role: str) -> str:
    """The records of one role as a line, for who only looks."""
    return "; ".join(map(str, by_role(document)[role]))


class DocumentAdmin(FixityMixin, PremisMixin, SubjectMixin, VersionedAdmin):
    """Describing what the archive holds. The verbs that judge and publish are not known here."""

    form = DocumentForm
    fieldsets = FIELDSETS
    list_display = ["title", "slug", "kind", "source", "published", "origin_status", "edition"]
    list_filter = ["kind", "origin_status", "language", "source", UnderFilter, HoldingsFilter]
    list_select_related = ["source"]
    # Asked of the index, which knows more than these.
    search_fields = ["title"]
    search_help_text = (
        "Words of the text, comments included, or of title, address, authors and origin. "
        "“Several words” in quotation marks stand together; an asterisk ends a beginning."
    )
    date_hierarchy = "created_at"
    autocomplete_fields = ["source", "comment_source"]
    readonly_fields = ["slug", "uid", "created_by", "created_at", "fixity", "metadata"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        newest = (
            Edition.objects.open()
            .filter(kind=EditionKind.DOCUMENT, subject_uid=OuterRef("uid"))
            .order_by("-number")
            .values("number")[:1]
        )
        return super().get_queryset(request).annotate(newest_edition=Subquery(newest))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Document], search_term: str
    ) -> tuple[QuerySet[Document], bool]:
        """By the staff index; the best first, where no order is asked for."""
        if not search_term.strip():
            return queryset, False
        found = port.match(queryset, search_term)
        return found.order_by(*queryset.query.order_by) if "o" in request.GET else found, False

    @admin.display(description="made by")
    def creator(self, document: Document) -> str:
        return named(document, "creator")

    @admin.display(description="about")
    def subject(self, document: Document) -> str:
        return named(document, "subject")

    @admin.display(description="mentions")
    def mentioned(self, document: Document) -> str:
        return named(document, "mentioned")

    @admin.display(ordering="newest_edition", empty_value="not published")
    def edition(self, document: Any) -> int | None:
        number: int | None = document.newest_edition
        return number

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        tables = {"Captures": "capture", "Renditions": "rendition", "Editions": "edition"}
        found = [
            Tool(title, f"{reverse(f'admin:archive_{table}_changelist')}?q={obj.slug}")
            for title, table in tables.items()
        ]
        if request.user.has_perm(VIEW_ORIGINAL):
            found.append(Tool("Compare captures", reverse("compare_captures", args=[obj.slug])))
            found.append(Tool("Look-alikes", reverse("look_alikes", args=[obj.slug])))
        history = reverse("admin:archive_document_premis", args=[obj.pk])
        found.append(Tool("History as PREMIS", history))
        if self.edition(obj):
            found.append(Tool("As readers see it", obj.get_absolute_url()))
        return found

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A document begins with its bytes: it is brought in, not added."""
        return False

    def alter(self, form: Any, by: User, values: dict[str, Any]) -> None:
        changed = {role: form.cleaned_data[role] for role in form.changed_data if role in ROLES}
        expected = form.cleaned_data["version"]
        describe(document=form.instance, expected=expected, by=by, authorities=changed, **values)


admin.site.register(Document, DocumentAdmin)
