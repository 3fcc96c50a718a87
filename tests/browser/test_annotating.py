"""The annotating page in a real browser: what is selected there is what is stored here."""

import json
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from annotations.actions.annotate import annotate, edit_annotation
from annotations.actions.claims import create_claim
from annotations.actions.marking import mark_claim, mark_evidence
from annotations.graphemes import is_boundary
from annotations.models import Annotation, AnnotationState, Claim, Evidence
from archive.models import Rendition, User
from tests import factories
from tests.browser.conftest import PHONE, WatchedPage

SLUG = "article"
TEXT = (
    "On May 28 China was forced to sign. Nobody asked Shanghai.\n"
    "Astral 𝄞 and 🇫🇷 flags, 👩\u200d🚀 pilots, cafe\u0301 au lait, re\u0301sume\u0301.\r\n"
    "Old\rMac lines &amp; <b>tags</b> stay.\n"
    "שלום עולם, said the sign.\n"
    "The result was the Convention."
)
COMMENTS = [("wind", "Nobody asked the wind.")]


@pytest.fixture
def rendition(live: str) -> Rendition:
    return factories.rendition(TEXT, COMMENTS, slug=SLUG)


def sign_in(page: Page, live: str, user: User) -> None:
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live}])


@pytest.fixture
def desk(live: str, page: WatchedPage, rendition: Rendition) -> WatchedPage:
    """The annotating page as an editor has it open."""
    sign_in(page, live, factories.editor())
    page.goto(f"{live}/admin/annotate/{SLUG}/")
    return page


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


# Places


def test_a_place_in_the_text_is_the_same_place_in_the_page(
    desk: WatchedPage, rendition: Rendition
) -> None:
    """Every range of whole characters inside a line, and over lines: there and back again."""
    text, wrong = rendition.text, []
    lines = [(row.start, row.end) for row in rendition.sections.exclude(kind="comments")]
    for low, high in lines:
        cuts = [place for place in range(low, high + 1) if is_boundary(text, place)]
        ranges = [(start, end) for start in cuts[::3] for end in cuts[::4] if start < end]
        ranges += [(start, end) for start, end in pairwise(cuts)]
        for start, end in ranges:
            places, words = desk.evaluate(OFFSETS, [start, end])
            if (places, words) != ({"start": start, "end": end}, text[start:end]):
                wrong.append((start, end, text[start:end], places, words))
    assert wrong == []
    first, last = lines[0], lines[-1]
    places, _ = desk.evaluate(OFFSETS, [first[0] + 3, last[1] - 1])
    assert places == {"start": first[0] + 3, "end": last[1] - 1}


def test_a_mark_in_the_way_moves_no_place(
    live: str, desk: WatchedPage, rendition: Rendition
) -> None:
    by = factories.editor()
    for start, end in ((10, 22), (14, 30), (62, 75)):
        annotate(rendition=rendition, start=start, end=end, kind="note", body="x", by=by)
    annotate(rendition=rendition, start=12, end=12, kind="lacuna", by=by)
    desk.reload()
    for start, end in ((0, 58), (11, 13), (16, 23), (60, 80), (3, 100)):
        assert desk.evaluate(OFFSETS, [start, end])[0] == {"start": start, "end": end}


@pytest.mark.parametrize(
    "words",
    [
        "forced to sign",
        "𝄞 and 🇫🇷",
        "👩\u200d🚀 pilots, cafe\u0301",
        "re\u0301sume\u0301",
        "lines &amp; <b>tags",
        "שלום עולם",
        "The result was the Convention",
    ],
)
def test_words_selected_with_the_mouse_are_the_words_that_are_stored(
    desk: WatchedPage, words: str
) -> None:
    if words.startswith("ש"):
        # Right to left: the first word lies at the right.
        start = TEXT.index(words)
        left, top, right, _ = desk.evaluate(BOX, [start, start + len(words)])
        desk.mouse.move(right - 1, top)
        desk.mouse.down()
        desk.mouse.move(left + 1, top, steps=4)
        desk.mouse.up()
    else:
        drag_words(desk, words)
    pick(desk, "note")
    expect(desk.locator("#panel [data-words]")).to_have_text(words)
    desk.get_by_label("Note", exact=True).fill("Seen.")
    send(desk)
    expect(desk.locator("#cards > li")).to_have_count(1)
    assert stored() == [words]
    assert desk.problems == []


