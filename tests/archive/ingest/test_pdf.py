"""PDF: text by page, outline, properties; what cannot be read is kept and says so."""

import csv
import io
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from archive.ingest import Parsed, Unreadable, parse
from tests.archive.ingest.pdf_files import pdf
from tests.archive.ingest.ranges import check

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT.parent / "shared" / "samples"
LONG = "It was a long way, and those who went it together told one another"


def read(data: bytes) -> Parsed:
    found = parse(data)
    assert found.format == "pdf"
    check(found)
    return found


def shape(found: Parsed) -> list[tuple[str, str]]:
    return [(each.kind, found.text[each.start : each.end]) for each in found.sections]


def test_pages_are_parted_by_an_empty_line_and_say_where_they_begin() -> None:
    found = read(pdf(["So it was."], [], ["And", "back."]))
    assert found.text == "So it was.\n\nAnd\nback."
    assert found.metadata == {"pages": [0, 10, 12]}
    assert found.completeness == ""


def test_a_paragraph_ends_where_a_line_is_left_short() -> None:
    page = [
        LONG,
        "what they had seen by it.",
        LONG,
        LONG,
        "in short",
        "and so on.",
        "A heading",
        LONG,
    ]
    assert [words.count("\n") + 1 for kind, words in shape(read(pdf(page)))] == [2, 4, 1, 1]


def test_items_run_on_and_hyphens_stay() -> None:
    found = read(pdf([LONG, "1. the first", f"2. {LONG[:40]} the sec-", "ond", "3. x", LONG]))
    assert [kind for kind, _ in shape(found)] == [
        "paragraph",
        *("list", "item", "item", "item"),
        "paragraph",
    ]
    assert "sec-\nond" in found.text


def test_an_entry_of_the_outline_is_a_heading_where_its_title_stands_on_its_page() -> None:
    data = pdf(
        ["Contents", "1 The way", "2 Back again", LONG],
        ["1 The way", LONG, "2  Back", "again", LONG],
        outline=[("The way", 1), ("back AGAIN", 1), ("Nowhere", 1), ("The way", 1)],
    )
    found = read(data)
    headings = [each for each in found.sections if each.kind == "heading"]
    assert [(found.text[each.start : each.end], each.level) for each in headings] == [
        ("1 The way", 1),
        ("2  Back\nagain", 1),
    ]
    assert all(each.start >= found.metadata["pages"][1] for each in headings)


def test_what_runs_along_the_edges_of_the_pages_is_residue() -> None:
    pages = [["Walks of old", f"{LONG} {at}.", LONG, f"Page {at} of 4"] for at in range(1, 5)]
    found = read(pdf(*pages))
    residue = [words for kind, words in shape(found) if kind == "residue"]
    assert residue == [words for at in range(1, 5) for words in ("Walks of old", f"Page {at} of 4")]


def test_properties_are_proposed_and_printed_page_numbers_kept() -> None:
    info = (
        "/Title (Notes) /Author (Ann Lee) /CreationDate (D:20200102030405+02'00') /ModDate (soon)"
    )
    numbers = "/Lang (de-DE) /PageLabels << /Nums [0 << /S /r >>] >>"
    found = read(pdf(["a"], ["b"], info=info, catalog=numbers))
    assert (found.title, found.authors, found.published) == ("Notes", ["Ann Lee"], None)
    assert found.language == "de-DE"
    assert found.metadata["page_labels"] == ["i", "ii"]
    assert found.metadata["properties"] == {
        "title": "Notes",
        "author": "Ann Lee",
        "created": "2020-01-02T03:04:05+02:00",
    }


PICTURE = b"q 100 0 0 100 0 0 cm /I Do Q"


@pytest.mark.parametrize(
    ("pages", "completeness"),
    [
        ([PICTURE], "text not extractable: no text layer, pages that show pictures: 1 of 1"),
        ([b""], "text not extractable: no words on any of 1 pages"),
        ([["So."], PICTURE, PICTURE], "no text of pages 2, 3, of 3"),
        ([["So."], b""], ""),
    ],
)
def test_pictures_without_words_are_kept_and_named(
    pages: list[list[str] | bytes], completeness: str
) -> None:
    assert read(pdf(*pages)).completeness == completeness


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(["So it was."])))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def test_an_encrypted_file_is_kept_unread_unless_it_takes_no_password() -> None:
    found = read(encrypted("secret"))
    assert (found.text, found.sections) == ("", [])
    assert found.completeness == "text not extractable: the file is encrypted"
    assert found.warnings == ["The file is encrypted and could not be read: it is kept as it is."]
    assert read(encrypted("")).text == "So it was."


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.5\n",
        b"%PDF-1.5\nstartxref\n0\n%%EOF",
        pdf(["a"])[:200],
        pdf(),
    ],
)
def test_a_broken_file_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(Unreadable, match="The PDF cannot be read: "):
        parse(data)


def test_a_page_that_unpacks_without_end_is_named_and_the_others_are_read() -> None:
    found = read(pdf(["So."], b" " * 50_000_000, ["And back."]))
    assert found.text == "So.\n\nAnd back."
    assert found.completeness == "no text of pages 2, of 3"
    assert found.warnings == ["Pages that could not be read: 2."]


def test_forms_within_forms_end() -> None:
    """Each draws the next ten times over: a hundred million in all."""
    forms = [f"/X{at + 1} Do ".encode() * 10 + b"BT ET" for at in range(8)]
    found = read(pdf(b"/X0 Do BT /F1 12 Tf (So.) Tj ET", forms=[*forms, b"BT /F1 1 Tf (a) Tj ET"]))
    assert len(found.text) < 1000


@pytest.mark.parametrize(
    "catalog", ["/Outlines 1 0 R", "/PageLabels 9", "/Lang 7", "/Outlines 99 0 R"]
)
def test_what_is_broken_round_the_pages_does_not_cost_their_text(catalog: str) -> None:
    assert read(pdf(["So it was."], catalog=catalog)).text == "So it was."


WHOLE = pdf(["A way", LONG, "So."], PICTURE, outline=[("A way", 0)], info="/Title (T)")


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(5, len(WHOLE) - 1), st.integers(0, 255)), max_size=4))
def test_spoilt_files_are_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    with suppress(Unreadable):
        check(parse(bytes(data)))


def test_its_parser_is_loaded_when_a_pdf_is_read_and_not_before() -> None:
    look = "import sys, archive.ingest; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "archive.ingest.formats" in loaded
    assert not {"pypdf", "archive.ingest.pdf"} & {*loaded}


def test_samples_are_read_as_expected() -> None:
    table = SAMPLES / "expected" / "pdf.csv"
    if not table.exists():
        pytest.skip("The sample files are not beside the clone, in shared/samples/pdf.")
    for row in csv.DictReader(table.read_text().splitlines()):
        found = read((SAMPLES / row["file"]).read_bytes())
        if row["encrypted"].startswith("yes"):
            assert found.completeness == "text not extractable: the file is encrypted"
            continue
        assert len(found.metadata["pages"]) == int(row["pages"])
        first = found.text[: [*found.metadata["pages"], len(found.text)][1]]
        assert row["first_page_text_contains"] in first
        headings = [found.text[each.start : each.end] for each in found.sections if each.level]
        assert bool(headings) == ("outline" in row["notes"])
