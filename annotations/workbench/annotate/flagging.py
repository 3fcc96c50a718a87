"""Flagging words: the moderation case of the comment or handle that they belong to."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from annotations.actions.cases import flag as flag_case
from annotations.actions.cases import open_cases
from annotations.models import Case, Part
from annotations.moderation import taxonomy
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.answers import fill_in, panel, saved
from annotations.workbench.annotate.making import fits
from annotations.workbench.annotate.panel_forms import WordsForm, area
from annotations.workbench.annotate.sheet import Sheet
from archive.digests import sha256

NO_COMMENT = (
    "Flags are for readers’ comments and their handles, and these words are none. "
    "Mark them as a question instead."
)


class FlagForm(WordsForm):
    case = forms.ChoiceField(label="What")
    category = forms.ChoiceField(choices=list(taxonomy.CATEGORIES.items()))
    reason = forms.CharField(
        label="Why",
        max_length=2000,
        required=False,
        widget=area(2),
        help_text="The facts, without repeating the words.",
    )

    def __init__(self, *args: Any, cases: list[Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["case"]
        field.choices = [(case.uid, name(case)) for case in cases]


@require_http_methods(["GET", "HEAD", "POST"])
@workbench("annotations.add_flag")
def flag(request: Any, sheet: Sheet) -> HttpResponse:
    """Ask for a moderator's attention to the comment that the words belong to."""
    words = WordsForm(request.POST or request.GET)
    fitting = words.is_valid() and fits(sheet, words.cleaned_data)
    cases = list(cases_at(sheet, words.cleaned_data)) if fitting else []
    if not cases:
        return panel(request, sheet, "refused", title="A flag", status=400, error=NO_COMMENT)
    form = FlagForm(
        request.POST if request.method == "POST" else None,
        cases=cases,
        initial=words.cleaned_data,
    )

    def act(values: dict[str, Any]) -> HttpResponse:
        case = next(each for each in cases if each.uid == values["case"])
        flag_case(case=case, category=values["category"], reason=values["reason"], by=request.user)
        return saved(request, sheet, f"{name(case)} was flagged. A moderator will look at it.")

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="A flag",
        is_covered=True,
        action=reverse("annotate:flag", args=[sheet.document.slug]),
        verb="Flag",
    )


def cases_at(sheet: Sheet, given: dict[str, Any]) -> QuerySet[Case]:
    """The cases of what a range touches; they are opened where they are not yet."""
    start, end, text = given["start"], given["end"], sheet.rendition.text
    rows = sheet.rendition.comments.all()
    handles = rows.filter(author_start__lt=end, author_end__gt=start)
    bodies = rows.filter(start__lt=end, end__gt=start)
    if not handles and not bodies:
        return Case.objects.none()
    open_cases(rendition=sheet.rendition)
    # A handle has one case in a document, at its first comment.
    digests = [sha256(text[row.author_start : row.author_end]) for row in handles]
    touched = Q(part=Part.BODY, comment__in=bodies) | Q(part=Part.HANDLE, words_sha256__in=digests)
    return (
        Case.objects.filter(touched, comment__rendition=sheet.rendition)
        .select_related("document", "comment__rendition")
        .order_by("comment__number", "part")
    )


def name(case: Case) -> str:
    """Which case, without its words."""
    what = "The handle of comment" if case.part == Part.HANDLE else "Comment"
    return f"{what} {case.comment.number}"
