"""Word-processor files: text, structure, notes, comments, and what is refused."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.ingest import Parsed, Unreadable, parse
from tests.archive.ingest.docx_files import RELATION, docx, p, packed, relations, run, table
from tests.archive.ingest.ranges import check

ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
CALL = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing>"
)
BOX += "</mc:Choice><mc:Fallback><w:txbxContent>{}</w:txbxContent></mc:Fallback>"
BOX += "</mc:AlternateContent></w:r>"


def read(data: bytes) -> Parsed:
    found = parse(data)
    assert found.format == "docx"
    check(found)
    return found


def shape(found: Parsed) -> list[tuple[str, str]]:
    return [(each.kind, found.text[each.start : each.end]) for each in found.sections]


def started(identifier: int, inside: str) -> str:
    """Words with a comment on them."""
    return (
        f'<w:commentRangeStart w:id="{identifier}"/>{inside}'
        f'<w:commentRangeEnd w:id="{identifier}"/>'
        f'<w:r><w:commentReference w:id="{identifier}"/></w:r>'
    )


def said(identifier: int, author: str, words: str, date: str = "2024-03-01T10:00:00Z") -> str:
    return (
        f'<w:comment w:id="{identifier}" w:author="{author}" w:date="{date}">{p(words)}</w:comment>'
    )


def test_blocks_are_parted_by_empty_lines_and_items_by_line_ends() -> None:
    body = p("A walk", "Title") + p("So it was.") + p() + p(" \u00a0") + p("one", properties=ITEM)
    found = read(
        docx(body + p("two", properties=ITEM) + p("And back.", "Quote") + p("Fig.", "Caption"))
    )
    assert found.text == "A walk\n\nSo it was.\n\none\ntwo\n\nAnd back.\n\nFig."
    assert found.title == "A walk"
    assert shape(found) == [
        ("title", "A walk"),
        ("paragraph", "So it was."),
        *(("list", "one\ntwo"), ("item", "one"), ("item", "two")),
        ("quotation", "And back."),
        ("caption", "Fig."),
    ]


@pytest.mark.parametrize(
    ("style", "styles", "level"),
    [
        ("Heading2", "", 2),
        (
            "berschrift3",
            '<w:style w:styleId="berschrift3"><w:name w:val="heading 3"/></w:style>',
            3,
        ),
        ("x", '<w:style w:styleId="x"><w:name w:val="Заголовок 1"/></w:style>', 1),
        ("x", '<w:style w:styleId="x"><w:pPr><w:outlineLvl w:val="4"/></w:pPr></w:style>', 5),
        ("x", '<w:style w:styleId="x"><w:basedOn w:val="Titre1"/></w:style>', 1),
        ("x", '<w:style w:styleId="x"><w:basedOn w:val="x"/></w:style>', None),
        ("x", '<w:style w:styleId="x"><w:outlineLvl w:val="9"/></w:style>', None),
    ],
)
def test_a_heading_is_known_by_its_style_in_any_language(
    style: str, styles: str, level: int | None
) -> None:
    found = read(docx(p("Way", style) + p("So."), styles=styles))
    assert (found.sections[0].kind == "heading", found.sections[0].level) == (bool(level), level)
    if level:
        assert found.words(found.sections[0].heading_start, found.sections[0].heading_end) == "Way"


def test_an_outline_level_makes_a_heading_and_a_numbered_heading_is_no_item() -> None:
    found = read(docx(p("Way", properties='<w:outlineLvl w:val="1"/>') + p("On", "Heading1", ITEM)))
    assert [(each.kind, each.level) for each in found.sections] == [("heading", 2), ("heading", 1)]
    assert found.warnings == ["Numbers and bullets set by the program, not in the text: 1."]


def test_a_table_is_rows_and_tabs_and_a_frame_is_none() -> None:
    inner = table((p("x"), p("y")))
    found = read(
        docx(table((p("a"), p("b") + p("c")), (p(), p("d") + inner)) + table((p("alone"),)))
    )
    assert shape(found) == [("table", "a\tb c\n\td x y"), ("paragraph", "alone")]


def test_breaks_tabs_and_hyphens_are_characters() -> None:
    signs = "<w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/>"
    found = read(docx(p(f'<w:r><w:t>a</w:t>{signs}<w:sym w:char="263A"/><w:t>b</w:t></w:r>')))
    assert found.text == "a\t\n\u2011\u00ad☺b"


def test_a_text_box_stands_below_its_paragraph_once() -> None:
    found = read(docx(p(run("Out") + BOX.format(p("In"), p("In")) + run("side"))))
    assert found.text == "Outside\n\nIn"
    assert found.warnings == ["Pictures, not in the text: 1."]


def test_formulas_links_and_controls_give_their_words_and_codes_do_not() -> None:
    link = f"<w:hyperlink>{run('link')}</w:hyperlink><m:oMath><m:r><m:t>E=m</m:t></m:r></m:oMath>"
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    found = read(docx(f"<w:sdt><w:sdtContent>{p(link + code)}</w:sdtContent></w:sdt>"))
    assert found.text == "linkE=m"


def test_footnotes_and_endnotes_stand_below_the_text_and_are_tied_to_their_marks() -> None:
    endnote = '<w:r><w:endnoteReference w:id="5"/></w:r>'
    starred = '<w:r><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    found = read(
        docx(
            p(run("So") + CALL.format(3) + run(" it") + endnote + run(" was") + starred)
            + p(CALL.format(2) + run(" and [9]") + CALL.format(7)),
            footnotes='<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
            f'<w:footnote w:id="2">{p("Second.")}{p("More.")}</w:footnote>'
            f'<w:footnote w:id="3">{p("First.")}</w:footnote>'
            f'<w:footnote w:id="4">{p("Starred.")}</w:footnote>'
            f'<w:footnote w:id="6">{p("Never called.")}</w:footnote>',
            endnotes=f'<w:endnote w:id="5">{p("At the end.")}</w:endnote>',
        )
    )
    assert found.text == (
        "So[1] it[i] was*\n\n[2] and [9][3]\n\n"
        "[1] First.\n[i] At the end.\n[*] Starred.\n[2] Second.\nMore."
    )
    marks = [(mark.label, mark.note and found.text[slice(*mark.note)]) for mark in found.marks]
    assert marks == [
        ("1", "First."),
        ("i", "At the end."),
        ("*", "Starred."),
        ("2", "Second.\nMore."),
        ("9", None),
        ("3", None),
    ]
    assert [kind for kind, _ in shape(found)] == ["paragraph"] * 2 + ["list"] + ["item"] * 4


def test_what_was_deleted_or_is_hidden_is_left_out_and_said() -> None:
    gone = "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('away ')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>"
    added = f"<w:ins>{run('so ')}</w:ins>"
    body = p(run("It was ") + gone + added + moved + run("secret", "<w:vanish/>"))
    found = read(
        docx(body + p("Way", properties='<w:pPrChange><w:pStyle w:val="Title"/></w:pPrChange>'))
    )
    assert found.text == "It was so here\n\nWay"
    assert found.sections[1].kind == "paragraph"
    assert found.warnings == [
        "Tracked changes: 2 insertions are in the text, 2 deletions are left out.",
        "Hidden characters, left out: 6.",
    ]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    ended = "<w:rPr><w:del/></w:rPr>"
    assert read(docx(p("So ", properties=ended) + p("it was."))).text == "So it was."
    assert read(docx(p("So", properties=ended) + table((p("a"), p("b"))))).text == "So\n\na\tb"
    assert read(docx(p("So", properties=ended))).text == "So"


def test_headers_and_footers_are_residue_at_the_end_each_once() -> None:
    found = read(docx(p("So."), header=p("Letterhead"), footer=p("Letterhead")))
    assert shape(found) == [("paragraph", "So."), ("residue", "Letterhead")]


def test_comments_become_remarks_on_their_words() -> None:
    found = read(
        docx(
            p(run("We ") + started(1, run("walked")) + run(" out") + started(2, ""))
            + '<w:commentRangeStart w:id="3"/>'
            + p("one")
            + p("two")
            + '<w:commentRangeEnd w:id="3"/>'
            + table((p("a"), p(started(4, run("b")))))
            + p(started(6, run("silent"))),
            comments=said(1, "Ann", "How far?")
            + said(2, "Bob", "Where?", "2024-03-01T10:00:00")
            + said(3, "", "Both")
            + said(4, "Ann", "b?", "soon")
            + said(5, "Ann", "On nothing.")
            + said(6, "Ann", ""),
        )
    )
    remarks = [
        (each.author, each.text, found.text[each.start : each.end]) for each in found.remarks
    ]
    assert remarks == [
        ("Bob", "Where?", "We walked out"),
        ("Ann", "How far?", "walked"),
        ("", "Both", "one\n\ntwo"),
        ("Ann", "b?", "b"),
    ]
    assert [each.posted_at for each in found.remarks] == [
        None,
        datetime(2024, 3, 1, 10, tzinfo=UTC),
        datetime(2024, 3, 1, 10, tzinfo=UTC),
        None,
    ]
    assert found.warnings == [
        "Comments of the file without words, or on none of the text, left out: 2."
    ]


def test_the_time_of_a_comment_in_utc_goes_before_the_one_that_only_says_so() -> None:
    comment = said(1, "Ann", "How far?").replace("<w:p>", '<w:p w14:paraId="0A">')
    found = read(
        docx(
            p(started(1, run("walked"))),
            comments=comment,
            commentsIds='<cid:commentId cid:paraId="0A" cid:durableId="B"/>',
            commentsExtensible='<cex:commentExtensible cex:durableId="B"'
            ' cex:dateUtc="2024-03-01T08:00:00Z"/>',
        )
    )
    assert found.remarks[0].posted_at == datetime(2024, 3, 1, 8, tzinfo=UTC)


def test_properties_are_proposed_and_a_title_in_the_text_goes_before_them() -> None:
    core = "<dc:title>Notes</dc:title><dc:creator>Ann Lee</dc:creator><dc:subject> </dc:subject>"
    core += "<dcterms:created>2020-01-02T03:04:05Z</dcterms:created>"
    found = read(docx(p(run("Der Weg", '<w:lang w:val="de-DE"/>') + run("x")), core))
    assert (found.title, found.authors, found.published) == ("Notes", ["Ann Lee"], None)
    assert found.language == "de-DE"
    assert found.metadata == {
        "properties": {
            "title": "Notes",
            "creator": "Ann Lee",
            "created": "2020-01-02T03:04:05Z",
        }
    }
    assert read(docx(p("A walk", "Title"), core)).title == "A walk"
    assert read(docx(p("So."), core + "<dc:language>fr</dc:language>")).language == "fr"


def test_an_empty_document_is_read_and_says_so() -> None:
    found = read(docx(p()))
    assert (found.text, found.sections, found.warnings) == ("", [], ["The text is blank."])


BOMB = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"word/a": ""}, "The zip file holds no word-processor document."),
        (
            {"word/document.xml": BOMB + "]><a>&j;</a>"},
            "“word/document.xml” declares a document type, where entities may hide: refused.",
        ),
        (
            {"word/document.xml": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'},
            "“word/document.xml” declares a document type, where entities may hide: refused.",
        ),
        ({"word/document.xml": "<a>&j;</a>"}, "“word/document.xml” is not sound XML: undefined"),
        ({"word/document.xml": "<a>"}, "“word/document.xml” is not sound XML: no element found"),
        ({"word/document.xml": ""}, "“word/document.xml” is not sound XML"),
        ({"word/document.xml": "<a>" * 257}, "is nested deeper than 256 elements."),
        ({"word/../../a": ""}, "The zip file holds a path that leads out of it"),
    ],
)
def test_what_is_not_sound_is_refused_naming_the_part(members: dict[str, str], reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(packed(members))
    assert reason in refusal.value.reason


def test_the_main_part_may_have_another_name_and_targets_may_be_absolute_or_outside() -> None:
    whole = docx(p("So."))
    assert read(whole).text == "So."
    space = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    found = parse(
        packed(
            {
                "_rels/.rels": relations((f"{RELATION}officeDocument", "/word/document2.xml")),
                "word/document2.xml": f"<w:document {space}>{p('So.')}</w:document>",
                "word/_rels/document2.xml.rels": relations(
                    (f"{RELATION}styles", "../../../etc/passwd"), (f"{RELATION}header", "none.xml")
                ),
            }
        )
    )
    assert found.text == "So."


WHOLE = docx(
    p("A walk", "Title") + table((p("a"), p(started(1, run("b") + CALL.format(1))))) + p("So."),
    "<dc:title>T</dc:title>",
    footnotes=f'<w:footnote w:id="1">{p("So.")}</w:footnote>',
    comments=said(1, "Ann", "How far?"),
)
TAGS = (
    *(
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>a</w:t>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
    ),
    *("<w:tc>", "</w:tc>", "<w:del>", "</w:del>", "<w:txbxContent>", "</w:txbxContent>"),
    *('<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>', "<w:br/>", "<w:tab/>"),
    *('<w:footnoteReference w:id="1"/>', '<w:pPr><w:pStyle w:val="Title"/></w:pPr>', ITEM),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(TAGS), max_size=30))
def test_tags_in_any_order_are_read_or_refused(tags: list[str]) -> None:
    opened: list[str] = []
    sound = ""
    for tag in tags:
        if not tag.startswith("</"):
            sound += tag
            opened += [f"</{tag[1:]}"] * (tag.endswith(">") and "/" not in tag)
        elif tag in opened:
            while (last := opened.pop()) != tag:
                sound += last
            sound += tag
    sound += "".join(reversed(opened))
    notes = f'<w:footnote w:id="1">{p("So.")}</w:footnote>'
    check(parse(docx(sound, footnotes=notes, comments=said(1, "Ann", "How far?"))))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=3))
def test_spoilt_files_are_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    with suppress(Unreadable):
        check(parse(bytes(data), format="docx"))
