"""The annotating page as an editor uses it: words chosen, marked, judged, moved."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from annotations.actions.annotate import annotate
from annotations.actions.claims import create_claim
from annotations.graphemes import is_boundary
from annotations.models import Annotation, AnnotationState, Claim, Evidence
from archive.models import Rendition
from tests import factories
from tests.browser.annotating.hand import BOX, OFFSETS, TEXT, drag, drag_words, pick, send, stored
from tests.browser.conftest import WatchedPage


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
    expect(desk.locator("#said")).to_have_text("A claim was marked.")

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
    desk.get_by_label("Verdict").select_option("supported")
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
    expect(desk.locator("#cards > li")).to_have_count(1)
    assert Annotation.objects.get().claim == claim
    assert Claim.objects.count() == 1


def test_pasted_words_are_found_and_one_of_their_places_is_marked(desk: WatchedPage) -> None:
    desk.get_by_label("Paste words to find them in the text").fill("nobody  asked")
    desk.get_by_role("button", name="Find").click()
    places = desk.locator("#panel [data-place]")
    expect(places).to_have_count(2)
    expect(places.nth(1)).to_contain_text("In the comment section.")
    places.first.get_by_role("button", name="Note").click()
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
    desk.locator("#deleted").get_by_role("button", name="Undo").click()
    expect(desk.locator("#text mark")).to_have_text("China")
    made.refresh_from_db()
    assert made.state == AnnotationState.ACTIVE
    assert desk.problems == []
