"""The main job, hand to hand: editor, moderator, publisher, and a reader who never signs in."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from annotations.models import Rule
from tests import factories
from tests.browser.conftest import DESKTOP, WatchedPage, watch

SLUG = "the-river-froze-early"
TEXT = """The River Froze Early

Written by Ada Example, correspondent

The river froze on 3 November, earlier than in any year on record. Boats stayed in the harbour.

The harbour master wrote that no ice was seen before December.

2 Comments
Oldest
Heron

My uncle walked across it that week.

hash
hashed
Zorgblat

Unrepeatable quuxly frobnitz words stand here.

hash
hashed
"""
SitDown = Callable[[str], WatchedPage]
RULES = [("1", "Opinion stays", "", ["keep"]), ("2", "Insults", "harassment", ["withhold"])]


@pytest.fixture
def rules(transactional_db: None) -> None:
    for position, (number, title, category, outcomes) in enumerate(RULES, start=1):
        Rule.objects.create(
            version=1,
            position=position,
            number=number,
            title=title,
            text=f"{title}: the text.",
            category=category,
            outcomes=outcomes,
        )


@pytest.fixture
def sit_down(browser: Browser, live: str, rules: None) -> Iterator[SitDown]:
    """A desk each: a page signed in under a name, and what went wrong on any of them."""
    pages: list[WatchedPage] = []

    def page_of(name: str) -> WatchedPage:
        page = watch(browser.new_context(viewport=DESKTOP).new_page())
        pages.append(page)
        page.goto(f"{live}/admin/login/?next=/admin/")
        page.fill("[name=username]", name)
        page.fill("[name=password]", factories.PASSWORD)
        page.click("[type=submit]")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        return page

    yield page_of
    for page in pages:
        page.context.close()
    assert [problem for page in pages for problem in page.problems] == []


def select(page: Page, words: str) -> None:
    """Select words of the text with the mouse, as a person does: press, drag, let go."""
    ends = page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.querySelector('#text'), 4);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            range.startContainer.parentElement.scrollIntoView({block: 'center'});
            const boxes = [...range.getClientRects()];
            const first = boxes[0], last = boxes[boxes.length - 1];
            return [first.left + 1, first.top + first.height / 2,
                    last.right - 1, last.top + last.height / 2];
          }
        }""",
        words,
    )
    page.mouse.move(ends[0], ends[1])
    page.mouse.down()
    page.mouse.move(ends[2], ends[3], steps=5)
    page.mouse.up()


def bring_in(page: Page, live: str) -> None:
    page.goto(f"{live}/admin/ingest/")
    page.get_by_label("or pasted text").fill(TEXT)
    page.get_by_role("button", name="See what is recognised").click()
    expect(page.get_by_text("2 found, 2 stated by the page")).to_be_visible()
    page.get_by_label("Address in the archive").fill(SLUG)
    page.get_by_role("button", name="Bring in what is ticked").click()
    expect(page.get_by_text("is in the archive now")).to_be_visible()


def mark(page: Page, words: str, kind: str) -> None:
    select(page, words)
    page.locator(f"#palette [data-kind={kind}]").click()
    expect(page.locator("#panel [data-words]")).to_contain_text(words)


def annotate(page: Page, live: str) -> None:
    page.goto(f"{live}/admin/annotate/{SLUG}/")
    mark(page, "froze on 3 November", "claim")
    panel = page.locator("#panel")
    panel.get_by_label("Statement of a new claim").fill("The river froze on 3 November.")
    panel.get_by_label("Its address").fill("river-froze")
    panel.get_by_role("button").filter(has_text=re.compile("Mark|Save|claim", re.I)).last.click()
    expect(page.locator("#cards")).to_contain_text("The river froze on 3 November.")
    mark(page, "no ice was seen before December", "evidence")
    panel.get_by_label("Evidence for or against").fill("river-froze")
    panel.get_by_label("It …").select_option("refutes")
    panel.get_by_label("Why, and how far").fill("The harbour master saw none.")
    panel.get_by_role("button").filter(has_text=re.compile("Mark|Save|evidence", re.I)).last.click()
    expect(page.locator("#cards > li")).to_have_count(2)


def decide(page: Page, live: str) -> None:
    page.goto(f"{live}/admin/moderation/{SLUG}/")
    expect(page.get_by_role("button", name="Keys")).to_be_visible()
    for keys in (("1", "1"), ("1", "1"), ("4", "1"), ("4", "1")):
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_timeout(50)
    expect(page.locator("#progress-said")).to_have_text("4 of 4 decided")


def publish(page: Page, live: str) -> None:
    page.goto(f"{live}/admin/publish/{SLUG}/")
    page.get_by_label("Why this edition").fill("First publication.")
    accepted = page.locator("[name=accepted]")
    if accepted.count():
        accepted.check()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("edition 1").first).to_be_visible()


def status(page: Page, live: str) -> int:
    answer = page.goto(f"{live}/documents/{SLUG}/")
    return answer.status if answer else 0


def test_a_document_goes_from_paste_to_a_reader_s_page(
    sit_down: SitDown, page: WatchedPage, live: str
) -> None:
    for make in (factories.editor, factories.moderator, factories.publisher):
        make()
    editor = sit_down("edith")
    bring_in(editor, live)
    annotate(editor, live)
    assert status(page, live) == 404
    decide(sit_down("moira"), live)
    publish(sit_down("piers"), live)
    assert status(page, live) == 200
    expect(page.locator("mark[data-annotation]")).to_contain_text(["froze on 3 November"])
    expect(page.locator("body")).to_contain_text("The harbour master saw none.")
    statuses = page.locator("[data-comment]").evaluate_all("all => all.map(e => e.dataset.status)")
    assert statuses == ["shown", "withheld"]
    assert not re.search("zorgblat|quuxly", page.content(), re.IGNORECASE)
    assert page.problems == []
