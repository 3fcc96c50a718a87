"""Whose a claim is to see to, and by what day: from its sheet."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from annotations.actions.assignments import assign, change_assignment
from annotations.models import Assignment
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.answers import fill_in, saved
from annotations.workbench.annotate.claims import address, found
from annotations.workbench.annotate.panel_forms import Sheeted
from annotations.workbench.annotate.sheet import Sheet
from archive.models import User


def staff() -> QuerySet[User]:
    return User.objects.filter(is_active=True, is_staff=True).order_by("display_name", "username")


class AssignForm(Sheeted):
    """Who has the claim in hand; `version` is that of the work somebody has already."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    owner = forms.ModelChoiceField(User.objects.none(), label="In whose hands")
    due = forms.DateField(
        label="By what day",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    task = forms.CharField(label="What is to be done", max_length=200, required=False)
    is_done = forms.BooleanField(label="It is done", required=False)

    def __init__(self, *args: Any, held: Assignment | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.queryset = staff()
        owner.label_from_instance = lambda user: user.shown_name
        if held is None:
            del self.fields["is_done"]


@require_http_methods(["GET", "HEAD", "POST"])
@workbench("annotations.change_assignment", "annotations.add_assignment")
def hand(request: Any, sheet: Sheet, claim: str) -> HttpResponse:
    """Put the claim into somebody's hands, hand it on, or say that it is done."""
    row = found(claim)
    held = row.assignments.open().select_related("owner").first()
    names = ("version", "owner", "due", "task", "is_done")
    initial = {name: getattr(held, name) for name in names} if held else {"owner": request.user.pk}
    form = AssignForm(request.POST or None, held=held, initial=initial)

    def act(values: dict[str, Any]) -> HttpResponse:
        given = dict(values)
        expected = given.pop("version")
        if held:
            change_assignment(assignment=held, expected=expected or 0, by=request.user, **given)
        else:
            assign(claim=row, by=request.user, **given)
        return saved(request, sheet, "Saved.", claim=row, then=address(sheet, row))

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="Who sees to it",
        claim=row,
        action=address(sheet, row, "hand"),
        back_to=address(sheet, row),
        verb="Save",
    )
