"""The labels of footnotes and endnotes, given out in the order in which the text calls them."""

from collections import Counter

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class Notes:
    """Footnotes are numbered 1, 2 …, endnotes i, ii …, as word processors do unless told."""

    def __init__(self) -> None:
        self.labels: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()

    def label(self, story: str, identifier: str) -> str:
        """The label of a note (`footnotes` or `endnotes`), a new one where it has none yet."""
        if (story, identifier) not in self.labels:
            self._counts[story] += 1
            number = self._counts[story]
            self.name(story, identifier, str(number) if story == "footnotes" else roman(number))
        return self.labels[story, identifier]

    def name(self, story: str, identifier: str, label: str) -> None:
        """The file gives the note a mark of its own, an asterisk perhaps."""
        self.labels[story, identifier] = label


def roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters
