"""Codes and how often each occurs, as the choices of a filter. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import get_language_info

from archive.reading.vocabulary import words

Choices = list[tuple[str, str]]


def labelled(counts: Iterable[tuple[Any, int]], labels: Mapping[str, str]) -> Choices:
    return [(str(v), f"{labels.get(str(v)) or words(v)} ({count})") for v, count in counts]


def coded(counts: Iterable[tuple[Any, int]], labels: Mapping[str, str]) -> Choices:
    """A letter or digit never stands without its words."""
    return labelled(counts, {code: f"{code}, {label}" for code, label in labels.items()})


def languages(counts: Iterable[tuple[str, int]]) -> Choices:
    return [(code, f"{language(code)} ({count})") for code, count in counts]


def language(code: str) -> str:
    """The English name of a language tag, or the tag."""
    try:
        return str(get_language_info(code.lower())["name"])
    except KeyError:
        return code
