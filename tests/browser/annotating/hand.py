"""What the tests of the annotating page share."""

import json

from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Page, expect

from annotations.actions.annotate import annotate
from annotations.actions.marking import mark_claim, mark_evidence
from annotations.models import Annotation
from archive.models import Rendition, User
from tests import factories
from tests.browser.conftest import WatchedPage

SLUG = "article"


TEXT = (
    "On May 28 China was forced to sign. Nobody asked Shanghai.\n"
    "Astral 𝄞 and 🇫🇷 flags, 👩\u200d🚀 pilots, cafe\u0301 au lait, re\u0301sume\u0301.\r\n"
    "Old\rMac lines &amp; <b>tags</b> stay.\n"
    "שלום עולם, said the sign.\n"
    "The result was the Convention."
)


COMMENTS = [("wind", "Nobody asked the wind.")]


def sign_in(page: Page, live: str, user: User) -> None:
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live}])


OFFSETS = """async ([start, end]) => {
  const { rangeOf, placesOf } = await import('/static/annotations/annotate/offsets.js');
  const text = document.getElementById('text');
  const range = rangeOf(text, start, end);
  return [placesOf(text, range), range.toString()];
}"""


BOX = """async ([start, end]) => {
  const { rangeOf } = await import('/static/annotations/annotate/offsets.js');
  const range = rangeOf(document.getElementById('text'), start, end);
  range.startContainer.parentElement.scrollIntoView({ block: 'center' });
  const boxes = [...range.getClientRects()].filter((box) => box.width);
  const [first, last] = [boxes[0], boxes.at(-1)];
  return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
}"""


def drag(page: Page, start: int, end: int) -> None:
    """Select with the mouse from the left edge of one character to the right edge of another."""
    left, top, right, bottom = page.evaluate(BOX, [start, end])
    page.mouse.move(left + 1, top)
    page.mouse.down()
    page.mouse.move(right - 1, bottom, steps=4)
    page.mouse.up()


def drag_words(page: Page, words: str) -> None:
    start = TEXT.index(words)
    drag(page, start, start + len(words))


def pick(page: Page, kind: str) -> None:
    page.locator(f"#palette [data-kind={kind}]").click()
    expect(page.locator("#panel form")).to_be_visible()


def send(page: Page) -> None:
    page.locator("#panel form [type=submit]").last.click()


def stored() -> list[str]:
    rows = Annotation.objects.active().order_by("pk").select_related("rendition")
    return [row.rendition.text[row.start : row.end] for row in rows]


def furnish(rendition: Rendition) -> None:
    by = factories.editor()
    made = mark_claim(
        rendition=rendition, start=10, end=34, stance="asserts", statement="Forced.", by=by
    )
    assert made.claim
    mark_evidence(
        rendition=rendition, start=36, end=58, claim=made.claim, relation="refutes", note="x", by=by
    )
    for kind, start, end in (("note", 20, 26), ("question", 59, 65), ("lacuna", 58, 58)):
        annotate(rendition=rendition, start=start, end=end, kind=kind, body="Some words.", by=by)


# Colours on their way from one to another have a contrast of their own.
SETTLED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.all(document.getAnimations().map((each) => each.finished));
}"""


def complaints(page: WatchedPage) -> list[str]:
    """What broke the page's policy first, since axe itself then breaks it; then axe's findings."""
    page.evaluate(SETTLED)
    assert [problem for problem in page.problems if "axe" not in problem] == []
    found = Axe().run(page).response["violations"]
    page.problems.clear()
    return [
        json.dumps({"rule": each["id"], "nodes": [node["html"][:200] for node in each["nodes"]]})
        for each in found
    ]
