"""Authority records in a browser: proposed by any name, and nothing wrong for axe or the policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from archive.actions.authorities import Naming, create_authority
from archive.models import AccessPoint, Authority, Document
from tests import factories
from tests.browser.conftest import WatchedPage
from tests.browser.test_admin import look, violations


@pytest.fixture
def record(transactional_db: None) -> Authority:
    names = [Naming("Aihui", "zh-Latn", "transliteration"), Naming("愛琿", "zh")]
    return create_authority(kind="place", name="Aigun", names=names, by=factories.editor())


@pytest.fixture
def editor(page: WatchedPage, live: str, record: Authority) -> Iterator[WatchedPage]:
    page.goto(f"{live}/admin/login/?next=/admin/")
    page.fill("[name=username]", "edith")
    page.fill("[name=password]", factories.PASSWORD)
    page.click("[type=submit]")
    expect(page.get_by_role("heading", name="Workroom")).to_be_visible()
    yield page
    assert page.problems == []


def propose(page: WatchedPage, field: str, typed: str) -> None:
    """Type into the search of a field and take the first proposal."""
    page.locator(f"#id_{field} + .select2 .select2-selection").click()
    page.keyboard.type(typed)
    page.locator(".select2-results__option--highlighted:not(.loading-results)").click()


def test_a_document_is_put_under_a_record_by_another_of_its_names(
    editor: WatchedPage, live: str, record: Authority
) -> None:
    document: Document = factories.document("One claim stands here.", slug="the-ferry")
    editor.goto(f"{live}/admin/archive/document/{document.pk}/change/")
    propose(editor, "subject", "aihu")
    expect(editor.locator(".select2-selection__choice")).to_contain_text("Aigun")
    assert violations(editor) == []
    editor.get_by_role("button", name="Save", exact=True).click()
    expect(editor.locator(".success")).to_be_visible()
    assert AccessPoint.objects.get().authority == record


def test_a_record_is_written_with_its_names_and_merged(
    editor: WatchedPage, live: str, record: Authority
) -> None:
    editor.goto(f"{live}/admin/archive/authority/add/")
    editor.get_by_label("Preferred name").fill("Heihe")
    editor.get_by_label("Kind", exact=False).first.select_option("place")
    editor.fill("[name=names-0-text]", "Saghalien Ula")
    look(editor)
    editor.get_by_role("button", name="Save and continue editing").click()
    expect(editor.locator("[name=names-0-text]")).to_have_value("Saghalien Ula")
    editor.get_by_role("link", name="Merge into another…").click()
    propose(editor, "into", "愛琿")
    assert violations(editor) == []
    editor.get_by_role("button", name="Merge", exact=True).click()
    expect(editor.get_by_text("was merged into this record")).to_be_visible()
    assert {*record.names.values_list("text", flat=True)} >= {"Heihe", "Saghalien Ula"}
