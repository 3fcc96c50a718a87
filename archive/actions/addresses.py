"""Web addresses and the documents that were captured at them."""

from django.db.models import QuerySet

from archive.models import Document


def documents_at(url: str) -> QuerySet[Document]:
    """Documents of the holdings with a capture from this address, the oldest first; for "" none.

    An address is never unique: that one of them is meant is for a person to say.
    """
    found = Document.objects.held().filter(captures__url=url).distinct().order_by("pk")
    return found if url else found.none()
