"""The one gate at the end of composing: no payload that repeats withheld words gets through."""

from collections.abc import Container, Iterator
from typing import Any

from annotations.composing.decisions import Verdicts
from annotations.composing.passages import flat, passages
from annotations.composing.ranges import Range, subtract
from annotations.composing.words import Shown, Withheld
from archive.models import Rendition

# The words of a `archive.payloads.Place`.
QUOTED = frozenset({"before", "exact", "after", "title"})


def withheld(
    rendition: Rendition, verdicts: Verdicts, only: Container[Range] | None = None
) -> Withheld:
    """The words that decisions remove, less those that something before them rightly shows.

    Who quotes comes after whom is quoted: a withheld comment that repeats the article or an
    earlier comment does not take their words with it; a later one that repeats it is refused.
    Who is named in a comment need not have written before: of a handle only what the article
    shows may stand; of one that nobody reviewed also what the list of authors shows, for an author
    may answer the readers. With `only` it is just the words of these ranges.
    """
    text, words = rendition.text, Withheld()
    leaves = [text[leaf.start : leaf.end] for leaf in flat(passages(rendition))]
    article = Shown(leaves)
    named = Shown([*leaves, *rendition.capture.document.authors])
    shown = Shown()
    shown.runs |= article.runs
    for comment in verdicts.comments:
        removed = verdicts.removed_body(comment)
        handle = verdicts.handle(comment)
        allowed = named if handle and handle.status == "unreviewed" else article
        handles = [(span, allowed) for span in verdicts.removed_handle(comment)]
        for span, beside in [*((span, shown) for span in removed), *handles]:
            if only is None or span in only:
                words.add(text[slice(*span)], beside)
        for start, end in subtract([(comment.start, comment.end)], removed):
            shown.add(text[start:end])
    return words


def strings(value: Any, path: str = "", own: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a payload with where it stands, runs of one passage as one string.

    With `own`, a document's slug, what stands in quotation of other documents is passed over:
    those words are shown by editions of their own.
    """
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        elsewhere = own and value.get("document", own) != own
        for key, part in value.items():
            if not (elsewhere and key in QUOTED):
                yield from strings(part, f"{path}.{key}" if path else key, own)
    elif isinstance(value, list):
        if value and isinstance(value[0], dict) and "mark" in value[0]:
            yield path, "".join(run["text"] for run in value)
        for index, part in enumerate(value):
            yield from strings(part, f"{path}[{name(part, index)}]", own)


def name(part: Any, index: int) -> str:
    """How a member of a list is called in a refusal: by its own id or number where it has one."""
    if isinstance(part, dict):
        found = part.get("id") or part.get("slug") or part.get("number")
        if found:
            return str(found)
    return str(index)


def refusals(payload: dict[str, Any], words: Withheld, own: str = "") -> list[str]:
    """A sentence per place that repeats withheld words, naming the place and never the words.

    `own` is the slug of the document that the words were withheld from, see `strings`.
    """
    places = dict.fromkeys(path for path, text in strings(payload, own=own) if words.holds(text))
    return [f"{place} repeats words that are withheld." for place in places]


def apparatus(payload: dict[str, Any]) -> dict[str, Any]:
    """What editors and others say in a payload: all but the words of its own document."""
    return {key: part for key, part in payload.items() if key not in ("blocks", "comments")}
