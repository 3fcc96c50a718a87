"""Reference marks and calls for a citation."""

import pytest

from archive.ingest.marks import marks


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("So it was.[2]", "reference", "2"),
        ("[11] At the start", "reference", "11"),
        ("word[a] word", "reference", "a"),
        ("word[note 3]", "reference", "note 3"),
        ("[citation needed] So", "citation_needed", "citation needed"),
        ("so [Citation needed]", "citation_needed", "Citation needed"),
        ("so [by whom?]", "citation_needed", "by whom?"),
        ("so [dubious – discuss]", "citation_needed", "dubious – discuss"),
        ("so[réf. nécessaire]", "citation_needed", "réf. nécessaire"),
        ("so [источник не указан 90 дней]", "citation_needed", "источник не указан 90 дней"),
        ("so [better source needed]", "citation_needed", "better source needed"),
        ("so{{citation needed|date=March 2013}}", "citation_needed", "citation needed"),
        ("so{{cn}}", "citation_needed", "cn"),
        ("so{{ Fact | date = 2013 }}", "citation_needed", "Fact"),
    ],
)
def test_a_mark_is_recognised_wherever_it_stands(text: str, kind: str, label: str) -> None:
    (found,) = marks(text)
    assert (found.kind, found.label) == (kind, label)
    assert text[found.start : found.end].strip("[]{}").strip().startswith(label)


@pytest.mark.parametrize(
    "text",
    [
        "[[2]]",
        "[1858]",
        "[h]e said",
        "a [b] c",
        "Duno[.]atus",
        "[sic]",
        "[who]",
        "[which is so?]",
        "array[i]s",
        "{{cnx}}",
        "[]",
    ],
)
def test_other_brackets_are_no_marks(text: str) -> None:
    assert marks(text) == []


def test_marks_come_in_the_order_of_the_text() -> None:
    found = marks("a{{cn}} b[2] c[citation needed] d[1]")
    assert [mark.label for mark in found] == ["cn", "2", "citation needed", "1"]
