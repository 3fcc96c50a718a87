"""Two browsers save one mark at the same moment."""

import os

import pytest
from playwright.sync_api import Browser, Page, expect

from annotations.actions.annotate import annotate
from annotations.models import Annotation, Revision
from archive.models import Rendition
from tests import factories
from tests.browser.annotating.hand import SLUG, sign_in
from tests.browser.conftest import WatchedPage, watch

pytestmark = pytest.mark.long

ROUNDS = 100 if os.environ.get("VARIORUM_LONG") == "1" else 10


def opened(browser: Browser, live: str, name: str) -> WatchedPage:
    page = watch(browser.new_context().new_page())
    sign_in(page, live, factories.editor(name))
    page.goto(f"{live}/admin/annotate/{SLUG}/")
    return page


def fill_in(page: Page, words: str) -> None:
    page.get_by_role("link", name="Change this note").click()
    page.get_by_label("Note", exact=True).fill(words)
    page.get_by_label("Why this change").fill("Better.")


def press(page: Page) -> None:
    """Press the button, and do not wait for what comes of it."""
    page.evaluate("setTimeout(() => document.querySelector('#panel form').requestSubmit())")


def test_two_browsers_saving_at_once_lose_no_text(
    live: str, browser: Browser, rendition: Rendition
) -> None:
    row = annotate(
        rendition=rendition, start=10, end=15, kind="note", body="x", by=factories.editor()
    )
    pages = [opened(browser, live, name) for name in ("ada", "bert")]
    written = {"x"}
    for number in range(ROUNDS):
        texts = [f"Round {number}, the {which} text." for which in ("one", "other")]
        for page, words in zip(pages, texts, strict=True):
            fill_in(page, words)
        for page in pages:
            press(page)
        for page in pages:
            expect(page.locator("#panel .conflict, #panel[hidden]")).to_have_count(1)
        losers = [page for page in pages if page.locator("#panel .conflict").count()]
        assert len(losers) == 1
        for words in texts:
            expect(losers[0].locator("#panel .conflict")).to_contain_text(words)
        press(losers[0])
        expect(losers[0].locator("#panel")).to_be_hidden()
        written |= set(texts)
    assert not [problem for page in pages for problem in page.problems if "409" not in problem]
    kept = set(Revision.objects.values_list("fields__body", flat=True))
    assert kept | {Annotation.objects.get(pk=row.pk).body} == written
    for page in pages:
        page.context.close()
