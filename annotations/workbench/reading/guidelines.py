"""What readers are to mark: the version in force, those before it, and a way to a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from annotations.models import Guideline
from annotations.workbench.frame import person, surroundings
from annotations.workbench.reading.access import for_readers
from annotations.workbench.reading.forms import GuidelineForm


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers()
def guidelines(request: HttpRequest) -> HttpResponse:
    """Every version stays: what was read by it names it."""
    found = Guideline.objects.order_by("-version").select_related("created_by")
    last = found.first()
    may = request.user.has_perm("annotations.add_guideline")
    initial = {"title": last.title, "text": last.text} if last else None
    form = GuidelineForm(request.POST or None, initial=initial) if may else None
    if form and form.is_bound and form.is_valid():
        version = last.version + 1 if last else 1
        Guideline.objects.create(version=version, created_by=person(request), **form.cleaned_data)
        messages.success(request, f"Version {version} is in force for what is opened from now on.")
        return redirect("readings:guidelines")
    context = surroundings(
        request, title="Guidelines for readers", versions=found, form=form,
    )  # fmt: skip
    return render(request, "annotations/reading/guidelines.html", context)
