"""The review page in a browser: keys, focus, spoken answers, no script, assistive technology."""

import pytest
from playwright.sync_api import Browser, Page, expect

from annotations.models import Annotation, Placing
from archive.models import Rendition
from tests import factories
from tests.annotations.reviewing.scenes import SLUG, carried
from tests.browser.annotating.hand import complaints, sign_in
from tests.browser.conftest import PHONE, WatchedPage


@pytest.fixture
def newest(live: str) -> Rendition:
    return carried()


@pytest.fixture
def board(live: str, page: WatchedPage, newest: Rendition) -> WatchedPage:
    sign_in(page, live, factories.editor())
    page.goto(f"{live}/admin/annotate/{SLUG}/review/")
    return page


def in_hand(page: Page, words: str) -> None:
    """The mark in hand, which has the focus."""
    title = page.locator("#item-title")
    expect(title).to_contain_text(words)
    expect(title).to_be_focused()


def test_a_whole_review_by_single_keys(board: WatchedPage, newest: Rendition) -> None:
    expect(board.locator("#item-title")).to_contain_text("Mark 1 of 2: words changed")
    board.keyboard.press("j")
    in_hand(board, "Mark 2 of 2: not found")
    board.keyboard.press("k")
    in_hand(board, "Mark 1 of 2")
    board.keyboard.press("a")
    in_hand(board, "Mark 1 of 1: not found")
    expect(board.locator("#said")).to_have_text("Accepted.")
    board.keyboard.press("m")
    expect(board.locator("#exact")).to_be_focused()
    board.keyboard.type("from its source")
    board.keyboard.press("Tab")
    board.keyboard.press("Enter")
    expect(board.locator("#found")).to_be_focused()
    assert complaints(board) == []
    board.set_viewport_size(PHONE)
    board.emulate_media(color_scheme="dark")
    assert complaints(board) == []
    assert board.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    board.locator("#found").focus()
    board.keyboard.press("Tab")
    board.keyboard.press("Enter")
    in_hand(board, "Nothing waits")
    expect(board.locator("#said")).to_have_text("Marked there.")
    board.keyboard.press("u")
    in_hand(board, "Mark 1 of 1: not found")
    board.keyboard.press("o")
    in_hand(board, "Nothing waits")
    assert Annotation.objects.active().filter(rendition=newest).count() == 2
    assert not Placing.objects.waiting(newest).exists()
    assert board.problems == []


def test_keys_can_be_off_and_a_lost_sign_in_is_told(board: WatchedPage) -> None:
    board.keyboard.press("Control+j")
    board.get_by_label("because").press("a")
    board.keyboard.press("Escape")
    expect(board.locator("#item-title")).to_contain_text("Mark 1 of 2")
    board.locator("#item-title").focus()
    board.keyboard.press("?")
    board.get_by_label("Single keys work").uncheck()
    board.get_by_role("button", name="Close").click()
    board.keyboard.press("a")
    board.reload()
    board.keyboard.press("a")
    expect(board.locator("#item-title")).to_contain_text("Mark 1 of 2")
    board.context.clear_cookies(name="sessionid")
    board.get_by_role("button", name="Accept this place").click()
    alert = board.locator("[data-error]")
    expect(alert).to_contain_text("You are signed out")
    expect(alert).to_be_focused()
    expect(board.locator("#item-title")).to_contain_text("Mark 1 of 2")


def test_it_works_without_script(live: str, browser: Browser, newest: Rendition) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live, factories.editor())
    page.goto(f"{live}/admin/annotate/{SLUG}/review/")
    page.get_by_role("button", name="Accept this place").click()
    expect(page.locator("#item-title")).to_contain_text("Mark 1 of 1: not found")
    page.locator("#elsewhere summary").click()
    page.locator("#exact").fill("from its source")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("button", name="Mark here").click()
    expect(page.locator("#item-title")).to_contain_text("Nothing waits")
    context.close()
