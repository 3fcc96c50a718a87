"""What somebody has in hand, for the first page: the overdue first."""

from typing import NamedTuple

from django.urls import reverse

from annotations.admin.assignment import today
from annotations.models import Assignment
from archive.models import User

SHOWN = 8


class Task(NamedTuple):
    title: str
    address: str
    due: str
    is_overdue: bool


def mine(user: User) -> list[Task]:
    """One question, however much there is."""
    if not user.has_perm("annotations.view_assignment"):
        return []
    rows = Assignment.objects.of(user).select_related("claim", "document")
    return [task(row) for row in rows[:SHOWN]]


def task(row: Assignment) -> Task:
    about = str(row.claim or row.document)
    title = f"{row.task}: {about}" if row.task else about
    due = f"{row.due:%-d %B %Y}" if row.due else "no day"
    address = reverse("admin:annotations_assignment_change", args=[row.pk])
    return Task(title, address, due, row.is_overdue(today()))
