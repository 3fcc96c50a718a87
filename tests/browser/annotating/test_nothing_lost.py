"""The annotating page: what was typed and done outlives tabs, sign-ins, networks and mistakes."""

import json
from typing import Any

from playwright.sync_api import expect

from annotations.actions.annotate import annotate
from annotations.models import Annotation
from archive.models import Rendition
from tests import factories
from tests.browser.annotating.hand import (
    SLUG,
    TEXT,
    complaints,
    drag,
    drag_words,
    pick,
    send,
    sign_in,
    stored,
)
from tests.browser.conftest import PHONE, WatchedPage, watch

THOUGHT = "A long thought."


def kept(page: Any) -> list[str]:
    keys: list[str] = page.evaluate("Object.keys(localStorage)")
    return [key for key in keys if ".draft." in key]


def type_a_note(desk: WatchedPage) -> None:
    drag_words(desk, "China")
    pick(desk, "note")
    desk.get_by_label("Note", exact=True).fill(THOUGHT)


def test_what_was_typed_is_offered_again_after_the_tab_was_closed(
    live: str, desk: WatchedPage
) -> None:
    type_a_note(desk)
    desk.close(run_before_unload=True)
    again = watch(desk.context.new_page())
    again.goto(f"{live}/admin/annotate/{SLUG}/")
    offered = again.locator("[data-drafts]")
    expect(offered).to_contain_text(THOUGHT)
    assert complaints(again) == []
    offered.get_by_role("button", name="Go on").click()
    expect(again.get_by_label("Note", exact=True)).to_have_value(THOUGHT)
    send(again)
    expect(again.locator("#cards > li")).to_have_count(1)
    expect(offered).to_be_hidden()
    assert (stored(), kept(again)) == (["China"], [])


def test_closing_a_form_keeps_what_was_typed_and_cancelling_throws_it_away(
    desk: WatchedPage,
) -> None:
    type_a_note(desk)
    desk.keyboard.press("Escape")
    expect(desk.locator("#notice")).to_contain_text("What you typed is kept above the text.")
    desk.get_by_role("button", name="Go on").click()
    expect(desk.get_by_label("Note", exact=True)).to_have_value(THOUGHT)
    desk.get_by_role("link", name="Cancel").click()
    expect(desk.locator("[data-drafts]")).to_be_hidden()
    assert kept(desk) == []


def test_nobody_else_sees_it_and_signing_out_or_its_last_day_removes_it(
    live: str, desk: WatchedPage
) -> None:
    type_a_note(desk)
    sign_in(desk, live, factories.editor("ernst"))
    desk.goto(f"{live}/admin/annotate/{SLUG}/")
    expect(desk.locator("[data-drafts]")).to_be_hidden()
    sign_in(desk, live, factories.editor())
    desk.goto(f"{live}/admin/annotate/{SLUG}/")
    expect(desk.locator("[data-drafts]")).to_contain_text(THOUGHT)
    desk.goto(f"{live}/admin/")
    old = json.dumps({"value": {}, "until": 1})
    desk.evaluate("(old) => localStorage.setItem('variorum.private.ernst.draft.old', old)", old)
    desk.goto(f"{live}/admin/annotate/{SLUG}/")
    expect(desk.locator("[data-drafts]")).to_be_visible()
    assert len(kept(desk)) == 1
    desk.get_by_role("button", name="Log out").click()
    expect(desk).to_have_url(f"{live}/")
    assert kept(desk) == []


def test_after_a_new_sign_in_in_another_tab_the_same_form_is_saved(
    live: str, desk: WatchedPage
) -> None:
    type_a_note(desk)
    desk.context.clear_cookies()
    send(desk)
    said = desk.locator("#panel [role=alert]")
    expect(said).to_contain_text("You are signed out")
    with desk.context.expect_page() as opened:
        said.get_by_role("link", name="Sign in, in a new tab").click()
    tab = opened.value
    tab.get_by_label("Username").fill("edith")
    tab.get_by_label("Password").fill(factories.PASSWORD)
    tab.get_by_role("button", name="Log in").click()
    expect(tab.get_by_role("heading", name="You are signed in as")).to_be_visible()
    tab.close()
    desk.get_by_role("button", name="Try again").click()
    expect(desk.locator("#cards > li")).to_have_count(1)
    assert stored() == ["China"]


def test_nothing_is_saved_in_another_name_and_without_a_network_it_is_tried_again(
    live: str, desk: WatchedPage
) -> None:
    type_a_note(desk)
    desk.context.clear_cookies()
    sign_in(desk, live, factories.editor("ernst"))
    send(desk)
    expect(desk.locator("#panel [role=alert]")).to_contain_text("signed in as ernst")
    expect(desk.get_by_label("Note", exact=True)).to_have_value(THOUGHT)
    assert Annotation.objects.count() == 0
    desk.context.set_offline(True)
    desk.get_by_role("button", name="Try again").click()
    expect(desk.locator("#panel [role=alert]")).to_contain_text("cannot be reached")
    desk.context.set_offline(False)
    sign_in(desk, live, factories.editor())
    desk.get_by_role("button", name="Try again").click()
    expect(desk.locator("#cards > li")).to_have_count(1)


