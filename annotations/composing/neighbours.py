"""The gate between documents: what one withholds is not said in pages that quote it either."""

from collections.abc import Iterable, Mapping

from annotations.composing.composition import Composition
from annotations.composing.decisions import Verdicts
from annotations.composing.gate import apparatus, refusals, withheld
from annotations.composing.passages import flat, passages
from annotations.composing.scope import Scope
from annotations.composing.words import Shown, Withheld


class Neighbours:
    """The documents in a scope, with the words that each withholds, worked out when asked for."""

    def __init__(self, scope: Scope, verdicts: Mapping[int, Verdicts]) -> None:
        """`verdicts` by primary key of rendition, as far as they are known."""
        self.scope, self.verdicts = scope, verdicts
        self.words: dict[int, Withheld] = {}
        self.articles: dict[int, Shown] = {}

    def refusals(self, part: Composition, among: Iterable[int]) -> list[str]:
        """The sentences of the gate for a payload and what these renditions withhold.

        A word that the article of another of them shows is a common one, and stops nothing.
        """
        keys = [key for key in among if key in self.scope.shown]
        payload = apparatus(part.payload)
        found: dict[str, None] = {}
        for key in keys:
            words = self.withheld(key)
            for other in keys:
                words = words.less(self.article(other))
            slug = self.scope.shown[key].document.slug
            found |= dict.fromkeys(refusals(payload, words, slug))
        return list(found)

    def withheld(self, key: int) -> Withheld:
        if key not in self.words:
            rendition = self.scope.shown[key].rendition
            verdicts = self.verdicts.get(key) or Verdicts(rendition)
            self.words[key] = withheld(rendition, verdicts)
        return self.words[key]

    def article(self, key: int) -> Shown:
        if key not in self.articles:
            rendition = self.scope.shown[key].rendition
            leaves = flat(passages(rendition))
            self.articles[key] = Shown(rendition.text[leaf.start : leaf.end] for leaf in leaves)
        return self.articles[key]
