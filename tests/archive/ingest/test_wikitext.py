"""Wikitext: as received, and as cleaners loosen it."""

import csv
from collections import Counter
from pathlib import Path

import mwparserfromhell
import pytest

from archive.ingest import Parsed, parse
from tests.archive.ingest.ranges import check

SAMPLE = Path(__file__).parents[4] / "shared" / "samples" / "wikitext" / "Bodmin.txt"
BOX = """{{Infobox river
| name   = {{lang|fr|La [[Walk|W]]}}
|length=3 km<ref name="a">{{cite|x=y|z}}</ref>
| note =
| 7
|link=[[A|B]]<!-- | no = parameter -->
}}"""


def read(text: str) -> Parsed:
    found = parse(text.encode(), format="wikitext")
    assert found.text == text
    check(found)
    return found


def shape(found: Parsed) -> list[tuple[str, str]]:
    return [(each.kind, found.text[each.start : each.end]) for each in found.sections]


def test_an_infobox_has_its_parameters_as_items() -> None:
    found = read(f"{BOX}\nThe '''Walk''' is a river.")
    box, *items = found.sections[:-1]
    assert (box.kind, found.words(box.heading_start, box.heading_end)) == (
        "infobox",
        "Infobox river",
    )
    keys = [found.words(each.heading_start, each.heading_end) for each in items]
    assert keys == ["name", "length", "note", None, "link"]
    first = items[0]
    assert found.text[first.start : first.end] == "| name   = {{lang|fr|La [[Walk|W]]}}"
    assert shape(found)[-1] == ("paragraph", "The '''Walk''' is a river.")


def test_words_behind_an_infobox_are_a_paragraph_of_their_own() -> None:
    found = read(f"{BOX}[[Walk]] is a river.")
    assert shape(found)[-1] == ("paragraph", "[[Walk]] is a river.")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("{{For|the town|Walk (town)}}", "front"),
        ("{{Quote|It rained\n\nall day|Ann}}", "quotation"),
        ("<blockquote>It\nrained</blockquote>", "quotation"),
        ('{| class="wikitable"\n! a\n|-\n| {{b}} || c\n|}', "table"),
        ("[[File:Walk.jpg|thumb|The [[Walk]]\nin spring]]", "caption"),
        ("[[Category:Rivers]]", "front"),
        ("#REDIRECT [[Walk]]", "front"),
        ("<!-- nothing\n== to see ==\n-->", "front"),
        ("[[Walk]]", "paragraph"),
        ("{{cn}}", "paragraph"),
        ("{{Lang|fr|Walk}} is a river.", "paragraph"),
        ("So{{a\n|b}} it\n\nwas", "paragraph"),
    ],
)
def test_what_stands_by_itself_is_no_prose(line: str, kind: str) -> None:
    assert shape(read(line))[0][0] == kind


def test_what_stands_by_itself_below_the_first_words_is_residue() -> None:
    found = read(
        "The Walk is a river.\n{{Reflist}}\n[[Category:Rivers]]\n__NOTOC__\n<references />"
    )
    assert [kind for kind, _ in shape(found)] == ["paragraph", *["residue"] * 4]


@pytest.mark.parametrize(
    ("line", "level", "words"),
    [
        ("==Way==", 2, "Way"),
        ("=== The way ===", 3, "The way"),
        ("== a == b ==", 2, "a == b"),
        ("== Way == <!-- back -->", 2, "Way"),
        ("======deep======", 6, "deep"),
    ],
)
def test_a_heading_has_its_level_and_words(line: str, level: int, words: str) -> None:
    found = read(f"So.\n{line}\nAnd so.")
    heading = found.sections[1]
    assert (heading.kind, heading.level) == ("heading", level)
    assert found.words(heading.heading_start, heading.heading_end) == words
    assert found.text[heading.start : heading.end] == line


@pytest.mark.parametrize("line", ["== open", "a == b ==", "====", "= =", "==open="])
def test_other_signs_of_equality_are_no_heading(line: str) -> None:
    assert "heading" not in [kind for kind, _ in shape(read(f"So.\n{line}\nAnd so."))]


