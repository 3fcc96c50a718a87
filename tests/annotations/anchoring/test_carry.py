"""Carrying spans to the next version of a text: no database, no settings."""

import pytest

from annotations.anchoring import Carried, carry

OLD = (
    "On May 28 China was forced to sign the Aigun Treaty.\r\n"
    "The result was the “Convention of Peking”, which took place on 14 November 1860.\r\n"
    "On May 28 the allies rested. 𝄞 Cafe\u0301 au lait — שלום עולם 👩\u200d🚀.\r\n"
)


def carried(new: str, words: str, old: str = OLD) -> tuple[str | None, Carried]:
    start = old.index(words)
    (found,) = carry(old, new, [(start, start + len(words))])
    there = None if found.start is None else new[found.start : found.end]
    return there, found


@pytest.mark.parametrize(
    ("before", "after", "words", "there", "state"),
    [
        ("1860", "1861", "forced to sign", "forced to sign", "exact"),
        ("forced", "made", "China was forced to sign", "China was made to sign", "changed"),
        ("forced", "made", "forced to sign the Aigun", "made to sign the Aigun", "changed"),
        ("Aigun Treaty", "Aigun treaty", "the Aigun Treaty", "the Aigun treaty", "changed"),
        ("“Convention of Peking”", '"Convention of Peking"', "the “Convention of Peking”",
         'the "Convention of Peking"', "changed"),
        ("1860.\r\nOn", "1860. On", "1860.\r\nOn May", "1860. On May", "changed"),
        ("The result", "In haste. The result", "The result was", "The result was", "exact"),
        ("The result", "In haste. The result", "Aigun Treaty.", "Aigun Treaty.", "exact"),
        ("Cafe\u0301", "Cafe\u0301 noir", "𝄞 Cafe\u0301", "𝄞 Cafe\u0301", "exact"),
        ("שלום עולם", "שלום לעולם", "שלום עולם", "שלום לעולם", "changed"),
    ],
)  # fmt: skip
def test_words_that_are_still_there_are_found(
    before: str, after: str, words: str, there: str, state: str
) -> None:
    found, span = carried(OLD.replace(before, after), words)
    assert (found, span.state) == (there, state)
    assert 0 < span.score <= 1


def test_deleted_words_are_an_orphan_without_a_place() -> None:
    words = "The result was the “Convention of Peking”, which took place on 14 November 1860.\r\n"
    there, span = carried(OLD.replace(words, ""), words)
    assert (there, span.start, span.end, span.state) == (None, None, None, "orphan")


def test_a_deleted_look_alike_is_not_carried_to_the_other() -> None:
    first = OLD.index("On May 28")
    new = OLD[:first] + OLD[first + 10 :]
    (gone, kept) = carry(
        OLD, new, [(first, first + 9), (OLD.rindex("On May"), OLD.rindex("On May") + 9)]
    )
    assert gone.state in ("orphan", "ambiguous")
    assert (kept.start, kept.state) == (new.index("On May"), "exact")


def test_spans_keep_their_order_and_may_overlap() -> None:
    spans = [(20, 40), (3, 9), (3, 30), (9, 9)]
    found = carry(OLD, "Preface. " + OLD, spans)
    assert [(each.start, each.end, each.state) for each in found] == [
        (start + 9, end + 9, "exact") for start, end in spans
    ]


@pytest.mark.parametrize("span", [(-1, 3), (3, 2), (0, len(OLD) + 1)])
def test_a_span_that_is_not_of_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not within"):
        carry(OLD, OLD, [span])
