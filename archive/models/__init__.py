"""The record: a noun a file."""

from archive.models.access_point import AccessPoint, AccessRole
from archive.models.authority import Authority, AuthorityKind
from archive.models.batch import Batch, BatchItem, BatchState, ItemStatus
from archive.models.blob import Blob
from archive.models.capture import Capture, CaptureMethod
from archive.models.comment import Comment
from archive.models.deaccession import Deaccession
from archive.models.document import Document, ItemType, OriginStatus
from archive.models.edition import PATHS, Change, Edition, EditionKind
from archive.models.entry import Entry
from archive.models.event import Event
from archive.models.frozen import Frozen, FrozenError
from archive.models.identity import Conflict, Named, Subject, Versioned, new_uid, new_uids
from archive.models.name import Name, NameKind
from archive.models.operation import Operation
from archive.models.quotation import Quotation
from archive.models.rating import Rating, Reliability
from archive.models.rendition import Rendition
from archive.models.section import Section, SectionKind
from archive.models.slug import Slug, SlugState
from archive.models.source import Source, SourceKind
from archive.models.user import User, UserKind
from archive.models.withdrawal import Withdrawal

__all__ = [
    "PATHS",
    "AccessPoint",
    "AccessRole",
    "Authority",
    "AuthorityKind",
    "Batch",
    "BatchItem",
    "BatchState",
    "Blob",
    "Capture",
    "CaptureMethod",
    "Change",
    "Comment",
    "Conflict",
    "Deaccession",
    "Document",
    "Edition",
    "EditionKind",
    "Entry",
    "Event",
    "Frozen",
    "FrozenError",
    "ItemStatus",
    "ItemType",
    "Name",
    "NameKind",
    "Named",
    "Operation",
    "OriginStatus",
    "Quotation",
    "Rating",
    "Reliability",
    "Rendition",
    "Section",
    "SectionKind",
    "Slug",
    "SlugState",
    "Source",
    "SourceKind",
    "Subject",
    "User",
    "UserKind",
    "Versioned",
    "Withdrawal",
    "new_uid",
    "new_uids",
]
