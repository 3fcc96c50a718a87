"""Runs of words as HTML: highlights, note numbers, redactions, reference marks, lacunae.

What a reader can select in a passage is the text of the edition and nothing else: note numbers
and the sign of a lacuna are drawn by the stylesheet, with names for screen readers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Run = dict[str, Any]

SIGNS = {
    "": "{}",
    "redacted": '<span class="redacted" role="img" aria-label="words removed">{}</span>',
    "reference": '<span class="reference">{}</span>',
    "citation_needed": '<span class="citation-needed">{}</span>',
    "lacuna": '<span class="lacuna" role="img" aria-label="lacuna: words are missing">{}</span>',
}
REFERENCE = '<a class="note-number" id="r-{}" href="#n-{}" data-note="{}" aria-label="note {}"></a>'


class Marks:
    """Draws the runs of one page. After the last words of a note's highlight stands its number."""

    def __init__(self, runs: Iterable[Run], notes: Mapping[str, tuple[int, str]]) -> None:
        """`notes`: number and kind of each note by its id. `runs`: all that will be drawn."""
        self.notes = notes
        self.left = Counter(name for run in runs for name in run["annotations"] if name in notes)
        self.anchored = set(self.left)

    def html(self, runs: Iterable[Run]) -> SafeString:
        return format_html_join("", "{}{}", ((self.run(run), self.numbers(run)) for run in runs))

    def run(self, run: Run) -> SafeString:
        words = format_html(SIGNS.get(run["mark"], "{}"), run["text"])
        names = [name for name in run["annotations"] if name in self.notes]
        if not names:
            return words
        kinds = sorted({f"on-{self.notes[name][1]}" for name in names})
        return format_html(
            '<mark data-annotation="{}" class="{}">{}</mark>',
            " ".join(names),
            " ".join([*kinds, *(["several"] if len(names) > 1 else [])]),
            words,
        )

    def numbers(self, run: Run) -> SafeString:
        """The numbers of the notes whose last words these are."""
        names = [name for name in run["annotations"] if name in self.notes]
        self.left.subtract(names)
        ended = [name for name in names if not self.left[name]]
        rows = ((name, name, self.notes[name][0], self.notes[name][0]) for name in ended)
        return format_html_join("", REFERENCE, rows)
