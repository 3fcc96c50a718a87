"""The history pages in a browser: compared, restored, by keyboard alone, small and dark."""

from playwright.sync_api import expect

from annotations.actions.annotate import edit_annotation
from annotations.models import Annotation
from tests import factories
from tests.annotations.composing import scenes
from tests.browser.annotating.hand import complaints, sign_in
from tests.browser.conftest import PHONE, WatchedPage


def test_a_version_is_compared_and_restored(live: str, page: WatchedPage) -> None:
    text = factories.rendition("The treaty was signed at Aigun in May.", slug="a-text")
    row = scenes.mark(text, "signed at Aigun", body="Which Aigun, and by whom was it signed?")
    by, body = factories.editor(), "Which Aigun, and who signed it there?"
    edit_annotation(annotation=row, expected=1, by=by, reason="Shorter.", body=body)
    edit_annotation(annotation=row, expected=2, by=by, reason="More words.", end=row.end + 7)
    sign_in(page, live, by)
    page.goto(f"{live}/admin/annotate/a-text/")
    page.get_by_role("link", name="History of this note").click()
    page.get_by_role("link", name="Version 1 with what stands now").click()
    expect(page.locator(".differences")).to_contain_text("signed at Aigun in May")
    assert complaints(page) == []
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_label("Why", exact=True).fill("It asked more.")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Version 1 stands again.")
    assert Annotation.objects.get(pk=row.pk).end == row.end - 7
    assert page.problems == []
