"""Changing what people wrote without losing how it read: one door for all three kinds of row."""

from collections.abc import Callable
from copy import copy
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from annotations.models import Annotation, Claim, Evidence, Revision
from archive.errors import Refused
from archive.models import Conflict, Rendition, User

Kept = Annotation | Claim | Evidence

# What names a row or counts it says nothing about how it read.
_LEFT_OUT = {"id", "uid", "version", "created_by", "created_at", "event_count", "event_head"}


# Raises `Refused` where the row, as it would be, breaks a rule.
Check = Callable[[Any], None]


def snapshot(row: Kept) -> dict[str, Any]:
    """The fields as a revision keeps them; a row that is pointed at by its natural key."""
    return {
        field.name: _plain(getattr(row, field.name))
        for field in row._meta.concrete_fields
        if field.name not in _LEFT_OUT
    }


def _plain(value: Any) -> Any:
    return value.natural_key()[0] if isinstance(value, Kept | Rendition) else value


def with_text(fresh: Kept, row: Kept) -> Kept:
    """A mark's text may be long, and never changes: it is not read again where it is at hand."""
    text = row._state.fields_cache.get("rendition")
    if isinstance(fresh, Annotation) and text and fresh.rendition_id == text.pk:
        fresh.rendition = text
    return fresh


def check_fields(row: Kept) -> None:
    """Refuse what a field of the row cannot hold: too long, no such choice, no such address."""
    pointers = [field.name for field in row._meta.concrete_fields if field.is_relation]
    try:
        row.clean_fields(exclude=pointers)
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        label = row._meta.get_field(name).verbose_name  # type: ignore[union-attr]
        raise Refused(f"{str(label).capitalize()}: {' '.join(messages)}") from None


@transaction.atomic
def revise(
    *,
    row: Kept,
    expected: int,
    by: User,
    reason: str,
    check: Check | None = None,
    at: datetime | None = None,
    beside: dict[str, tuple[Any, Any]] | None = None,
    **values: Any,
) -> list[str]:
    """Change a row that is still at version `expected`, and keep how it read before.

    Answers with the names of the fields that changed; none changed, none written. `check` sees
    the row with its new values. `beside` is what stands in rows of their own, as it was and as
    the caller makes it. Raises `Conflict` where somebody else was first.
    """
    if not reason.strip():
        raise Refused("Say in a few words why you change this.")
    old = with_text(type(row)._base_manager.get(pk=row.pk), row)
    if old.version != expected:
        raise Conflict(old)
    new = copy(old)
    for name, value in values.items():
        setattr(new, name, value)
    if check:
        check(new)
    before, after = snapshot(old), snapshot(new)
    changed = {name: getattr(new, name) for name in before if before[name] != after[name]}
    others = {name for name, (was, is_now) in (beside or {}).items() if was != is_now}
    if changed or others:
        with_text(row.change(expected=expected, **changed), new)
        Revision.objects.create(
            subject_kind=row._meta.model_name or "",
            subject_uid=row.uid,
            number=expected,
            fields=before | {name: was for name, (was, _) in (beside or {}).items()},
            reason=reason,
            created_by=by,
            created_at=at or timezone.now(),
        )
    return sorted({*changed, *others})
