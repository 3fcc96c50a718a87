"""A text that two editors read, for the tests."""

from annotations.actions.double_reading import (
    finish_reading,
    mark_reading,
    open_double_reading,
    read_passage,
)
from annotations.models import DoubleReading, Guideline, Reading, ReadingMark
from archive.models import Rendition, User
from tests import factories

TEXT = "The treaty was signed in May.\nIt gave the left bank away.\nNobody was asked."
CLAIM = {"kind": "claim", "stance": "asserts", "body": "It was signed in May."}


def guideline(version: int = 1) -> Guideline:
    found = Guideline.objects.filter(version=version).first()
    return found or Guideline.objects.create(
        version=version, title="What to mark", text="Mark *claims*.", created_by=factories.admin()
    )


def cast() -> tuple[User, User]:
    return factories.editor("edith"), factories.editor("edgar")


def opened(
    text: str = TEXT,
    rendition: Rendition | None = None,
    readers: tuple[User, User] | None = None,
) -> DoubleReading:
    return open_double_reading(
        rendition=rendition or factories.rendition(text), readers=readers or cast(),
        guideline=guideline(), by=factories.editor("erika"),
    )  # fmt: skip


def part(double: DoubleReading, number: int) -> Reading:
    return double.readings.select_related("double__rendition", "reader").get(number=number)


def mark(reading: Reading, words: str, **values: str) -> ReadingMark:
    start = reading.double.rendition.text.index(words)
    return mark_reading(
        reading=reading, start=start, end=start + len(words), by=reading.reader,
        **{"kind": "note", "body": "A note.", **values},  # type: ignore[arg-type]
    )  # fmt: skip


def done(*readings: Reading) -> None:
    """The whole text read, and said so."""
    for reading in readings:
        end = len(reading.double.rendition.text)
        read_passage(reading=reading, start=0, end=end, by=reading.reader)
        finish_reading(reading=reading, by=reading.reader)
