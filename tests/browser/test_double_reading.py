"""A text read twice in a browser: marked by selecting and by pasting, compared, decided."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from annotations.models import Annotation, DoubleReading, ReadingMark
from tests import factories
from tests.annotations import double
from tests.browser.annotating.hand import drag
from tests.browser.conftest import PHONE, WatchedPage
from tests.browser.test_admin import look, violations


@pytest.fixture
def text(transactional_db: None) -> DoubleReading:
    return double.opened()


@pytest.fixture
def visitor(page: WatchedPage, live: str, text: DoubleReading) -> Iterator[WatchedPage]:
    yield page
    assert page.problems == []


def sign_in(page: WatchedPage, live: str, name: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{live}/admin/login/?next=/admin/readings/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", factories.PASSWORD)
    page.click("[type=submit]")
    expect(page.get_by_role("heading", name="Double readings")).to_be_visible()


def test_two_read_and_a_third_decides(visitor: WatchedPage, live: str, text: DoubleReading) -> None:
    sign_in(visitor, live, "edith")
    assert violations(visitor) == []
    visitor.get_by_role("link", name="Read Document").click()
    expect(visitor.get_by_role("button", name="Choose words by keyboard")).to_be_visible()
    start = double.TEXT.index("left bank")
    drag(visitor, start, start + len("left bank"))
    expect(visitor.locator("[data-words]")).to_have_text("left bank")
    visitor.get_by_label("The claim, or your note").fill("It gave land away.")
    assert violations(visitor) == []
    visitor.get_by_role("button", name="Mark", exact=True).click()
    expect(visitor.locator(".card .words")).to_be_visible()
    assert (start, start + len("left bank")) == ReadingMark.objects.values_list(
        "start", "end"
    ).get()
    visitor.get_by_role("button", name="Read to here").last.click()
    expect(visitor.get_by_text("all 3 passages read")).to_be_visible()
    visitor.get_by_role("button", name="I am done").click()
    double.done(double.part(text, 2))
    sign_in(visitor, live, "erika")
    visitor.get_by_role("link", name="Where they differ").click()
    assert violations(visitor) == []
    look(visitor)
    visitor.set_viewport_size(PHONE)
    visitor.get_by_label("Why").fill("It is there.")
    visitor.get_by_role("button", name="As reader 1 has it").click()
    visitor.get_by_role("button", name="Take it over and close").click()
    expect(visitor.get_by_text("Closed: 1 mark stands on the text now.")).to_be_visible()
    assert Annotation.objects.get().kind == "claim"


def test_words_are_chosen_by_keyboard(visitor: WatchedPage, live: str) -> None:
    sign_in(visitor, live, "edgar")
    visitor.get_by_role("link", name="Read Document").click()
    visitor.get_by_role("button", name="Choose words by keyboard").click()
    for key in ("ArrowRight", "Shift+ArrowRight", "Enter"):
        visitor.keyboard.press(key)
    visitor.keyboard.type("It was signed.")
    visitor.keyboard.press("Tab")
    visitor.keyboard.press("Enter")
    expect(visitor.locator(".card .words")).to_have_text("treaty was")
    assert ReadingMark.objects.get().body == "It was signed."
