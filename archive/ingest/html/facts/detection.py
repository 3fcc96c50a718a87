# ruff: noqa: RUF001 - letters of other scripts are meant
"""The language of a longer text by its commonest words and its script; nothing where in doubt."""

import re
from collections import Counter

_COMMON = {
    "de": "der die das und ist nicht ein eine zu mit sich auf auch für den dem von wird werden wie",
    "en": "the and of to is that it was for with on as are this be at from have which not",
    "fr": "le la les des et est une dans que qui pour pas sur au avec ce plus du son nous",
    "es": "el la los las de que y en una por con para del se su al como más pero lo",
    "pt": "o a os as de que e em uma por com para do da não se no na mais mas",
    "it": "il di che la e un per non una del della con sono è gli i da nel alla più",
    "nl": "de het een en van is dat niet op te zijn met voor die aan er ook maar bij hij",
    "pl": "i w na z do nie się jest że to o jak po ale od za przez są dla tego",
    "cs": "a se v na je že s z do o i to jako za by pro ale jsou podle jsem",
    "sv": "och att det som en är på för av med den inte till har ett om var från men vi",
    "da": "og at det er en til på af for med den ikke som der de har et jeg var kan",
    "fi": "ja on ei se että oli mutta hän kun niin myös ovat joka kuin sen tai olla sitä nyt jos",
    "tr": "ve bir bu da de için ile çok olarak daha gibi olan ama her en kadar ne var sonra değil",
    "hu": "a az és hogy nem is egy ez van meg de volt csak el már mint azt ki még ha",
    "ro": "și de la în a cu pe nu este o un care mai să din sunt pentru că au ca",
    "ru": "и в не на что с по как это к но из у за от для так же его был",
    "uk": "і в не на що з та у до як це за по від для але його про був або",
}
_WORDS = {tag: frozenset(words.split()) for tag, words in _COMMON.items()}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_SAMPLE = 40_000
_FEWEST = 25


def detected(text: str) -> str | None:
    """The language of which 25 common words or more stand there, twice as many as of the next."""
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = text[middle : middle + _SAMPLE].lower()
    if found := _by_script(sample):
        return found
    counts = Counter(re.findall(r"[^\W\d_]+", sample))
    scores = {tag: sum(counts[word] for word in words) for tag, words in _WORDS.items()}
    first, second = sorted(scores.values(), reverse=True)[:2]
    best = max(scores, key=lambda tag: scores[tag])
    return best if first >= _FEWEST and first >= 2 * second else None


def is_known(tag: str) -> bool:
    """Whether a text in the language would be recognised as such."""
    return tag in _WORDS or any(tag == known for known, _ in _SCRIPTS)


def _by_script(sample: str) -> str | None:
    """A script that one language writes, where it makes up a fifth of the text."""
    for tag, letters in _SCRIPTS:
        if len(letters.findall(sample)) * 5 > len(sample) > 100:
            return tag
    return None
