"""The ways into the work from the first page, for who may take them."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from annotations.models import Case, CaseState, DoubleReading, DoubleReadingState
from archive.models import Document, Edition, EditionKind, User


class Entry(NamedTuple):
    """A way in; `said` is how matters stand there."""

    title: str
    address: str
    said: str


def entries(user: User) -> list[Entry]:
    """Constant in queries, however much there is."""
    return list(ways(user, reverse("admin:archive_document_changelist")))


def ways(user: User, documents: str) -> Iterator[Entry]:
    if user.has_perm("archive.ingest_document"):
        held = Document.objects.held().count()
        yield Entry("Bring a document in", reverse("ingest"), f"{counted(held)} in the archive")
    if user.has_perm("annotations.add_annotation"):
        yield Entry("Annotate", documents, "choose a document, mark its claims")
    if user.has_perm("annotations.adjudicate_doublereading"):
        yield Entry("Double readings", reverse("readings:overview"), reading(user))
    if user.has_perm("annotations.view_case"):
        cases = Case.objects.filter(document__deaccession=None)
        waiting = cases.exclude(state=CaseState.DECIDED).count()
        yield Entry("Moderation desk", desk(), f"{waiting} open")
    if user.has_perm("archive.publish_document"):
        said = f"{counted(unpublished())} not published"
        yield Entry("Publish", f"{documents}?published=no", said)


def reading(user: User) -> str:
    """What somebody has to read alone, and what waits for a third person."""
    own = {"readings__reader": user, "readings__is_done": False}
    states = DoubleReading.objects.aggregate(
        mine=Count("pk", filter=Q(state=DoubleReadingState.READING, **own), distinct=True),
        waiting=Count("pk", filter=Q(state=DoubleReadingState.COMPARING), distinct=True),
    )
    return f"{states['mine']} for you to read, {states['waiting']} to be decided"


def counted(number: int) -> str:
    return f"{number} document" + "s" * (number != 1)


def unpublished() -> int:
    """How many documents have no open edition."""
    opened = Edition.objects.open().filter(kind=EditionKind.DOCUMENT, subject_uid=OuterRef("uid"))
    return Document.objects.held().exclude(Exists(opened)).count()


def desk(document: str = "") -> str:
    """The address of the moderation desk, for one document or for all."""
    return f"{reverse('admin:index')}moderation/" + f"?document={document}" * bool(document)


def annotating(document: str) -> str:
    return f"{reverse('admin:index')}annotate/{document}/"