def test_undo_and_redo_are_a_key_each_and_outlive_a_reload(desk: WatchedPage) -> None:
    type_a_note(desk)
    send(desk)
    expect(desk.locator("#text mark")).to_have_count(1)
    desk.keyboard.press("z")
    expect(desk.locator("#text mark")).to_have_count(0)
    expect(desk.locator("#said")).to_have_text("Undone: a note was marked.")
    desk.keyboard.press("z")
    expect(desk.locator("#said")).to_have_text("There is nothing to undo.")
    desk.reload()
    desk.keyboard.press("Shift+Z")
    expect(desk.locator("#text mark")).to_have_text("China")
    expect(desk.locator("#said")).to_have_text("Done again: a note was marked.")
    desk.locator(".bar").get_by_role("button", name="Undo").click()
    expect(desk.locator("#text mark")).to_have_count(0)
    expect(desk.locator(".bar").get_by_role("button", name="Undo")).to_be_focused()
    assert desk.problems == []


def test_single_keys_can_be_turned_off_and_stay_so(desk: WatchedPage) -> None:
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_visible()
    assert complaints(desk) == []
    desk.get_by_label("Single keys work").uncheck()
    desk.get_by_role("button", name="Close").click()
    desk.reload()
    drag_words(desk, "China")
    desk.keyboard.press("n")
    desk.keyboard.press("?")
    expect(desk.locator("#panel")).to_be_hidden()
    expect(desk.get_by_role("dialog")).to_have_count(0)
    pick(desk, "note")


def test_found_words_are_marked_without_any_selection(desk: WatchedPage) -> None:
    desk.keyboard.press("/")
    desk.keyboard.insert_text("nobody asked")
    desk.keyboard.press("Enter")
    places = desk.locator("#panel [data-place]")
    expect(places.first.get_by_role("button", name="Claim")).to_be_focused()
    assert desk.evaluate("getSelection().toString()") == ""
    desk.keyboard.press("n")
    expect(desk.locator("#panel [data-words]")).to_have_text("Nobody asked")
    desk.keyboard.insert_text("Really nobody?")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#cards > li")).to_have_count(1)
    assert stored() == ["Nobody asked"]


def test_alt_takes_words_as_they_are_chosen_and_s_takes_the_sentence(desk: WatchedPage) -> None:
    start = TEXT.index("orced to sig")
    desk.keyboard.down("Alt")
    drag(desk, start, start + len("orced to sig"))
    desk.keyboard.up("Alt")
    desk.wait_for_timeout(500)
    pick(desk, "note")
    expect(desk.locator("#panel [data-words]")).to_have_text("orced to sig")
    desk.keyboard.press("Escape")
    drag_words(desk, "forced")
    desk.get_by_role("button", name="Whole sentence").click()
    pick(desk, "note")
    expect(desk.locator("#panel [data-words]")).to_have_text("On May 28 China was forced to sign.")


def test_marks_that_lie_on_one_another_are_listed_to_choose_from(
    desk: WatchedPage, rendition: Rendition
) -> None:
    by = factories.editor()
    for start, end, body in ((3, 25, "Outer."), (10, 15, "Inner."), (40, 50, "Elsewhere.")):
        annotate(rendition=rendition, start=start, end=end, kind="note", body=body, by=by)
    desk.reload()
    desk.locator("#text mark.deep", has_text="China").click()
    listed = desk.locator("#palette [data-list] button")
    expect(listed).to_have_text(["note: Outer.", "note: Inner."])
    listed.last.click()
    expect(desk.locator("#cards > li").nth(1)).to_be_focused()
    drag_words(desk, "China")
    expect(desk.locator("#palette [data-kind=note]")).to_be_visible()
    desk.keyboard.press("m")
    expect(listed.first).to_be_focused()
    expect(desk.locator("#said")).to_contain_text("2 marks lie here")


def test_on_a_phone_a_selection_offers_the_palette_away_from_the_words(
    desk: WatchedPage,
) -> None:
    desk.set_viewport_size(PHONE)
    words = "The result was"
    start = TEXT.index(words)
    desk.evaluate(
        """async ([start, end]) => {
          const { rangeOf } = await import('/static/annotations/annotate/offsets.js');
          const range = rangeOf(document.getElementById('text'), start, end);
          range.startContainer.parentElement.scrollIntoView({ block: 'end' });
          getSelection().addRange(range);
        }""",
        [start, start + len(words)],
    )
    palette = desk.locator("#palette")
    expect(palette).to_be_in_viewport()
    covered = desk.evaluate(
        """() => {
          const words = getSelection().getRangeAt(0).getBoundingClientRect();
          const box = document.getElementById('palette').getBoundingClientRect();
          return words.bottom > box.top && words.top < box.bottom;
        }"""
    )
    assert not covered
    small = "[...document.querySelectorAll('#palette button, .bar button')].filter((each) =>"
    small += " each.checkVisibility() && each.getBoundingClientRect().height < 24).length"
    assert desk.evaluate(small) == 0