def test_a_heading_of_the_first_level_above_all_else_is_the_title() -> None:
    assert read("= Walk =\n\nSo.").title == "Walk"
    assert read("So.\n\n= Walk =").title is None
    assert read("== Walk ==\n\nSo.").title is None


def test_lists_run_over_all_signs_and_ended_lines_join_no_paragraph() -> None:
    found = read("So:\n* one\n** two <ref>a\nb</ref>\n# three\n\n; four\nAnd so.")
    assert [kind for kind, _ in shape(found)] == [
        "paragraph",
        *("list", "item", "item", "item"),
        *("list", "item", "paragraph"),
    ]
    assert shape(found)[3] == ("item", "** two <ref>a\nb</ref>")


def test_references_are_numbered_as_a_wiki_numbers_them() -> None:
    found = read(
        'a<ref>x</ref> b<ref name="n">y [[z]]</ref>{{cn}} c<ref name=n /> d<ref>w\nv</ref>'
    )
    labels = [(mark.kind, mark.label) for mark in found.marks]
    assert labels == [
        ("reference", "1"),
        ("reference", "2"),
        ("citation_needed", "cn"),
        ("reference", "2"),
        ("reference", "3"),
    ]
    assert found.text[found.marks[0].start : found.marks[0].end] == "<ref>x</ref>"


@pytest.mark.parametrize("sign", ["{{", "[[", "<ref>", "<blockquote>", "{|", "<!--", "<nowiki>"])
def test_what_is_never_closed_swallows_no_headings(sign: str) -> None:
    found = read(f"So\n{sign} it was\n== Way ==\nAnd so }}}} ]] |}}.")
    assert ("heading", "== Way ==") in shape(found)


def test_nothing_inside_comments_and_nowiki_is_a_construct() -> None:
    found = read("a <nowiki>{{</nowiki> b <!-- <ref> --> c <ref>d</ref> }}\n\ne")
    assert [kind for kind, _ in shape(found)] == ["paragraph", "paragraph"]
    assert [mark.label for mark in found.marks] == ["1"]


@pytest.mark.parametrize(
    "text",
    ["Infobox\n\n- a: b", "Infobox\nso", "Infobox: so\n- a: b", "The infobox\n- a: b\n- c: d"],
)
def test_other_lines_about_infoboxes_are_none(text: str) -> None:
    assert "infobox" not in [kind for kind, _ in shape(read(text))]


def test_a_long_article_is_read_as_another_parser_reads_it() -> None:
    if not SAMPLE.exists():
        pytest.skip("The sample articles are not beside the clone, in shared/samples/wikitext.")
    data = SAMPLE.read_bytes()
    found = parse(data, name=SAMPLE.name)
    check(found)
    assert (found.format, found.text.encode()) == ("wikitext", data)
    code = mwparserfromhell.parse(data.decode())
    headings = [each for each in found.sections if each.kind == "heading"]
    assert [
        (each.level, found.words(each.heading_start, each.heading_end)) for each in headings
    ] == [(each.level, str(each.title).strip()) for each in code.filter_headings()]
    box = next(each for each in code.filter_templates() if str(each.name).startswith("Infobox"))
    end = next(each.end for each in found.sections if each.kind == "infobox")
    items = [each for each in found.sections if each.kind == "item" and each.end <= end]
    assert [found.words(each.heading_start, each.heading_end) for each in items] == [
        str(parameter.name).strip() for parameter in box.params
    ]
    refs = [each for each in code.filter_tags() if str(each.tag) == "ref"]
    marks = [mark for mark in found.marks if mark.kind == "reference"]
    assert [found.text[mark.start : mark.end] for mark in marks] == [str(each) for each in refs]


def test_a_reference_is_tied_to_the_words_of_its_note_also_where_it_only_names_one() -> None:
    found = read(
        'a<ref name=n /> b<ref name="n"> x [[y]] </ref> c<ref>z</ref> d<ref name=m/><ref></ref>'
    )
    notes = [mark.note and found.text[slice(*mark.note)] for mark in found.marks]
    assert notes == ["x [[y]]", "x [[y]]", "z", None, None]
    assert found.metadata["references"] == {"marks": 5, "reused": 2}


