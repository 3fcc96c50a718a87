"""What a moderator does to a case: decide, undo, flag. Plain posts, or the desk's script."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from annotations.actions import decide as actions
from annotations.models import Case, Decision
from annotations.moderation import queue
from annotations.moderation.policy import Verb, may
from annotations.workbench.frame import person
from annotations.workbench.moderation.access import for_staff, wants_fragment
from annotations.workbench.moderation.cards import STATUS
from annotations.workbench.moderation.decision_form import DecisionForm
from annotations.workbench.moderation.forms import FlagForm, UndoForm
from annotations.workbench.moderation.section import Thread, card_of
from annotations.workbench.moderation.views import address, fragment, show
from archive.errors import Refused
from archive.models import Conflict

TAKEN_BACK = "Taken back at the desk."
STALE = "Somebody else was faster. Look at what stands now before you go on."


def found(request: HttpRequest, uid: str, verb: Verb) -> Case:
    """The case, for whoever may do this at all; else 403."""
    if sentence := may(person(request), verb):
        raise PermissionDenied(sentence)
    rows = queue.current().select_related("document", "comment__rendition")
    return get_object_or_404(rows, uid=uid)


@require_POST
@for_staff
def decide(request: HttpRequest, uid: str) -> HttpResponse:
    case = found(request, uid, Verb.DECIDE)
    form = DecisionForm(request.POST, case=case, words=card_of(case, person(request)).tokens)
    if not form.is_valid():
        return again(request, case, complaint(form), form=form)
    try:
        decision = form.save(person(request))
    except Conflict:
        return again(request, case, STALE, form=form, conflict=True, status=409)
    except Refused as refusal:
        return again(request, case, str(refusal), form=form)
    return done(request, case, said(decision), following=queue.next_open(case))


@require_POST
@for_staff
def undo(request: HttpRequest, uid: str) -> HttpResponse:
    case = found(request, uid, Verb.UNDO)
    form = UndoForm(request.POST)
    if not form.is_valid():
        return again(request, case, complaint(form))
    reason = form.cleaned_data["reason"] or TAKEN_BACK
    expected = form.cleaned_data["expected"]
    try:
        actions.undo(case=case, expected=expected, reason=reason, by=person(request))
    except Conflict:
        return again(request, case, STALE, status=409)
    except Refused as refusal:
        return again(request, case, str(refusal))
    return done(request, case, "last decision undone")


@require_POST
@for_staff
def flag(request: HttpRequest, uid: str) -> HttpResponse:
    case = found(request, uid, Verb.FLAG)
    form = FlagForm(request.POST, auto_id=False)
    if not form.is_valid():
        return again(request, case, complaint(form), flag_form=form)
    try:
        form.save(case, person(request))
    except Refused as refusal:
        return again(request, case, str(refusal), flag_form=form)
    return done(request, case, "flagged")


def complaint(form: Form) -> str:
    """The first thing that is wrong with a form."""
    return str(next(iter(form.errors.values()))[0])


def said(decision: Decision) -> str:
    """What was done, without the words: it is read aloud."""
    rule = f" under rule {decision.rule.number}" if decision.rule else ""
    if decision.needs_second_opinion:
        return f"waits for a second opinion, proposed: {decision.outcome}{rule}"
    return f"{STATUS[decision.outcome]}{rule}"


def done(
    request: HttpRequest, case: Case, sentence: str, following: Case | None = None
) -> HttpResponse:
    """Say so and go on: with the next open case after a decision, else where one was."""
    card = card_of(case, person(request))
    if wants_fragment(request):
        return fragment(request, card, said=f"{card.name}: {sentence}.", following=following)
    messages.success(request, f"{card.name}: {sentence}.")
    return redirect(address(following or card.case, reveal="reveal" in request.GET))


def again(
    request: HttpRequest,
    case: Case,
    error: str,
    *,
    form: DecisionForm | None = None,
    flag_form: FlagForm | None = None,
    conflict: bool = False,
    status: int = 422,
) -> HttpResponse:
    """The case once more, with what was sent and why it was not taken."""
    by, swapped = person(request), wants_fragment(request)
    thread = None if swapped else Thread(case.document, by)
    card = (thread and thread.find(case.uid)) or card_of(case, by)
    card.form, card.flag_form, card.error, card.conflict = form, flag_form, error, conflict
    card.make_current()
    if thread is None:
        return fragment(request, card, status)
    return show(request, case.document, thread, card, status)
