"""What the database says is removed, and what is rightly shown.

Read from decisions and texts anew, and not through the code that the crawl is to catch.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from django.conf import settings

from annotations.models import Case, Decision
from archive.models import Comment, Document, Edition, Quotation, Rendition, Slug
from tests.leaks.decoding import undressed
from tests.leaks.withheld import Piece, Withheld

Span = tuple[int, int]


@cache
def templates() -> list[str]:
    """The words of the templates themselves."""
    files = sorted(path for path in (settings.BASE_DIR / "templates").rglob("*") if path.is_file())
    return [undressed(path.read_text()) for path in files]


def of_documents(documents: Iterable[Document] | None = None) -> Withheld:
    """What is removed of these documents (of all, where none are named), and what they show."""
    chosen = Document.objects.all() if documents is None else list(documents)
    payloads = Edition.objects.open().values_list("payload", flat=True)
    withheld = Withheld([], list(templates()), "\n".join(payloads).casefold())
    for document in chosen:
        read(document, withheld)
        withheld.pieces += withheld_addresses(document)
    return withheld


def tombs() -> tuple[str, ...]:
    """The addresses of what was withdrawn: a tombstone names them, unless they are withheld."""
    gone = Slug.objects.filter(state="withheld").values("value")
    closed = Edition.objects.exclude(withdrawal=None).exclude(slug__in=gone)
    return tuple(closed.values_list("slug", flat=True).distinct())


def withheld_addresses(document: Document) -> Iterator[Piece]:
    rows = Slug.objects.filter(subject_uid=document.uid, state="withheld")
    return (Piece(f"{document.uid}:address", row.value) for row in rows)


def read(document: Document, withheld: Withheld) -> None:
    """Add a document: what its open editions may show, and everything else of all its texts."""
    public = public_renditions(document)
    if not public:
        withheld.pieces.append(Piece(f"{document.uid}:title", document.title))
    judged = Judgements(document)
    for rendition in Rendition.objects.filter(capture__document=document):
        comments = list(rendition.comments.select_related("parent").order_by("number"))
        removed = [span for row in comments for span in judged.removed_from(rendition, row)]
        if rendition.pk not in public:
            removed += [(0, rendition.length), *whole(comments)]
        else:
            withheld.shown += visible(rendition, comments, removed)
        withheld.pieces += [
            Piece(f"{rendition.uid}:{start}-{end}", rendition.text[start:end])
            for start, end in removed
        ]


def public_renditions(document: Document) -> set[int]:
    """The renditions that open editions of the document were made from."""
    own = Edition.objects.open().filter(kind="document", subject_uid=document.uid)
    rows = Quotation.objects.filter(edition__in=own, rendition__capture__document=document)
    return set(rows.values_list("rendition", flat=True))


PARTS = ("body", "handle")


def words_of(comment: Comment, part: str) -> Span | None:
    if part == "body":
        return comment.start, comment.end
    if comment.author_start is None or comment.author_end is None:
        return None
    return comment.author_start, comment.author_end


def whole(comments: list[Comment]) -> Iterator[Span]:
    for comment in comments:
        yield from filter(None, (words_of(comment, part) for part in PARTS))


Key = tuple[str, ...]


def key(text: str, comment: Comment, part: str) -> Key:
    """What a decision is bound to: a handle alone, or text, handle and the parent's text."""
    handle = words_of(comment, "handle")
    name = text[slice(*handle)] if handle else ""
    if part == "handle":
        return part, name
    parent = comment.parent
    return part, text[comment.start : comment.end], name, parent_words(text, parent)


def parent_words(text: str, parent: Comment | None) -> str:
    return text[parent.start : parent.end] if parent else ""


class Judgements:
    """The last word on each comment and handle of a document, whichever rendition it is in.

    The newest rendition that has the same words speaks for them in the older ones too.
    """

    def __init__(self, document: Document) -> None:
        self.rows: dict[Key, dict[int, list[Judgement]]] = {}
        rows = Case.objects.filter(document=document).select_related("comment__rendition")
        for case in rows.order_by("comment__number"):
            comment = case.comment
            found = self.rows.setdefault(key(comment.rendition.text, comment, case.part), {})
            last = case.decisions.order_by("-sequence").first()
            span = words_of(comment, case.part)
            judgement = Judgement(case.comment_id, last, span[0] if span else 0)
            found.setdefault(comment.rendition.number, []).append(judgement)

    def of(self, rendition: Rendition, comment: Comment, part: str) -> "Judgement":
        found = self.rows.get(key(rendition.text, comment, part), {})
        newest = found.get(max(found, default=0), [])
        if len(newest) == 1:
            return newest[0]
        own = [row for row in found.get(rendition.number, []) if row.comment == comment.pk]
        return (own or [Judgement(comment.pk, None, 0)])[0]

    def removed_from(self, rendition: Rendition, comment: Comment) -> Iterator[Span]:
        """The ranges of a comment that its decisions remove; without one, all of it."""
        for part in PARTS:
            if span := words_of(comment, part):
                judgement = self.of(rendition, comment, part)
                yield from removed_by(judgement.last, span, span[0] - judgement.start)


@dataclass(frozen=True)
class Judgement:
    """The last decision on some words, which comment's they were and where they began."""

    comment: int
    last: Decision | None
    start: int


def removed_by(last: Decision | None, span: Span, shift: int) -> list[Span]:
    if last is None or not last.outcome or last.needs_second_opinion:
        return [span]
    if last.outcome == "redact":
        rows = last.redactions.values_list("start", "end")
        return [(start + shift, end + shift) for start, end in rows]
    return [span] if last.outcome == "withhold" else []


def visible(rendition: Rendition, comments: list[Comment], removed: list[Span]) -> list[str]:
    """The texts that an edition of the rendition shows: outside comments, and what is left."""
    rows = rendition.sections.filter(kind="comments").values_list("start", "end")
    hidden = [*rows, *whole(comments)]
    left = [span for one in whole(comments) for span in without(one, removed)]
    times = [(c.posted_start, c.posted_end) for c in comments if c.posted_start is not None]
    spans = [*without((0, rendition.length), hidden), *left, *times]
    return [rendition.text[start:end] for start, end in spans]


def without(span: Span, removed: Iterable[Span]) -> list[Span]:
    """What is left of a span, one removed range after the other."""
    left = [span]
    for start, end in removed:
        left = [
            piece
            for a, b in left
            for piece in ((a, min(b, start)), (max(a, end), b))
            if piece[0] < piece[1]
        ]
    return left
