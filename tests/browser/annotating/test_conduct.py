"""The annotating page: two editors, keys, no script, small screens, assistive technology."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from annotations.actions.annotate import annotate, edit_annotation
from archive.models import Rendition
from tests import factories
from tests.browser.annotating.hand import (
    SLUG,
    complaints,
    drag_words,
    furnish,
    pick,
    send,
    sign_in,
    stored,
)
from tests.browser.conftest import PHONE, WatchedPage


def test_the_second_of_two_editors_sees_both_texts_and_loses_none(
    desk: WatchedPage, rendition: Rendition
) -> None:
    made = annotate(
        rendition=rendition, start=10, end=15, kind="note", body="x", by=factories.editor()
    )
    desk.reload()
    desk.get_by_role("link", name="Change this note").click()
    desk.get_by_label("Note", exact=True).fill("Mine.")
    desk.get_by_label("Why this change").fill("Clearer.")
    edit_annotation(
        annotation=made, expected=1, by=factories.editor("ernst"), reason="a", body="Theirs."
    )
    send(desk)
    conflict = desk.locator("#panel .conflict")
    expect(conflict).to_be_focused()
    expect(conflict.locator(".theirs")).to_contain_text("Theirs.")
    expect(conflict.locator(".yours")).to_contain_text("Mine.")
    expect(desk.get_by_label("Note", exact=True)).to_have_value("Mine.")
    send(desk)
    expect(desk.locator("#cards .note")).to_have_text("Mine.")


def test_an_expired_sign_in_loses_nothing_that_was_typed(desk: WatchedPage) -> None:
    drag_words(desk, "China")
    pick(desk, "note")
    desk.get_by_label("Note", exact=True).fill("A long thought.")
    desk.context.clear_cookies(name="sessionid")
    send(desk)
    expect(desk.locator("#panel [role=alert]")).to_contain_text("You are signed out")
    expect(desk.get_by_label("Note", exact=True)).to_have_value("A long thought.")


def test_the_whole_of_it_by_keyboard_alone(desk: WatchedPage) -> None:
    desk.get_by_role("button", name="Choose words by keyboard").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#said")).to_have_text("On")
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight"):
        desk.keyboard.press(key)
    expect(desk.locator("#said")).to_have_text("China was")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator("#said")).to_have_text("Nobody asked Shanghai.")
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("Enter")
    expect(desk.locator("#palette button").first).to_be_focused()
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("#palette [data-kind=note]")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.get_by_label("Note", exact=True)).to_be_focused()
    desk.keyboard.type("By hand.")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.locator("#cards > li")).to_be_focused()
    assert stored() == ["On May 28 China was forced to sign."]
    assert desk.problems == []


def test_escape_leads_back_step_by_step(desk: WatchedPage) -> None:
    start = desk.get_by_role("button", name="Choose words by keyboard")
    start.focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("n")
    expect(desk.get_by_label("Note", exact=True)).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator("#text")).to_be_focused()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Escape")
    expect(desk.locator("#text")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(start).to_be_focused()
    expect(desk.locator("#palette")).to_be_hidden()


def test_keys_of_a_mouse_user_scroll_as_ever(desk: WatchedPage) -> None:
    drag_words(desk, "China")
    desk.keyboard.press("ArrowRight")
    assert desk.evaluate("getSelection().toString()") == "China"


def test_without_a_script_pasted_words_are_found_and_marked(
    live: str, browser: Browser, rendition: Rendition
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live, factories.editor())
    page.goto(f"{live}/admin/annotate/{SLUG}/")
    page.get_by_label("Paste words to find them in the text").fill("forced to sign")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("button", name="Claim", exact=True).click()
    page.get_by_label("Statement of a new claim").fill("It was forced.")
    page.get_by_role("button", name="Mark").click()
    expect(page.locator("#cards > li")).to_contain_text("It was forced.")
    expect(page.locator("#text mark")).to_have_text("forced to sign")
    page.get_by_role("link", name="Delete this claim").click()
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#text mark")).to_have_text("forced to sign")
    context.close()


def test_comments_are_covered_until_somebody_asks(desk: WatchedPage) -> None:
    words = desk.get_by_text("Nobody asked the wind.")
    expect(words).to_be_hidden()
    desk.locator("#text summary").click()
    expect(words).to_be_visible()


def test_who_may_only_read_selects_words_without_being_asked_anything(
    live: str, page: WatchedPage, rendition: Rendition
) -> None:
    annotate(rendition=rendition, start=10, end=15, kind="note", body="x", by=factories.editor())
    sign_in(page, live, factories.moderator())
    page.goto(f"{live}/admin/annotate/{SLUG}/")
    drag_words(page, "forced to sign")
    page.wait_for_timeout(600)
    expect(page.locator("#palette")).to_be_hidden()
    page.locator("#text mark").click()
    expect(page.locator("#cards > li")).to_have_class("card k-note here")
    assert page.problems == []


def test_at_a_point_with_several_marks_all_are_pointed_out(
    desk: WatchedPage, rendition: Rendition
) -> None:
    by = factories.editor()
    for start, end in ((3, 25), (10, 15), (40, 50)):
        annotate(rendition=rendition, start=start, end=end, kind="note", body="x", by=by)
    desk.reload()
    desk.locator("#text mark", has_text="China").click()
    expect(desk.locator(".card.here")).to_have_count(2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1280, "height": 900}, PHONE], ids=["desk", "phone"])
def test_nothing_stands_in_the_way_of_assistive_technology_or_of_the_policy(
    desk: WatchedPage, rendition: Rendition, scheme: Any, size: Any
) -> None:
    furnish(rendition)
    desk.set_viewport_size(size)
    desk.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    desk.reload()
    desk.locator("#text summary").click()
    assert complaints(desk) == []
    drag_words(desk, "forced to")
    expect(desk.locator("#palette")).to_be_visible()
    assert complaints(desk) == []
    pick(desk, "claim")
    desk.locator("#panel .more summary").click()
    assert complaints(desk) == []
    desk.locator("#panel [data-close]").first.click()
    desk.get_by_role("link", name="Forced.", exact=True).first.click()
    expect(desk.get_by_role("link", name="Judge it")).to_be_visible()
    assert complaints(desk) == []


def test_a_phone_shows_all_of_it_without_scrolling_sideways(
    desk: WatchedPage, rendition: Rendition
) -> None:
    furnish(rendition)
    desk.set_viewport_size(PHONE)
    desk.reload()
    width = "document.documentElement.scrollWidth"
    assert desk.evaluate(width) == PHONE["width"]
    drag_words(desk, "forced to")
    pick(desk, "evidence")
    assert desk.evaluate(width) == PHONE["width"]
    send_button = desk.locator("#panel form [type=submit]").last
    send_button.scroll_into_view_if_needed()
    expect(send_button).to_be_in_viewport()