def test_half_selected_words_are_taken_whole_unless_that_is_turned_off(desk: WatchedPage) -> None:
    start = TEXT.index("orced to sig")
    drag(desk, start, start + len("orced to sig"))
    pick(desk, "question")
    expect(desk.locator("#panel [data-words]")).to_have_text("forced to sign")
    desk.locator("#panel [data-close]").first.click()
    desk.get_by_label("Whole words").uncheck()
    drag(desk, start, start + len("orced to sig"))
    pick(desk, "question")
    expect(desk.locator("#panel [data-words]")).to_have_text("orced to sig")
    desk.reload()
    assert not desk.get_by_label("Whole words").is_checked()


def test_a_selection_over_several_passages_is_one_mark(desk: WatchedPage) -> None:
    start, end = TEXT.index("Nobody asked"), TEXT.index(" and 🇫🇷")
    drag(desk, start, end)
    pick(desk, "note")
    desk.get_by_label("Note", exact=True).fill("Over two lines.")
    send(desk)
    expect(desk.locator("#cards > li")).to_have_count(1)
    assert stored() == [TEXT[start:end]]
    expect(desk.locator("#text mark")).to_have_count(2)


def test_a_paragraph_chosen_by_three_clicks_ends_with_the_paragraph(desk: WatchedPage) -> None:
    desk.locator("#text .leaf").first.click(click_count=3, position={"x": 30, "y": 12})
    pick(desk, "note")
    expect(desk.locator("#panel [data-words]")).to_have_text(TEXT.split("\n")[0])


# From words to claim to evidence to judgement


def test_a_new_claim_its_evidence_and_its_judgement(desk: WatchedPage) -> None:
    drag_words(desk, "China was forced to sign")
    pick(desk, "claim")
    statement = desk.get_by_label("Statement of a new claim")
    expect(statement).to_be_focused()
    desk.keyboard.type("China signed under force.")
    expect(desk.get_by_label("Its address")).to_have_value("china-signed-under-force")
    send(desk)
    card = desk.locator("#cards > li")
    expect(card).to_contain_text("China signed under force.")
    expect(card).to_be_focused()
    expect(desk.locator("#said")).to_have_text("A claim: marked.")

    drag_words(desk, "Nobody asked Shanghai")
    pick(desk, "evidence")
    desk.get_by_label("Evidence for or against").fill("signed force")
    desk.get_by_role("option", name="China signed under force.").click()
    desk.get_by_label("It …").select_option("qualifies")
    desk.get_by_label("Why, and how far").fill("Force without asking.")
    send(desk)
    expect(desk.locator("#cards > li")).to_have_count(2)
    expect(desk.locator("#cards > li").first).to_contain_text("evidence: 1 qualifies")

    desk.get_by_role("link", name="China signed under force.").first.click()
    desk.get_by_role("link", name="Judge it").click()
    desk.get_by_label("Credibility").select_option("3")
    desk.get_by_label("Reasons").fill("One text says so.")
    send(desk)
    expect(desk.locator("#panel")).to_contain_text("One text says so.")
    expect(desk.locator("#cards > li").first).to_contain_text("possibly true")
    assert Evidence.objects.get().claim == Claim.objects.get()
    assert desk.problems == []


def test_a_claim_that_is_here_already_is_found_while_typing(desk: WatchedPage) -> None:
    claim = create_claim(slug="aigun", statement="Aigun was forced.", by=factories.editor())
    drag_words(desk, "forced to sign")
    pick(desk, "claim")
    desk.keyboard.type("aigun")
    expect(desk.get_by_role("option", name="Aigun was forced.")).to_be_visible()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(desk.locator("#panel .taken")).to_contain_text("Aigun was forced.")
    expect(desk.get_by_label("Its address")).to_be_hidden()
    send(desk)
    expect(desk.locator("#cards > li")).to_have_count(1)
    assert Annotation.objects.get().claim == claim
    assert Claim.objects.count() == 1


