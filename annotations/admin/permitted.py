"""Load and permit: what every page about one document begins with."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from archive.models import Document


def permit(request: HttpRequest, right: str) -> None:
    """403 for who is signed in and lacks the right; who is not signed in never comes here."""
    if not request.user.has_perm(right):
        raise PermissionDenied


def document_for(request: HttpRequest, slug: str, right: str) -> Document:
    permit(request, right)
    return get_object_or_404(Document, slug=slug)
