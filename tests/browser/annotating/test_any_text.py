"""What is selected in the browser is what is stored, whatever the text is made of."""

import os
import re
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from annotations.models import Annotation
from tests import factories
from tests.browser.annotating.hand import sign_in
from tests.browser.conftest import WatchedPage

pytestmark = pytest.mark.long

EXAMPLES = 150 if os.environ.get("VARIORUM_LONG") == "1" else 3
PIECES = [
    *["plain", "words", "Aigun", "1858", "e", "x-y", "don’t", "&amp;", "<b>", '"'],
    *["cafe\u0301", "a\u0323\u0302", "\u0301", "o\u0308\u0304", "n\u0303o"],
    *["\U0001d11e", "\U00020000\U0002a6b2", "\U0001f600", "\U00010348"],
    *[
        "👩\u200d🚀",
        "👍\U0001f3fd",
        "🇫🇷",
        "🇫🇷🇨🇳",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "🏴\U000e0067\U000e007f",
    ],
    *["שלום", "עולם\u05b0", "مرحبا", "\u202bab\u202c", "\u200f"],
    *["क्षि", "नमस्ते", "กำ", "한국", "\u1112\u1161\u11ab", "瑷珲條約", "ཀྵ"],
    *["\u00a0", "\t", "\u200b", "\u00ad", "\ufeff", "\u2028"],
    *["\r\n", "\n", "\r", "\n\n", "\r\n\r\n"],
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=3, max_size=40).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda blank: f"Begin {blank.join(pieces)} end.")
)
ENDS = st.tuples(*[st.floats(0, 1, exclude_max=True)] * 2)
serial = count(1)

# From one UTF-16 unit of the words in the page to another, as a mouse leaves it. Answers with what
# the browser says is selected then, and with the leaves at its ends.
SELECT = """async ([from, to]) => {
  const leaves = [...document.querySelectorAll('#text [data-start]')];
  const total = leaves.reduce((sum, leaf) => sum + leaf.textContent.length, 0);
  const point = (fraction) => {
    let left = Math.floor(fraction * (total + 1));
    for (const leaf of leaves) {
      const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (left <= node.data.length) return [node, left];
        left -= node.data.length;
      }
    }
  };
  getSelection().removeAllRanges();
  document.getElementById('text').focus();
  getSelection().setBaseAndExtent(...point(from), ...point(to));
  leaves[0].dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  if (document.getElementById('palette').hidden) return null;
  const range = getSelection().getRangeAt(0);
  const leaf = (node) => node.parentElement.closest('[data-start]')?.id;
  return [range.toString(), leaf(range.startContainer) === leaf(range.endContainer)];
}"""


def same(stored: str, selected: str, *, is_within: bool) -> bool:
    """Over several passages the browser leaves out the blanks between them."""
    if is_within:
        return stored == selected
    return re.sub(r"\s", "", stored) == re.sub(r"\s", "", selected)


def marked(desk: WatchedPage, ends: tuple[float, float]) -> None:
    """Select, mark with a note, and compare; nothing to do where only blanks were selected."""
    found = desk.evaluate(SELECT, list(ends))
    if found is None:
        return
    before = Annotation.objects.count()
    desk.keyboard.press("n")
    note = desk.get_by_label("Note", exact=True)
    expect(note).to_be_focused()
    desk.keyboard.insert_text("Seen.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#cards > li")).to_have_count(before + 1)
    row = Annotation.objects.select_related("rendition").latest("pk")
    stored = row.rendition.text[row.start : row.end]
    assert same(stored, found[0], is_within=found[1]), (stored, found)


def test_what_is_selected_in_the_browser_is_what_is_stored(live: str, page: WatchedPage) -> None:
    sign_in(page, live, factories.editor())

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        # A browser is too slow to look for the shortest text that fails.
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(TEXTS, st.lists(ENDS, min_size=2, max_size=3))
    def check(text: str, chosen: list[tuple[float, float]]) -> None:
        Annotation.objects.all().delete()
        slug = f"text-{next(serial)}"
        factories.rendition(f"{text} {slug}", slug=slug)
        page.goto(f"{live}/admin/annotate/{slug}/")
        for ends in chosen:
            marked(page, ends)
        assert page.problems == []

    check()