def test_pasted_words_are_found_and_one_of_their_places_is_marked(desk: WatchedPage) -> None:
    desk.get_by_label("Paste words to find them in the text").fill("nobody  asked")
    desk.get_by_role("button", name="Find").click()
    places = desk.locator("#panel [data-place]")
    expect(places).to_have_count(2)
    expect(places.nth(1)).to_contain_text("In the comment section.")
    places.first.get_by_role("link", name="note").click()
    desk.get_by_label("Note", exact=True).fill("Really nobody?")
    send(desk)
    expect(desk.locator("#cards > li")).to_have_count(1)
    assert stored() == ["Nobody asked"]


def test_a_mark_is_moved_to_other_words(desk: WatchedPage, rendition: Rendition) -> None:
    by = factories.editor()
    annotate(rendition=rendition, start=10, end=15, kind="note", body="x", by=by)
    desk.reload()
    desk.get_by_role("link", name="Change this note").click()
    expect(desk.get_by_label("Why this change")).to_be_visible()
    drag_words(desk, "China was forced")
    desk.get_by_role("button", name="Move the mark here").click()
    desk.get_by_label("Why this change").fill("Too short.")
    send(desk)
    expect(desk.locator("#text mark")).to_have_text("China was forced")
    assert stored() == ["China was forced"]


def test_a_deleted_mark_comes_back_by_one_click(desk: WatchedPage, rendition: Rendition) -> None:
    by = factories.editor()
    made = annotate(rendition=rendition, start=10, end=15, kind="note", body="x", by=by)
    desk.reload()
    desk.get_by_role("link", name="Delete this note").click()
    send(desk)
    expect(desk.locator("#text mark")).to_have_count(0)
    made.refresh_from_db()
    assert made.state == AnnotationState.DELETED
    desk.get_by_role("button", name="Undo").click()
    expect(desk.locator("#text mark")).to_have_text("China")
    made.refresh_from_db()
    assert made.state == AnnotationState.ACTIVE
    assert desk.problems == []


def test_the_second_of_two_editors_sees_both_texts_and_loses_none(
    desk: WatchedPage, rendition: Rendition
) -> None:
    made = annotate(
        rendition=rendition, start=10, end=15, kind="note", body="x", by=factories.editor()
    )
    desk.reload()
    desk.get_by_role("link", name="Change this note").click()
    desk.get_by_label("Note", exact=True).fill("Mine.")
    desk.get_by_label("Why this change").fill("Clearer.")
    edit_annotation(
        annotation=made, expected=1, by=factories.editor("ernst"), reason="a", body="Theirs."
    )
    send(desk)
    conflict = desk.locator("#panel .conflict")
    expect(conflict).to_be_focused()
    expect(conflict.locator(".theirs")).to_contain_text("Theirs.")
    expect(conflict.locator(".yours")).to_contain_text("Mine.")
    expect(desk.get_by_label("Note", exact=True)).to_have_value("Mine.")
    send(desk)
    expect(desk.locator("#cards .note")).to_have_text("Mine.")


def test_an_expired_sign_in_loses_nothing_that_was_typed(desk: WatchedPage) -> None:
    drag_words(desk, "China")
    pick(desk, "note")
    desk.get_by_label("Note", exact=True).fill("A long thought.")
    desk.context.clear_cookies(name="sessionid")
    send(desk)
    expect(desk.locator("#panel [role=alert]")).to_contain_text("You are signed out")
    expect(desk.get_by_label("Note", exact=True)).to_have_value("A long thought.")


# Without a mouse, without a script


def test_the_whole_of_it_by_keyboard_alone(desk: WatchedPage) -> None:
    desk.get_by_role("button", name="Choose words by keyboard").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#said")).to_have_text("On")
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight"):
        desk.keyboard.press(key)
    expect(desk.locator("#said")).to_have_text("China was")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator("#said")).to_have_text("Nobody asked Shanghai.")
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("Enter")
    expect(desk.locator("#palette button").first).to_be_focused()
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("#palette [data-kind=note]")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.get_by_label("Note", exact=True)).to_be_focused()
    desk.keyboard.type("By hand.")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.locator("#cards > li")).to_be_focused()
    assert stored() == ["On May 28 China was forced to sign."]
    assert desk.problems == []


