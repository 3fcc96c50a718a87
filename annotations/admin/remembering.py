"""What somebody did last, as the first page lists it; the record itself is the chain of events."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry

from archive.models import Document


def remember(by: Any, documents: Iterable[Document], what: str, *, is_new: bool = False) -> None:
    flag = ADDITION if is_new else CHANGE
    LogEntry.objects.log_actions(by.pk, list(documents), flag, what)
