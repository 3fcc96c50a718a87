"""How many key presses and clicks the editors' daily acts take, by mouse and by keyboard alone."""

import pytest
from playwright.sync_api import expect

from annotations.actions.claims import create_claim
from annotations.models import Annotation, Claim, Evidence
from archive.models import Rendition
from tests import factories
from tests.browser.annotating.counting import Counter
from tests.browser.annotating.hand import complaints, drag, drag_words, send
from tests.browser.conftest import WatchedPage

OTHER = "The envoys signed without any force.\nNobody was harmed."


@pytest.fixture
def counter(page: WatchedPage) -> Counter:
    return Counter(page)


@pytest.fixture
def claim(live: str) -> Claim:
    return create_claim(slug="forced", statement="China was forced to sign.", by=factories.editor())


@pytest.fixture
def other(live: str) -> Rendition:
    return factories.rendition(OTHER, slug="other", title="The other text")


def choose_by_keyboard(desk: WatchedPage, words: int) -> None:
    desk.keyboard.press("w")
    for _ in range(words):
        desk.keyboard.press("Shift+ArrowRight")


def tied(desk: WatchedPage, count: int) -> Annotation:
    """The mark made last, when there are as many."""
    expect(desk.locator("#cards > li")).to_have_count(count)
    return Annotation.objects.latest("pk")


def test_an_existing_claim_is_tied_to_new_words_by_two_clicks_or_three_keys(
    claim: Claim, counter: Counter, desk: WatchedPage
) -> None:
    known = desk.get_by_role("option", name="China was forced to sign.")
    drag_words(desk, "China was forced")
    counter.begin()
    desk.locator("#palette [data-kind=claim]").click()
    known.click()
    assert tied(desk, 1).claim == claim
    assert counter.acts() == ["click", "click"]
    choose_by_keyboard(desk, 5)
    counter.begin()
    counter.press("c")
    expect(known).to_be_visible()
    counter.press("ArrowDown", "Enter")
    assert tied(desk, 2).claim == claim
    assert counter.acts() == ["c", "ArrowDown", "Enter"]
    expect(desk.locator("#said")).to_have_text("A claim was marked.")
    assert desk.problems == []


def test_a_new_claim_takes_two_clicks_or_two_keys_and_its_text(
    counter: Counter, desk: WatchedPage
) -> None:
    statement = desk.get_by_label("Statement of a new claim")
    drag_words(desk, "China was forced")
    counter.begin()
    desk.locator("#palette [data-kind=claim]").click()
    expect(statement).to_be_focused()
    counter.type("It was forced.")
    send(desk)
    assert tied(desk, 1).claim == Claim.objects.get(statement="It was forced.")
    assert counter.acts() == ["click", "click"]
    choose_by_keyboard(desk, 3)
    counter.begin()
    counter.press("c")
    expect(statement).to_be_focused()
    counter.type("Nobody was asked.")
    counter.press("Enter")
    assert tied(desk, 2).claim == Claim.objects.get(statement="Nobody was asked.")
    assert counter.acts() == ["c", "Enter"]


def with_a_claim(desk: WatchedPage) -> None:
    """A claim just made: its mark in the list has the focus."""
    desk.keyboard.press("w")
    desk.keyboard.press("c")
    expect(desk.get_by_label("Statement of a new claim")).to_be_focused()
    desk.keyboard.insert_text("It was forced.")
    desk.keyboard.press("Enter")
    expect(desk.locator("#cards > li")).to_be_focused()


def test_evidence_in_another_document_takes_six_clicks_with_the_selection(
    counter: Counter, other: Rendition, desk: WatchedPage
) -> None:
    with_a_claim(desk)
    counter.begin()
    desk.get_by_role("button", name="Take in hand").click()
    desk.get_by_role("button", name="Other document").click()
    desk.get_by_role("option", name="The other text").click()
    expect(desk.get_by_role("group", name="The claim in hand")).to_contain_text("It was forced.")
    drag(desk, 0, OTHER.index("."))
    desk.get_by_role("button", name="Refutes").click()
    expect(desk.locator("#panel .taken")).to_contain_text("It was forced.")
    desk.get_by_label("Why, and how far").focus()
    counter.type("No force is told of.")
    send(desk)
    expect(desk.locator("#cards > li")).to_have_count(1)
    piece = Evidence.objects.get()
    assert (piece.relation, piece.claim.statement) == ("refutes", "It was forced.")
    assert counter.acts() == ["click"] * 6
    assert desk.problems == []


def test_evidence_in_another_document_takes_six_keys(
    counter: Counter, other: Rendition, desk: WatchedPage
) -> None:
    with_a_claim(desk)
    counter.begin()
    counter.press("h", "g")
    expect(desk.get_by_role("option", name="The other text")).to_be_visible()
    counter.press("Enter")
    desk.wait_for_url("**/other/")
    expect(desk.get_by_role("group", name="The claim in hand")).to_contain_text("It was forced.")
    before = counter.acts()
    choose_by_keyboard(desk, 2)
    counter.begin()
    counter.press("2")
    expect(desk.get_by_label("Why, and how far")).to_be_focused()
    counter.type("No force is told of.")
    counter.press("Control+Enter")
    expect(desk.locator("#cards > li")).to_have_count(1)
    piece = Evidence.objects.get()
    assert (piece.relation, piece.claim.statement) == ("refutes", "It was forced.")
    assert [*before, *counter.acts()] == ["h", "g", "Enter", "2", "Control", "Enter"]
    assert desk.problems == []


def test_with_a_claim_in_hand_one_key_ties_words_to_it_and_one_repeats(
    counter: Counter, desk: WatchedPage
) -> None:
    with_a_claim(desk)
    desk.keyboard.press("h")
    choose_by_keyboard(desk, 1)
    counter.begin()
    counter.press("t")
    expect(desk.locator("#cards > li")).to_have_count(2)
    counter.press("ArrowDown", "a")
    expect(desk.locator("#cards > li")).to_have_count(3)
    assert counter.acts() == ["t", "ArrowDown", "a"]
    assert Claim.objects.get().spans.count() == 3
    assert complaints(desk) == []
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Tie to it").focus()
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("button", name="Supports")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator("#text")).to_be_focused()
    desk.keyboard.press("Shift+H")
    expect(desk.get_by_role("group", name="The claim in hand")).to_be_hidden()
    expect(desk.locator("#said")).to_have_text("The claim was put down.")
