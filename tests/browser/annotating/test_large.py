"""A long text with many marks: they come as one scrolls, and every one can be reached."""

import pytest
from playwright.sync_api import expect

from annotations.models import Annotation
from archive.digests import sha256
from archive.models import Rendition
from tests import factories
from tests.browser.annotating.hand import OFFSETS, drag, pick, send, sign_in
from tests.browser.conftest import WatchedPage

MARKS, LINES = 150, 600
LINE = "Line {} tells of 𝄞 and of cafe\u0301s, at some length, so that it fills a line or two."


@pytest.fixture
def long_text(live: str) -> Rendition:
    text = "\n".join(LINE.format(number) for number in range(LINES))
    made = factories.rendition(text, slug="long")
    by, step = factories.editor(), len(made.text) // MARKS
    Annotation.objects.bulk_create(
        Annotation(
            rendition=made, start=at, end=at + 4, words_sha256=sha256(made.text[at : at + 4]),
            kind="note", body=f"Note {number}.", created_by=by,
        )
        for number, at in enumerate(range(0, step * MARKS, step), 1)
    )  # fmt: skip
    return made


@pytest.fixture
def desk(live: str, page: WatchedPage, long_text: Rendition) -> WatchedPage:
    factories.rendition("The last of them.", slug="zuletzt", title="Zuletzt")
    sign_in(page, live, factories.editor())
    page.goto(f"{live}/admin/annotate/long/")
    return page


def test_marks_come_with_scrolling_and_words_far_down_are_stored_where_they_stand(
    desk: WatchedPage, long_text: Rendition
) -> None:
    expect(desk.locator("#marks-title")).to_have_text(f"Marks 1–40 of {MARKS}")
    assert desk.locator("#text [data-plain]").count() > 400
    words = "Line 577 tells of 𝄞"
    start = long_text.text.index(words)
    desk.evaluate("scrollTo(0, document.documentElement.scrollHeight * 0.95)")
    last = long_text.text.rindex("\n", 0, start) + 1
    expect(desk.locator(f"#b-{last}:not([data-plain])")).to_be_attached()
    expect(desk.locator("#marks-title")).not_to_contain_text("1–40")
    places, chosen = desk.evaluate(OFFSETS, [start, start + len(words)])
    assert (places, chosen) == ({"start": start, "end": start + len(words)}, words)
    drag(desk, start, start + len(words))
    pick(desk, "note")
    desk.get_by_label("Note", exact=True).fill("Far down.")
    send(desk)
    expect(desk.locator("#cards .card:focus")).to_contain_text("Far down.")
    made = Annotation.objects.latest("pk")
    assert long_text.text[made.start : made.end] == words
    assert desk.problems == []


def test_every_mark_is_reached_from_the_list_and_by_its_address(
    desk: WatchedPage, long_text: Rendition
) -> None:
    desk.get_by_role("link", name="Later marks").click()
    heading = desk.locator("#marks-title")
    expect(heading).to_have_text(f"Marks 41–80 of {MARKS}")
    expect(heading).to_be_focused()
    expect(desk.locator("#said")).to_have_text(f"Marks 41–80 of {MARKS}")
    last = desk.locator("#cards > li").last
    last.get_by_role("link", name="Show").click()
    lit = desk.locator("#text mark.lit")
    expect(lit).to_be_in_viewport()
    last.focus()
    desk.keyboard.press("j")
    expect(heading).to_have_text(f"Marks 81–120 of {MARKS}")
    expect(desk.locator("#cards > li").first).to_be_focused()
    row = Annotation.objects.order_by("-start")[5]
    desk.evaluate(f"location.hash = 'n-{row.uid}'")
    expect(desk.locator(f"#n-{row.uid}")).to_have_class("card k-note here")
    expect(lit).to_be_in_viewport()
    assert desk.problems == []


def test_what_is_selected_stays_selected_while_marks_come(desk: WatchedPage) -> None:
    selected = desk.evaluate(
        """async () => {
          const { write } = await import('/static/annotations/annotate/passages.js');
          const text = document.getElementById('text');
          const leaf = text.querySelectorAll('[data-plain]')[50];
          const { firstChild } = leaf;
          getSelection().setBaseAndExtent(firstChild, 12, firstChild, 5);
          write(text, { [leaf.id]: `<mark>${leaf.innerHTML}</mark>` });
          const { anchorOffset, focusOffset } = getSelection();
          return [anchorOffset, focusOffset, getSelection().toString()];
        }"""
    )
    assert selected[:2] == [12, 5]
    assert len(selected[2]) == 7


def test_the_next_document_comes_into_the_same_page_and_the_way_back_leads_back(
    desk: WatchedPage,
) -> None:
    desk.evaluate("document.documentElement.dataset.same = 'yes'")
    desk.get_by_role("link", name="Next document").click()
    expect(desk.locator("#title")).to_have_text("Zuletzt")
    expect(desk.locator("#text")).to_be_focused()
    expect(desk.locator("#said")).to_have_text("Zuletzt. 0 marks.")
    expect(desk).to_have_title("Zuletzt | Annotate | Variorum")
    drag(desk, 4, 8)
    pick(desk, "note")
    desk.get_by_label("Note", exact=True).fill("Here.")
    send(desk)
    expect(desk.locator("#cards .note")).to_have_text("Here.")
    assert Annotation.objects.latest("pk").rendition.capture.document.slug == "zuletzt"
    desk.go_back()
    expect(desk.locator("#title")).to_have_text("Long")
    expect(desk.locator("#marks-title")).to_have_text(f"Marks 1–40 of {MARKS}")
    desk.locator("#text").focus()
    desk.keyboard.press("N")
    expect(desk.locator("#title")).to_have_text("Zuletzt")
    assert desk.evaluate("document.documentElement.dataset.same") == "yes"
    assert desk.problems == []


def test_without_a_script_the_list_leads_through_all_marks(desk: WatchedPage, live: str) -> None:
    page = desk.context.browser.new_context(java_script_enabled=False).new_page()  # type: ignore[union-attr]
    sign_in(page, live, factories.editor())
    page.goto(f"{live}/admin/annotate/long/")
    page.get_by_role("link", name="Later marks").click()
    expect(page.locator("#marks-title")).to_have_text(f"Marks 41–80 of {MARKS}")
    expect(page.locator("#text mark")).to_have_count(40)
    page.context.close()
