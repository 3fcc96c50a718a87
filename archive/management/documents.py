"""Documents as commands name them."""

from django.core.management.base import CommandError

from archive.models import Document


def named(name: str) -> Document:
    """The document of this slug, or of this external identifier where only one has it."""
    found = Document.objects.filter(slug=name).first()
    if found:
        return found
    known = list(Document.objects.filter(external_id=name)[:2])
    if len(known) == 1:
        return known[0]
    problem = "More than one document is" if known else "No document is"
    raise CommandError(f"{problem} called “{name}”.")
