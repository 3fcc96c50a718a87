"""Exports of MediaWiki: one page is a document, several are items, revisions are named."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.ingest import Parsed, Unreadable, parse
from archive.ingest import read as items
from tests.archive.ingest.ranges import check


def revision(number: int, text: str) -> str:
    return (
        f"<revision><id>{number}</id><parentid>{number - 1}</parentid>"
        f"<timestamp>2024-01-0{number}T00:00:00Z</timestamp><contributor><username>Ann</username>"
        f"<id>99</id></contributor><model>wikitext</model>"
        f'<text bytes="1" xml:space="preserve">{text}</text><sha1>abc</sha1></revision>'
    )


def page(title: str, *revisions: str) -> str:
    return f"<page>\n<title>{title}</title><ns>0</ns><id>7</id>{''.join(revisions)}</page>"


def export(*pages: str) -> bytes:
    head = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11">'
    site = "<siteinfo><sitename>Walkpedia</sitename></siteinfo>"
    return f"{head}\n  {site}\n{''.join(pages)}\n</mediawiki>\n".encode()


WALK = page("Walk &amp; Way", revision(4, "== Way ==\nIt '''was''' &lt;ref>so&lt;/ref>. Ж"))


def read(data: bytes) -> Parsed:
    found = parse(data)
    check(found)
    return found


def test_the_text_is_that_of_the_revision_which_is_named() -> None:
    found = read(export(WALK))
    assert found.text == "== Way ==\nIt '''was''' <ref>so</ref>. Ж"
    assert (found.format, found.title) == ("wikitext", "Walk & Way")
    assert found.metadata["page"] == {"title": "Walk & Way", "namespace": "0", "id": "7"}
    assert found.metadata["revision"] == {
        "id": "4",
        "parent": "3",
        "timestamp": "2024-01-04T00:00:00Z",
        "contributor": "Ann",
        "model": "wikitext",
        "sha1": "abc",
    }
    assert [mark.label for mark in found.marks] == ["1"]


def test_of_a_history_the_newest_revision_is_read_and_the_others_are_counted() -> None:
    found = read(export(page("Walk", *(revision(number, f"So {number}.") for number in (3, 5, 4)))))
    assert (found.text, found.metadata["revision"]["id"]) == ("So 5.", "5")
    assert found.warnings == ["The export holds 3 revisions of the page; the newest was read."]


def test_each_of_several_pages_is_an_item_of_its_own_bytes(tmp_path: Path) -> None:
    data = export(WALK, page("Weg Ж", revision(1, "So.")), page("Empty", revision(1, "")))
    path = tmp_path / "walks.xml"
    path.write_bytes(data)
    first, second, third = items(path)
    assert [first.title, second.title] == ["Walk & Way", "Weg Ж"]
    assert first.data == WALK.encode()
    assert second.data in data
    assert second.parsed == parse(second.data)
    assert third.reason == "The export holds no text of the page."
    assert third.path == f"{path}: Empty"
    with pytest.raises(Unreadable, match="several pages"):
        parse(data)


def test_a_single_page_is_the_file_as_it_was_received(tmp_path: Path) -> None:
    path = tmp_path / "walk.xml"
    path.write_bytes(export(WALK))
    (item,) = items(path)
    assert (item.data, item.title) == (export(WALK), "Walk & Way")


def test_what_was_read_before_an_export_breaks_off_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "walks.xml"
    path.write_bytes(export(WALK, page("Weg", revision(1, "So.")), WALK)[:-60])
    *whole, last = items(path)
    assert [item.title for item in whole] == ["Walk & Way", "Weg"]
    assert last.reason.startswith("“the export” is not sound XML: ")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (export(), "The export holds no pages."),
        (export(page("Walk")), "The export holds no text of the page."),
        (b"<mediawiki><page>", "“the export” is not sound XML: no element found"),
        (b"<mediawiki>" * 300, "“the export” is nested deeper than 256 elements."),
    ],
)
def test_what_is_no_sound_export_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(data)
    assert refusal.value.reason.startswith(reason)


def test_an_export_declares_no_entities() -> None:
    bomb = b"<?xml version='1.0'?>\n<!DOCTYPE mediawiki [<!ENTITY a 'so'>]>" + export(WALK)
    with pytest.raises(Unreadable, match="declares a document type"):
        parse(bomb, format="wikitext")


WHOLE = export(WALK)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=3))
def test_spoilt_exports_are_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    with suppress(Unreadable):
        check(parse(bytes(data), format="wikitext"))
