"""A text with many marks: ranges of it, parts of the list, and documents one after the other."""

import re
from typing import Any

import pytest
from django.test import Client

from annotations.actions.annotate import annotate, delete_annotation
from annotations.models import Annotation
from annotations.workbench.annotate.layout import Shelf
from archive.digests import sha256
from archive.models import Operation, Rendition
from tests import factories
from tests.annotations.annotating.sheet import ask, query

pytestmark = pytest.mark.django_db

PAGE = "/admin/annotate/long/"
MARKS = 120


@pytest.fixture
def rendition() -> Rendition:
    lines = "\n".join(f"Line {number} of many." for number in range(300))
    made = factories.rendition(lines, slug="long")
    by = factories.editor()
    Annotation.objects.bulk_create(
        Annotation(
            rendition=made, start=at, end=at + 4, words_sha256=sha256(made.text[at : at + 4]),
            kind="note", body=f"Note {number}.", created_by=by,
        )
        for number, at in enumerate(range(0, MARKS * 40, 40), 1)
    )  # fmt: skip
    return made


def near(client: Client, text: Rendition, **wanted: Any) -> Any:
    return ask(client, f"{PAGE}range/?{query({'rendition': text.uid} | wanted)}")


def test_the_page_has_all_words_but_only_the_first_marks(
    editor: Client, rendition: Rendition
) -> None:
    html = editor.get(PAGE).content.decode()
    assert "Line 299 of many." in html
    marked = set(re.findall('<mark class="k-note" data-annotation="(.*?)"', html))
    assert len(marked) == html.count('<li class="card') == 40
    assert f"Marks<span data-numbers> 1–40 of {MARKS}</span>" in html


def test_a_range_brings_its_marks_and_those_that_reach_into_it(
    editor: Client, rendition: Rendition
) -> None:
    by, first = factories.editor(), rendition.sections.first()
    assert first
    whole = annotate(rendition=rendition, start=0, end=5000, kind="note", body="x", by=by)
    start = rendition.text.index("Line 150")
    found = near(editor, rendition, start=start, end=start + 5).json()["passages"]
    assert list(found) == [f"b-{start}"]
    assert whole.uid in found[f"b-{start}"]


def test_a_range_without_marks_brings_nothing(editor: Client, rendition: Rendition) -> None:
    start = rendition.text.index("Line 299")
    answer = near(editor, rendition, start=start, end=start + 5).json()
    assert answer == {"passages": {}, "upto": len(rendition.text) + 1}


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"first": 41}, "41–80"),
        ({"first": 0}, "1–40"),
        ({"first": 9999}, "120–120"),
        ({"place": 0}, "1–40"),
        ({"place": 41}, "3–42"),
        ({"place": 2_000_000}, "81–120"),
    ],
)
def test_a_part_of_the_list_says_which_marks_it_has(
    editor: Client, rendition: Rendition, wanted: dict[str, int], numbers: str
) -> None:
    html = near(editor, rendition, **wanted).json()["marks"]
    assert f'data-numbers="{numbers} of {MARKS}"' in html


def test_the_list_is_brought_to_a_mark_that_is_named(editor: Client, rendition: Rendition) -> None:
    row = Annotation.objects.order_by("start")[99]
    assert f'id="n-{row.uid}"' in near(editor, rendition, mark=row.uid).json()["marks"]
    assert near(editor, rendition, mark="nothing").status_code == 404


def test_deleted_marks_are_neither_counted_nor_shown(editor: Client, rendition: Rendition) -> None:
    row = Annotation.objects.order_by("start")[0]
    delete_annotation(annotation=row, expected=1, by=factories.editor(), reason="x")
    answer = near(editor, rendition, first=1, start=0, end=10).json()
    assert f"1–40 of {MARKS - 1}" in answer["marks"]
    assert row.uid not in answer["marks"]
    assert "b-0" not in answer["passages"]
    assert row.uid in editor.get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ({"rendition": ""}, 400),
        ({"rendition": "elsewhere"}, 409),
        ({"start": -1, "end": 5}, 400),
        ({"start": "x", "end": 5}, 400),
        ({"place": 10**12}, 400),
    ],
)
def test_a_range_of_no_text_is_refused_in_a_sentence(
    editor: Client, rendition: Rendition, wanted: dict[str, Any], status: int
) -> None:
    answer = near(editor, rendition, **wanted)
    assert (answer.status_code, answer.json()["error"].endswith(".")) == (status, True)


def test_nobody_reads_ranges_who_may_not_read_the_page(
    client: Client, rendition: Rendition
) -> None:
    client.force_login(factories.user("stan", is_staff=True))
    assert near(client, rendition, start=0, end=10).status_code == 403


def test_scrolling_is_one_look_at_the_text_and_never_none(
    editor: Client, rendition: Rendition
) -> None:
    for start in (0, 2000, 4000):
        near(editor, rendition, start=start, end=start + 100)
    assert Operation.objects.filter(subject=f"rendition:{rendition.uid}").count() == 1


def test_the_next_document_is_the_next_by_its_address_that_has_a_text(
    editor: Client, rendition: Rendition
) -> None:
    factories.rendition("Before it.", slug="early")
    factories.rendition("After it.", slug="next")
    said = ask(editor, PAGE).json()
    assert 'href="/admin/annotate/early/" rel="prev"' in said["about"]
    assert 'href="/admin/annotate/next/" rel="next"' in said["about"]
    following = ask(editor, "/admin/annotate/next/").json()
    assert (following["title"], 'rel="next"' in following["about"]) == ("Next", False)
    assert ">After it.</p>" in following["text"]
    assert Operation.objects.filter(kind="view").count() == 2


def test_texts_that_nobody_asked_for_the_longest_leave_the_memory_first() -> None:
    rows = [factories.rendition(f"{number} " + "x" * 40, slug=f"d{number}") for number in range(3)]
    shelf = Shelf(most=100)
    for row in (rows[0], rows[1], rows[0], rows[2]):
        assert shelf.of(row).text == row.text
    assert list(shelf.layouts) == [rows[0].uid, rows[2].uid]
    assert shelf.held == sum(len(layout.text) for layout in shelf.layouts.values())
