"""Reading a text anew as a person corrects it: a new rendition of the same words."""

from collections.abc import Container, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from archive.actions.derive import derive
from archive.errors import Refused
from archive.ingest.correcting import CHOICES, corrected, passages
from archive.ingest.parsed import Comment, Mark, Parsed, Remark, Section
from archive.models import Document, Rendition, User


def parsed_of(rendition: Rendition) -> Parsed:
    """What the extractor once handed over, read back from the rows."""
    sections = rendition.sections.order_by("position").values_list(
        *("kind", "start", "end", "level", "heading_start", "heading_end")
    )
    proposed = rendition.proposed
    return Parsed(
        text=rendition.text,
        format=rendition.format,
        extractor=rendition.extractor,
        extractor_version=rendition.extractor_version,
        sections=[Section(*row) for row in sections],
        comments=comments_of(rendition),
        marks=[Mark(**row) for row in rendition.marks],
        remarks=[remark_of(row) for row in rendition.remarks],
        title=proposed.get("title"),
        authors=proposed.get("authors") or [],
        published=proposed.get("published"),
        language=proposed.get("language"),
        stated_comments=rendition.stated_comments,
        warnings=rendition.warnings,
        encoding=rendition.encoding,
    )


def remark_of(row: dict[str, Any]) -> Remark:
    moment = row["posted_at"]
    return Remark(**row | {"posted_at": datetime.fromisoformat(moment) if moment else None})


def comments_of(rendition: Rendition) -> list[Comment]:
    """The comments as an extractor gives them: a parent by its index, from 0."""
    rows = list(rendition.comments.order_by("number"))
    place = {row.pk: index for index, row in enumerate(rows)}
    return [
        Comment(
            start=row.start,
            end=row.end,
            author_start=row.author_start,
            author_end=row.author_end,
            depth=row.depth,
            parent=place[row.parent_id] if row.parent_id else None,
            parent_inferred=row.parent_inferred,
            posted_start=row.posted_start,
            posted_end=row.posted_end,
            posted_at=row.posted_at,
            external_id=row.external_id,
        )
        for row in rows
    ]


@transaction.atomic
def correct(
    *,
    rendition: Rendition,
    kinds: Mapping[int, str],
    dropped: Container[int] = frozenset(),
    by: User,
    at: datetime,
) -> Rendition:
    """A new rendition with other sections: `kinds` by index of the text's passages, `dropped` by
    index of what are no comments.

    Raises `Refused` where nothing changes, where a kind is none, or where the text is not the
    document's newest any more.
    """
    document = rendition.capture.document
    Document._base_manager.select_for_update().get(pk=document.pk)
    newest = Rendition.objects.of(document)[0]
    if newest.pk != rendition.pk:
        raise Refused("Meanwhile the document has a newer text: correct that one.")
    old = parsed_of(rendition)
    refuse_what_cannot_be(old, kinds)
    new = corrected(old, kinds, dropped)
    if (new.sections, new.comments) == (corrected(old, {}).sections, old.comments):
        raise Refused("Nothing was changed.")
    return derive(rendition.capture, new, by=by, at=at, corrects=rendition)


def refuse_what_cannot_be(old: Parsed, kinds: Mapping[int, str]) -> None:
    rows = passages(old)
    for at, kind in kinds.items():
        if not 0 <= at < len(rows) or kind not in (*CHOICES, rows[at].kind):
            raise Refused(f"Passage {at + 1} cannot be “{kind}”.")
    after = [kinds.get(at, row.kind) for at, row in enumerate(rows)]
    if after.count("title") > 1:
        raise Refused("There is one title: say which, and call the other a heading.")
