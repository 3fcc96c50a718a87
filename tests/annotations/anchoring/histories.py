"""A text and its next version, with the truth about every word: seeded, so the same each time."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.annotations.anchoring.prose import Paragraph, Prose

# How much of its words has to be unchanged for a span to be the edited one and not another.
KEPT = 0.6


class Word(NamedTuple):
    """A word of a version: which one of the old text it is (None: a new one), or stands for."""

    origin: int | None
    text: str
    is_changed: bool = False


Version = list[list[list[Word]]]


class Case(NamedTuple):
    """A span of the old text and where it stands in the new one, or that it is gone."""

    kind: str
    words: int
    span: tuple[int, int]
    place: tuple[int, int] | None


class History(NamedTuple):
    old: str
    new: str
    cases: list[Case]


def history(seed: int, paragraphs: list[Paragraph] | None = None, size: int = 150) -> History:
    """A text of about `size` paragraphs, or the given one, edited in all the ways there are."""
    rng = Random(seed)
    prose = Prose(rng)
    count = iter(range(10**9))
    first = [
        [[Word(next(count), word) for word in sentence] for sentence in paragraph]
        for paragraph in paragraphs or prose.text(size)
    ]
    old, places = written(first, width=0)
    new, there = written(Editor(rng, prose).edited(first), width=rng.choice((0, 0, 60, 80)))
    return History(old, new, _cases(rng, places, there))


def written(version: Version, width: int) -> tuple[str, list[tuple[Word, int, int]]]:
    """The text, with a line break where a line is longer than `width`, and where each word is."""
    parts: list[str] = []
    places = []
    length = line = 0
    for paragraph in version:
        words = [word for sentence in paragraph for word in sentence]
        for at, word in enumerate(words):
            places.append((word, length, length + len(word.text)))
            line += len(word.text) + 1
            blank = "\n" if width and line > width else " "
            line = 0 if blank == "\n" else line
            parts += word.text, "\n\n" if at == len(words) - 1 else blank
            length += len(parts[-2]) + len(parts[-1])
        line = 0
    return "".join(parts), places


class Editor:
    """Changes a version the way people do."""

    def __init__(self, rng: Random, prose: Prose) -> None:
        self.rng, self.prose = rng, prose
        self.rate = rng.choice((0.1, 0.25, 0.45))

    def edited(self, version: Version) -> Version:
        edited = [[list(sentence) for sentence in paragraph] for paragraph in version]
        for paragraph in edited:
            if self.rng.random() < self.rate:
                self._edit(paragraph)
        for _ in range(max(1, len(edited) // 40)):
            self.rng.choice((self._move, self._delete, self._insert, self._copy))(edited)
        return [paragraph for paragraph in edited if any(paragraph)]

    def _edit(self, paragraph: list[list[Word]]) -> None:
        for _ in range(self.rng.choice((1, 1, 2, 3))):
            at = self.rng.randrange(len(paragraph)) if paragraph else 0
            act = self.rng.choice(self._acts())
            paragraph[at : at + 1] = act(paragraph[at]) if paragraph else []

    def _acts(self) -> list[Callable[[list[Word]], list[list[Word]]]]:
        """What is done with a sentence: each answers with those that stand in its place."""
        return [
            self._typo, self._typo, self._reworded, self._reworded, self._shorter, self._longer,
            self._marked, lambda _: [], lambda _: [self._new()], lambda each: [each, self._new()],
            lambda each: [self._new(), each],
        ]  # fmt: skip

    def _new(self) -> list[Word]:
        made = self.prose.formula() if self.rng.random() < 0.1 else self.prose.sentence()
        return [Word(None, word) for word in made]

    def _with(self, sentence: list[Word], share: float, text: Callable[[str], str]) -> list[Word]:
        """The sentence with at least one and about this share of its words rewritten."""
        most = max(1, round(share * len(sentence)))
        chosen = set(self.rng.sample(range(len(sentence)), min(most, len(sentence))))
        return [
            Word(word.origin, text(word.text), True) if at in chosen else word
            for at, word in enumerate(sentence)
        ]

    def _typo(self, sentence: list[Word]) -> list[list[Word]]:
        def mended(word: str) -> str:
            at = self.rng.randrange(len(word))
            return word[:at] + self.rng.choice("aeinrst") + word[at + self.rng.randint(0, 1) :]

        return [self._with(sentence, 0.05, mended)]

    def _reworded(self, sentence: list[Word]) -> list[list[Word]]:
        return [self._with(sentence, 0.15, lambda _: self.prose.word())]

    def _marked(self, sentence: list[Word]) -> list[list[Word]]:
        before, after = self.rng.choice((("[[", "]]"), ("**", "**"), ("“", "”"), ("_", "_")))
        return [self._with(sentence, 0.1, lambda word: before + word + after)]

    def _shorter(self, sentence: list[Word]) -> list[list[Word]]:
        gone = self.rng.randrange(len(sentence))
        return [sentence[:gone] + sentence[gone + self.rng.randint(1, 3) :]]

    def _longer(self, sentence: list[Word]) -> list[list[Word]]:
        at = self.rng.randrange(len(sentence))
        put = [Word(None, self.prose.word()) for _ in range(self.rng.randint(1, 5))]
        return [sentence[:at] + put + sentence[at:]]

    def _some(self, version: Version) -> tuple[int, int]:
        first = self.rng.randrange(len(version))
        return first, min(len(version), first + self.rng.choice((1, 1, 2, 5)))

    def _move(self, version: Version) -> None:
        first, end = self._some(version)
        moved = version[first:end]
        del version[first:end]
        at = self.rng.randint(0, len(version))
        version[at:at] = moved

    def _delete(self, version: Version) -> None:
        first, end = self._some(version)
        if end - first < len(version):
            del version[first:end]

    def _insert(self, version: Version) -> None:
        at = self.rng.randint(0, len(version))
        version[at:at] = [[self._new() for _ in range(3)] for _ in range(self.rng.randint(1, 4))]

    def _copy(self, version: Version) -> None:
        """A passage used again elsewhere as a pattern: the old one stays what it was."""
        first, end = self._some(version)
        copied = [
            [[Word(None, word.text) for word in sentence] for sentence in paragraph]
            for paragraph in version[first:end]
        ]
        at = self.rng.randint(0, len(version))
        version[at:at] = copied


def _cases(
    rng: Random, old: list[tuple[Word, int, int]], new: list[tuple[Word, int, int]]
) -> list[Case]:
    there = {word.origin: at for at, (word, _, _) in enumerate(new) if word.origin is not None}
    cases = []
    for _ in range(len(old) // 8):
        words = rng.randint(*rng.choice(((2, 5), (6, 15), (16, 40), (41, 90))))
        first = rng.randrange(max(1, len(old) - words))
        case = _case(old[first : first + words], new, there)
        if case:
            cases.append(case)
    return cases


def _case(
    span: list[tuple[Word, int, int]],
    new: list[tuple[Word, int, int]],
    there: dict[int, int],
) -> Case | None:
    """The truth about a run of words; None where nobody could say: parted, or half of it gone."""
    range_ = span[0][1], span[-1][2]
    found = [there[word.origin] for word, _, _ in span if word.origin in there]
    if not found:
        return Case("deleted", len(span), range_, None)
    same = [at for at in found if not new[at][0].is_changed]
    is_together = found == sorted(found) and found[-1] - found[0] < len(found) + 8
    if not is_together or len(same) < KEPT * len(span):
        return None
    place = new[found[0]][1], new[found[-1]][2]
    is_same = len(same) == len(span) == found[-1] - found[0] + 1
    return Case("untouched" if is_same else "edited", len(span), range_, place)