def test_escape_leads_back_step_by_step(desk: WatchedPage) -> None:
    start = desk.get_by_role("button", name="Choose words by keyboard")
    start.focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("n")
    expect(desk.get_by_label("Note", exact=True)).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator("#text")).to_be_focused()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Escape")
    expect(desk.locator("#text")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(start).to_be_focused()
    expect(desk.locator("#palette")).to_be_hidden()


def test_keys_of_a_mouse_user_scroll_as_ever(desk: WatchedPage) -> None:
    drag_words(desk, "China")
    desk.keyboard.press("ArrowRight")
    assert desk.evaluate("getSelection().toString()") == "China"


def test_without_a_script_pasted_words_are_found_and_marked(
    live: str, browser: Browser, rendition: Rendition
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live, factories.editor())
    page.goto(f"{live}/admin/annotate/{SLUG}/")
    page.get_by_label("Paste words to find them in the text").fill("forced to sign")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="claim", exact=True).click()
    page.get_by_label("Statement of a new claim").fill("It was forced.")
    page.get_by_role("button", name="Mark").click()
    expect(page.locator("#cards > li")).to_contain_text("It was forced.")
    expect(page.locator("#text mark")).to_have_text("forced to sign")
    page.get_by_role("link", name="Delete this claim").click()
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#text mark")).to_have_text("forced to sign")
    context.close()


# What is shown, to whom


def test_comments_are_covered_until_somebody_asks(desk: WatchedPage) -> None:
    words = desk.get_by_text("Nobody asked the wind.")
    expect(words).to_be_hidden()
    desk.locator("#text summary").click()
    expect(words).to_be_visible()


def test_who_may_only_read_selects_words_without_being_asked_anything(
    live: str, page: WatchedPage, rendition: Rendition
) -> None:
    annotate(rendition=rendition, start=10, end=15, kind="note", body="x", by=factories.editor())
    sign_in(page, live, factories.moderator())
    page.goto(f"{live}/admin/annotate/{SLUG}/")
    drag_words(page, "forced to sign")
    page.wait_for_timeout(600)
    expect(page.locator("#palette")).to_be_hidden()
    page.locator("#text mark").click()
    expect(page.locator("#cards > li")).to_have_class("card k-note here")
    assert page.problems == []


def test_at_a_point_with_several_marks_all_are_pointed_out(
    desk: WatchedPage, rendition: Rendition
) -> None:
    by = factories.editor()
    for start, end in ((3, 25), (10, 15), (40, 50)):
        annotate(rendition=rendition, start=start, end=end, kind="note", body="x", by=by)
    desk.reload()
    desk.locator("#text mark", has_text="China").click()
    expect(desk.locator(".card.here")).to_have_count(2)


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1280, "height": 900}, PHONE], ids=["desk", "phone"])
def test_nothing_stands_in_the_way_of_assistive_technology_or_of_the_policy(
    desk: WatchedPage, rendition: Rendition, scheme: Any, size: Any
) -> None:
    furnish(rendition)
    desk.set_viewport_size(size)
    desk.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    desk.reload()
    desk.locator("#text summary").click()
    assert complaints(desk) == []
    drag_words(desk, "forced to")
    expect(desk.locator("#palette")).to_be_visible()
    assert complaints(desk) == []
    pick(desk, "claim")
    desk.locator("#panel .more summary").click()
    assert complaints(desk) == []
    desk.locator("#panel [data-close]").first.click()
    desk.get_by_role("link", name="Forced.", exact=True).first.click()
    expect(desk.get_by_role("link", name="Judge it")).to_be_visible()
    assert complaints(desk) == []


def complaints(page: WatchedPage) -> list[str]:
    """What broke the page's policy first, since axe itself then breaks it; then axe's findings."""
    assert [problem for problem in page.problems if "axe" not in problem] == []
    found = Axe().run(page).response["violations"]
    page.problems.clear()
    return [
        json.dumps({"rule": each["id"], "nodes": [node["html"][:200] for node in each["nodes"]]})
        for each in found
    ]


def test_a_phone_shows_all_of_it_without_scrolling_sideways(
    desk: WatchedPage, rendition: Rendition
) -> None:
    furnish(rendition)
    desk.set_viewport_size(PHONE)
    desk.reload()
    width = "document.documentElement.scrollWidth"
    assert desk.evaluate(width) == PHONE["width"]
    drag_words(desk, "forced to")
    pick(desk, "evidence")
    assert desk.evaluate(width) == PHONE["width"]
    send_button = desk.locator("#panel form [type=submit]").last
    send_button.scroll_into_view_if_needed()
    expect(send_button).to_be_in_viewport()
