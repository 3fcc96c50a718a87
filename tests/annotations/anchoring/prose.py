"""Texts that look like those people annotate, made of a small vocabulary: no two runs alike.

A text is a list of paragraphs, a paragraph a list of sentences, a sentence a list of words.
"""

import re
from random import Random

Sentence = list[str]
Paragraph = list[Sentence]

_SYLLABLES = re.compile(r"\w+").findall
_BEGINS = _SYLLABLES("b br c d dr f g gl h k l m n p pr r s st t tr v w")
_MIDDLES = _SYLLABLES("a e i o u ai ea io ou")
_ENDS = _SYLLABLES("l m n nd r rt s st t x")
_SMALL = _SYLLABLES("the of and to in a is that for on with as by or be at not from it an which")
# What laws and manuals say again and again, with a number that differs.
FORMULAS = (
    "The provisions of section {} apply accordingly.",
    "({}) Subsection one remains unaffected by this.",
    "See also table {} and the notes there.",
    "{}. the names of all those concerned;",
    "for the year {} at the rate of {} per cent,",
    "| row {} | value {} | unit |",
)


class Prose:
    """Makes sentences; rare words are rarer than common ones, as in any language."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.rare = sorted({self._word() for _ in range(2500)})
        rng.shuffle(self.rare)

    def _word(self) -> str:
        parts = [
            self.rng.choice(_BEGINS) + self.rng.choice(_MIDDLES)
            for _ in range(self.rng.choice((1, 2, 2, 3)))
        ]
        return "".join(parts) + self.rng.choice(_ENDS)

    def word(self) -> str:
        if self.rng.random() < 0.42:
            return self.rng.choice(_SMALL)
        return self.rare[int(len(self.rare) * self.rng.random() ** 2.5)]

    def sentence(self, low: int = 5, high: int = 28) -> Sentence:
        words = [self.word() for _ in range(self.rng.randint(low, high))]
        words[0] = words[0].capitalize()
        for at in range(4, len(words) - 2, 7):
            words[at] += self.rng.choice((",", "", "", ";"))
        words[-1] += "."
        return words

    def formula(self) -> Sentence:
        numbers = self.rng.randint(1, 99), self.rng.randint(1, 99)
        return self.rng.choice(FORMULAS).format(*numbers).split()

    def text(self, paragraphs: int) -> list[Paragraph]:
        """Prose and formulas, with sentences that stand twice and some that almost do."""
        made: list[Paragraph] = []
        for _ in range(paragraphs):
            made.append([self._any(made) for _ in range(self.rng.randint(1, 6))])
        return made

    def _any(self, before: list[Paragraph]) -> Sentence:
        chance = self.rng.random()
        if chance < 0.12:
            return self.formula()
        if chance < 0.17 and before:
            twin = list(self.rng.choice(self.rng.choice(before)))
            if self.rng.random() < 0.5:
                twin[self.rng.randrange(len(twin))] = self.word()
            return twin
        return self.sentence()
