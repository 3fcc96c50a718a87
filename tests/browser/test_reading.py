"""The public pages in Chromium: as a reader sees them, and as a screen reader hears them."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from archive.reading.samples import samples
from tests.archive.reading import editions, everything, payloads
from tests.browser.conftest import DESKTOP, PHONE, WatchedPage, watch

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MACHINES = {"feed", "sitemap", "robots", "opensearch", "healthz", "suggestions"}
EXTRA = [
    *("/search/?q=left+bank", "/search/?q=absent", "/documents/?reliability=Z&language=en"),
    *("/claims/?topic=borders", "/claims/?credibility=6", "/nothing/", "/documents/a-gone-one/"),
]


@pytest.fixture
def paths(live: str) -> list[str]:
    """A page of each sort in an archive that holds one of everything, and what is not there."""
    everything.published_archive()
    editions.publish(payloads.document("low", source=payloads.source(rating=payloads.rating("E"))))
    editions.withdraw(editions.publish(payloads.document("a-gone-one")))
    pages = [
        path
        for name, found in samples().items()
        # An edition's page is the subject's with another address.
        if name not in MACHINES and not name.endswith(("_payload", "_edition"))
        for path in found[-1:]
    ]
    return [*pages, "/documents/low/", *EXTRA]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def sized(request: pytest.FixtureRequest, browser: Browser, scheme: Any) -> Iterator[WatchedPage]:
    """A page of either size in either colour scheme."""
    context = browser.new_context(viewport=request.param, color_scheme=scheme)
    yield watch(context.new_page())
    context.close()


def findings(page: WatchedPage) -> list[str]:
    """What axe finds, each with the first element that it finds it in."""
    options = {"runOnly": LEVELS, "rules": {"target-size": {"enabled": True}}}
    violations = Axe().run(page, options=options).response["violations"]
    return [f"{found['id']}: {found['nodes'][0]['html']}" for found in violations]


def test_every_page_is_sound_at_every_size_and_in_either_scheme(
    live: str, paths: list[str], sized: WatchedPage
) -> None:
    for path in paths:
        sized.goto(f"{live}{path}")
        assert sized.problems == [], path
        width = sized.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert width <= 0, f"{path} is {width} pixels wider than the window"
        sized.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
        assert findings(sized) == [], path
        # Axe brings a style of its own along, which the policy rightly refuses.
        sized.problems.clear()


def test_a_note_stands_beside_its_passage_on_a_desk(
    live: str, paths: list[str], page: WatchedPage
) -> None:
    page.goto(f"{live}/documents/treaty/")
    passage, note = (page.locator(name).bounding_box() for name in ("#p5", "#n-aclaim0001"))
    assert passage
    assert note
    assert note["x"] >= passage["x"] + passage["width"]
    assert abs(note["y"] - passage["y"]) < 20


def test_a_note_stands_below_its_passage_on_a_phone(
    live: str, paths: list[str], page: WatchedPage
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{live}/documents/treaty/")
    passage, note = (page.locator(name).bounding_box() for name in ("#p5", "#n-aclaim0001"))
    assert passage
    assert note
    assert note["y"] >= passage["y"] + passage["height"]
    assert note["x"] < 60


def test_long_notes_do_not_push_the_text_apart(
    live: str, paths: list[str], page: WatchedPage
) -> None:
    blocks = [payloads.block(number, payloads.run("Words. " * 40)) for number in (1, 2)]
    notes = [payloads.claim_note(f"aclaim000{number}") for number in range(4)]
    editions.publish(payloads.document("long", blocks=blocks, notes=notes))
    page.goto(f"{live}/documents/long/")
    first, second = (page.locator(name).bounding_box() for name in ("#p1", "#p2"))
    assert first
    assert second
    assert second["y"] - first["y"] - first["height"] < 40


def test_the_number_leads_to_the_note_and_the_note_back(
    live: str, paths: list[str], page: WatchedPage
) -> None:
    page.goto(f"{live}/documents/treaty/")
    page.locator("#r-aclaim0001").click()
    assert page.url.endswith("#n-aclaim0001")
    page.locator("#n-aclaim0001 .note-back").click()
    assert page.url.endswith("#r-aclaim0001")


def test_words_and_their_notes_light_up_together(
    live: str, paths: list[str], page: WatchedPage
) -> None:
    page.goto(f"{live}/documents/treaty/")
    page.locator("mark.several").hover()
    assert page.locator(".note.lit").count() == 2
    page.locator("#n-anote00001").hover()
    assert page.locator("mark.lit").count() == 2


def test_a_collapsed_comment_opens_by_the_keyboard(
    live: str, paths: list[str], page: WatchedPage
) -> None:
    page.goto(f"{live}/documents/treaty/")
    body = page.locator("#c-6 .comment-body")
    assert not body.is_visible()
    page.locator("#c-6 summary").focus()
    page.keyboard.press("Enter")
    assert body.is_visible()


def test_the_keyboard_comes_to_the_content_first(
    live: str, paths: list[str], page: WatchedPage
) -> None:
    page.goto(f"{live}/")
    page.keyboard.press("Tab")
    assert page.locator(".skip").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_copied_text_is_the_edition_s_own(live: str, paths: list[str], page: WatchedPage) -> None:
    page.goto(f"{live}/documents/treaty/")
    page.locator("#p5 .words").evaluate("it => getSelection().selectAllChildren(it)")
    assert page.evaluate("getSelection().toString()").startswith(
        "In that year it was agreed that the left bank belongs to the north, as had been asked.[2]"
    )


def test_everything_works_without_scripts(live: str, paths: list[str], browser: Browser) -> None:
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    page = watch(context.new_page())
    page.goto(f"{live}/documents/")
    page.locator("select[name=reliability]").select_option("E")
    page.get_by_role("button", name="Apply").click()
    page.locator(".entry h3 a").click()
    assert page.url == f"{live}/documents/low/"
    page.locator(".site-search input").fill("left bank")
    page.locator(".site-search input").press("Enter")
    assert page.locator(".snippet mark").first.inner_text() == "left"
    context.close()


def test_print_shows_the_grounds_and_leaves_the_collapsed_closed(
    live: str, paths: list[str], page: WatchedPage
) -> None:
    page.emulate_media(media="print")
    page.goto(f"{live}/documents/treaty/")
    assert page.locator("#n-aclaim0001 .reasons").bounding_box()
    assert not page.locator("#c-6 .comment-body").is_visible()
    assert not page.locator(".site-search").is_visible()
