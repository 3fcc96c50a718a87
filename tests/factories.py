"""The least valid thing of each kind, and a small cast that everyone knows."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from archive.actions.ingest import ingest
from archive.actions.sources import create_source
from archive.ingest.parsed import Comment, Parsed, Section
from archive.models import Document, Rendition, Source, User

PASSWORD = "correct horse battery staple"
serial = count(1)


def user(name: str, *roles: str, **columns: Any) -> User:
    """An account in these roles, made once per name."""
    found = User.objects.filter(username=name).first()
    if found:
        return found
    made = User.objects.create_user(name, password=PASSWORD, **columns)
    made.groups.set(Group.objects.filter(name__in=roles))
    return made


def editor(name: str = "edith") -> User:
    return user(name, "editor", is_staff=True)


def moderator(name: str = "moira") -> User:
    return user(name, "moderator", is_staff=True)


def publisher(name: str = "piers") -> User:
    return user(name, "publisher", is_staff=True)


def reader(name: str = "rita") -> User:
    return user(name, "reader")


def admin(name: str = "ada") -> User:
    return user(name, is_staff=True, is_superuser=True)


def source(slug: str = "", **values: Any) -> Source:
    slug = slug or f"source-{next(serial)}"
    return create_source(slug=slug, name=slug.title(), by=editor(), **values)


def parsed(text: str, comments: Sequence[tuple[Any, ...]] = (), **columns: Any) -> Parsed:
    """Each line of `text` a paragraph, then a comment section.

    A comment is (handle, body) or (handle, body, index of its parent); the handle may be "".
    """
    sections, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            sections.append(Section("paragraph", position, position + len(line)))
        position += len(line) + 1
    rows: list[Comment] = []
    if comments:
        start = len(text) + 2
        text += "\n\n" + "".join(f"{len(comments)} Comments\n")
        for handle, body, *parent in comments:
            at = len(text)
            text += (f"{handle}\n\n" if handle else "") + f"{body}\n\n"
            first = at + (len(handle) + 2 if handle else 0)
            rows.append(
                Comment(
                    start=first,
                    end=first + len(body),
                    author_start=at if handle else None,
                    author_end=at + len(handle) if handle else None,
                    depth=rows[parent[0]].depth + 1 if parent else 0,
                    parent=parent[0] if parent else None,
                    parent_inferred=bool(parent),
                )
            )
        sections.append(Section("comments", start, len(text.rstrip())))
    values: dict[str, Any] = {
        "format": "text",
        "extractor": "test",
        "extractor_version": "1",
        "marks": [],
        "remarks": [],
        "title": None,
        "authors": [],
        "published": None,
        "language": None,
        "stated_comments": len(comments) or None,
        "warnings": [],
        "metadata": {},
        "encoding": "utf-8",
    }
    return Parsed(text=text, sections=sections, comments=rows, **values | columns)


def rendition(
    text: str = "One claim stands here.",
    comments: Sequence[tuple[Any, ...]] = (),
    *,
    slug: str = "",
    source: Source | None = None,
    by: User | None = None,
    **description: Any,
) -> Rendition:
    """A document of one capture and one rendition, as ingest makes it."""
    made = parsed(text, comments)
    slug = slug or f"document-{next(serial)}"
    return ingest(
        data=made.text.encode(),
        parsed=made,
        by=by or editor(),
        title=description.pop("title", slug.replace("-", " ").capitalize()),
        slug=slug,
        source=source,
        **description,
    ).rendition


def document(*args: Any, **kwargs: Any) -> Document:
    return rendition(*args, **kwargs).capture.document
