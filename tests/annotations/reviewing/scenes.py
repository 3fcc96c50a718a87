"""Marks of an earlier text that wait for a person."""

from annotations.actions.reanchor import reanchor
from annotations.models import Annotation, Placing
from archive.models import Document, Rendition
from tests import factories
from tests.annotations.composing import scenes

SLUG = "a-text"
OLD = (
    "The treaty was signed at Aigun in May 1858, on a wet day.\n"
    "The river became the border of both empires from its source to the sea.\n"
    "A report on the weather of that spring was never found again.\n"
    "Ships of the company came up the river with letters and returned without an answer."
)
# One mark for each line; what the new text makes of their words.
WORDS = {
    "exact": "came up the river with letters",
    "changed": "signed at Aigun in May 1858",
    "orphan": "A report on the weather of that spring",
}
NEW = (
    "The treaty was signed in Aigun in May of 1858, on a wet day.\n"
    "The river became the border of both empires from its source to the sea.\n"
    "Ships of the company came up the river with letters and returned without an answer."
)


def later(text: Rendition, words: str) -> Rendition:
    """A newer text of the same document."""
    parsed = factories.parsed(words)
    return factories.ingest(
        data=words.encode(), parsed=parsed, by=factories.editor(), title="",
        document=text.capture.document,
    ).rendition  # fmt: skip


def document(text: Rendition) -> Document:
    return text.capture.document


def carried() -> Rendition:
    """The newer text, to which a mark of each of `WORDS` was carried as far as that goes."""
    text = factories.rendition(OLD, slug=SLUG)
    for words in WORDS.values():
        scenes.mark(text, words)
    made = later(text, NEW)
    reanchor(document=document(text), by=factories.editor())
    return made


def waits(state: str) -> Placing:
    return Placing.objects.get(state=state)


def words(mark: Annotation) -> str:
    row = Annotation.objects.get(pk=mark.pk)
    return row.rendition.text[row.start : row.end]