def test_short_references_are_references_and_the_same_words_keep_their_number() -> None:
    found = read("a{{sfn|Lee|2001}} b<ref>x</ref> c{{Sfn|Roe}} d{{sfn|Lee|2001}} e{{sfn}}")
    assert [(mark.label, mark.note and found.text[slice(*mark.note)]) for mark in found.marks] == [
        ("1", "Lee|2001"),
        ("2", "x"),
        ("3", "Roe"),
        ("1", "Lee|2001"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("Citation needed", "cn", "citation_needed_span", "Who", "by whom?", "When", "Clarify"),
        *("dubious", "verify source", "Better source needed", "page needed", "Template:Fact"),
        *("Belege fehlen", "Quelle?", "Référence nécessaire", "Cita requerida", "Нет АИ", "Кто?"),
        *("senza fonte", "Carece de fontes", "來源請求", "要出典"),
    ],
)
def test_templates_that_ask_are_open_questions_in_any_language(name: str) -> None:
    text = f"It was so{{{{{name}|a [[b]] {{{{c}}}}|date=May 2010}}}}.\n{{{{{name}}}}}"
    found = read(text)
    assert [(mark.kind, mark.label) for mark in found.marks] == [("citation_needed", name)] * 2
    assert found.sections[-1].kind == "paragraph"


@pytest.mark.parametrize("name", ["cite web", "cnx", "World Health Organization", "Facts", "tl|cn"])
def test_other_templates_are_none(name: str) -> None:
    assert (
        read(f"It was so{{{{{name}}}}}. <nowiki>{{{{cn}}}}</nowiki><!-- {{{{cn}}}} -->").marks == []
    )


def test_templates_categories_files_and_other_languages_are_named_and_counted() -> None:
    found = read(
        "{{Cite web|x={{lang|fr|y}}}} {{cite web}} {{cite_web}} {{#if:a|b}}\n"
        "[[File:Walk.jpg|thumb|So]] [[Datei:Weg.jpg]]\n[[Kategorie:Wege|!]] [[Category:Ways]]\n"
        "[[de:Weg]]\n{| class=x\n| a\n|}\n<!-- revid: 12345 -->"
    )
    assert found.metadata == {
        "templates": {"Cite web": 3, "lang": 1},
        "tables": 1,
        "categories": ["Wege", "Ways"],
        "files": ["Walk.jpg", "Weg.jpg"],
        "interwiki": ["de:Weg"],
        "revision": {"id": "12345"},
    }
    assert ("front", "[[de:Weg]]") in shape(found)


def test_words_without_markup_have_no_facts() -> None:
    assert read("= Walk =\n\nSo [http://example.org/?oldid=7 it] was.").metadata == {}


def test_the_name_of_the_file_may_tell_the_revision() -> None:
    found = parse(b"'''So''' [[it]] [[was]].", name="Walk?oldid=77.txt")
    assert found.metadata["revision"] == {"id": "77"}


def test_the_sample_article_has_what_its_table_says() -> None:
    if not SAMPLE.exists():
        pytest.skip("The sample articles are not beside the clone, in shared/samples/wikitext.")
    found = parse(SAMPLE.read_bytes(), name=SAMPLE.name)
    (row,) = csv.DictReader(
        (SAMPLE.parents[1] / "expected" / "wikitext.csv").read_text().splitlines()
    )
    levels = [each.level for each in found.sections if each.kind == "heading"]
    assert (levels.count(2), levels.count(3)) == (int(row["h2_headings"]), int(row["h3_headings"]))
    assert found.metadata["references"] == {
        "marks": int(row["ref_tags_opened"]),
        "reused": int(row["of_which_selfclosed_reuse"]),
    }
    assert len(found.metadata["categories"]) == int(row["categories"])
    assert found.metadata.get("tables", 0) == int(row["tables"])
    assert found.metadata["infoboxes"] == [row["infobox"]]
    assert found.sections[0].kind == "front"
    code = mwparserfromhell.parse(found.text)
    names = Counter(str(each.name).strip().lower() for each in code.filter_templates())
    assert {name.lower(): count for name, count in found.metadata["templates"].items()} == names
