"""The workroom in a browser: nothing for axe, nothing against the policy, no page too wide."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from annotations.actions.annotate import annotate
from annotations.actions.publish import publish
from annotations.models import Annotation
from archive.actions.sources import change_source
from archive.models import Document, Source
from tests import factories
from tests.browser.conftest import PHONE, WatchedPage

TEXT = """The River Froze Early

Written by Ada Example, correspondent

The river froze on 3 November, earlier than in any year on record. Boats stayed in the harbour.

2 Comments
Oldest
Heron

My uncle walked across it that week.

hash
hashed
Otter

Nobody walked anywhere, the ice was thin.

hash
hashed
"""


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path / "data"


@pytest.fixture
def document(transactional_db: None) -> Document:
    return factories.document(
        "One claim stands here.",
        comments=[("Heron", "Undecided as yet.")],
        slug="the-ferry",
        title="The ferry",
        source=factories.source("a-site"),
    )


@pytest.fixture
def note(document: Document) -> Annotation:
    rendition = document.captures.get().renditions.get()
    return annotate(
        rendition=rendition, start=0, end=9, kind="note", body="A note.", by=factories.editor()
    )


@pytest.fixture
def admin(page: WatchedPage, live: str, document: Document) -> Iterator[WatchedPage]:
    """An admin at the first page; in the end nothing has gone wrong in the browser."""
    factories.admin()
    page.goto(f"{live}/admin/login/?next=/admin/")
    page.fill("[name=username]", "ada")
    page.fill("[name=password]", factories.PASSWORD)
    page.click("[type=submit]")
    expect(page.get_by_role("heading", name="Workroom")).to_be_visible()
    yield page
    assert page.problems == []


def is_wide(page: Page) -> bool:
    wide: bool = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return wide


def violations(page: WatchedPage) -> list[str]:
    """What axe finds. It sets styles of its own, which the policy rightly refuses."""
    before = list(page.problems)
    found = Axe().run(page).response["violations"]
    page.problems[:] = before
    return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]


def look(page: WatchedPage) -> None:
    """Light and dark, desktop and phone."""
    desktop = page.viewport_size
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        page.evaluate("Promise.all(document.getAnimations().map(each => each.finished))")
        assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert not is_wide(page)
    assert violations(page) == []
    assert desktop
    page.set_viewport_size(desktop)


def offer(page: Page, live: str) -> None:
    page.goto(f"{live}/admin/ingest/")
    page.get_by_label("or pasted text").fill(TEXT)
    page.get_by_role("button", name="See what is recognised").click()
    expect(page.get_by_text("2 found, 2 stated by the page")).to_be_visible()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ingest/",
        "publish/the-ferry/",
        "withdraw/the-ferry/",
        "archive/document/1/history/",
        "correct/the-ferry/",
        "compare/the-ferry/",
        "look-alikes/the-ferry/",
    ],
)
def test_axe_finds_nothing(admin: WatchedPage, live: str, document: Document, address: str) -> None:
    if address.startswith("withdraw"):
        publish(
            documents=[document],
            by=factories.publisher(),
            reason="First publication",
            accept_warnings=True,
        )
    admin.goto(f"{live}/admin/{address.replace('/1/', f'/{document.pk}/')}")
    look(admin)


def test_a_text_is_pasted_looked_at_and_brought_in(admin: WatchedPage, live: str) -> None:
    offer(admin, live)
    look(admin)
    expect(admin.get_by_text("My uncle walked")).to_be_hidden()
    admin.get_by_text("Show the words of the 2 comments").click()
    expect(admin.get_by_text("My uncle walked")).to_be_visible()
    assert violations(admin) == []
    admin.get_by_role("button", name="Bring in what is ticked").click()
    expect(admin.get_by_text("is in the archive now")).to_be_visible()
    look(admin)
    assert Document.objects.filter(slug="the-river-froze-early").exists()


def test_what_is_wrong_is_said_at_the_field_and_found_by_axe_too(
    admin: WatchedPage, live: str
) -> None:
    offer(admin, live)
    admin.get_by_label("Address in the archive").fill("the-ferry")
    admin.get_by_role("button", name="Bring in what is ticked").click()
    expect(admin.get_by_text("This address was given before")).to_be_visible()
    look(admin)


def test_an_unread_file_is_named(admin: WatchedPage, live: str) -> None:
    admin.goto(f"{live}/admin/ingest/")
    paper = FilePayload(name="paper.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7 ...")
    admin.set_input_files("[name=uploads]", [paper])
    admin.get_by_role("button", name="See what is recognised").click()
    expect(admin.get_by_text("paper.pdf: The PDF cannot be read")).to_be_visible()
    look(admin)


def test_a_publisher_looks_ticks_and_publishes(
    admin: WatchedPage, live: str, document: Document
) -> None:
    admin.goto(f"{live}/admin/publish/the-ferry/")
    with admin.expect_popup() as opened:
        admin.get_by_role("link", name="as the reader will see it: The ferry").click()
    expect(opened.value.get_by_text("Nothing of this is published yet")).to_be_visible()
    opened.value.close()
    admin.get_by_label("Why this edition").fill("First publication")
    admin.get_by_role("button", name="Publish").click()
    expect(admin.get_by_text("There are warnings: read them")).to_be_visible()
    look(admin)
    admin.get_by_label("Why this edition").fill("First publication")
    admin.get_by_label("I have read the warnings").check()
    admin.get_by_role("button", name="Publish").click()
    expect(admin.get_by_text("Published: document the-ferry, edition 1")).to_be_visible()


def clash(page: WatchedPage, live: str) -> None:
    """Come second with a description that took an hour to write."""
    source = Source.objects.get(slug="a-site")
    page.goto(f"{live}/admin/archive/source/{source.pk}/change/")
    change_source(source=source, expected=1, by=factories.editor(), description="Theirs.")
    page.get_by_label("Description").fill("My own words.")
    page.get_by_role("button", name="Save", exact=True).click()


def delete(page: WatchedPage, live: str) -> None:
    page.goto(f"{live}/admin/annotations/annotation/")
    page.check("tbody .action-select")
    page.select_option("[name=action]", "delete")
    page.get_by_role("button", name="Go").click()


@pytest.mark.parametrize(("act", "heading"), [(clash, "Two texts"), (delete, "Delete: 1 chosen")])
def test_axe_finds_nothing_where_something_is_asked_back(
    admin: WatchedPage,
    live: str,
    note: Annotation,
    act: Callable[[WatchedPage, str], None],
    heading: str,
) -> None:
    act(admin, live)
    expect(admin.get_by_role("heading", name=heading)).to_be_visible()
    look(admin)
