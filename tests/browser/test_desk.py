"""The moderation desk as a moderator uses it: keys, mouse, and no script at all."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from annotations.actions.cases import open_cases
from annotations.actions.decide import decide
from annotations.models import Case, CaseState, Decision, Flag, Rule
from archive.models import Rendition
from tests import factories
from tests.browser.conftest import PHONE, WatchedPage

COMMENTS = [
    ("Heron", "The river froze early and the boats stayed in the harbour."),
    ("Otter", "My neighbour is a walnut, and walnuts never learn.", 0),
    ("", "Nobody signed this one."),
]
RULES = [
    ("1", "Said and kept", "", ["keep"]),
    ("2", "Insult at a person", "harassment", ["collapse", "redact", "withhold"]),
    ("3", "Attack on a group", "identity_attack.religion", ["redact", "withhold"]),
]
COVERED = ["Heron", "Otter", "walnut", "harbour", "signed"]


@pytest.fixture
def section(transactional_db: None) -> Rendition:
    """Three comments under two handles: five open cases."""
    for position, (number, title, category, outcomes) in enumerate(RULES, start=1):
        Rule.objects.create(
            version=1, position=position, number=number, title=title, text=f"{title}: the text.",
            category=category, outcomes=outcomes,
        )  # fmt: skip
    made = factories.rendition("The article.", COMMENTS, slug="the-ferry", title="The ferry")
    open_cases(rendition=made)
    return made


def sign_in(page: Page, live: str, name: str = "moira") -> None:
    factories.moderator(name)
    page.goto(f"{live}/admin/login/?next=/admin/moderation/the-ferry/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", factories.PASSWORD)
    page.click("[type=submit]")
    expect(page.locator("#desk")).to_be_visible()


def runs(page: Page) -> None:
    """Wait until the page's script runs."""
    expect(page.get_by_role("button", name="Keys")).to_be_visible()


@pytest.fixture
def desk(page: WatchedPage, live: str, section: Rendition) -> Iterator[WatchedPage]:
    """A moderator at the section; in the end nothing has gone wrong in the browser."""
    sign_in(page, live)
    runs(page)
    yield page
    assert page.problems == []


@pytest.fixture
def bare(browser: Browser, live: str, section: Rendition) -> Iterator[Page]:
    """The same without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live)
    yield page
    context.close()


def case_of(number: int, part: str = "body") -> Case:
    return Case.objects.get(comment__number=number, part=part)


def name(number: int, part: str = "body") -> str:
    return f"Handle of comment {number}" if part == "handle" else f"Comment {number}"


def card(page: Page, number: int, part: str = "body") -> Locator:
    return page.locator(f'.card[data-name="{name(number, part)}"]')


def is_current(page: Page, number: int, part: str = "body") -> None:
    """Wait until the case is open. Asks the page, not the database, which is being used."""
    current = page.locator(".card.is-current")
    expect(current).to_have_attribute("data-name", name(number, part))
    expect(current.locator(".judge")).to_be_visible()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_section_is_worked_through_by_keyboard_alone(desk: WatchedPage) -> None:
    is_current(desk, 1, "handle")
    press(desk, "1", "1")
    is_current(desk, 1)
    press(desk, "2", "1")
    is_current(desk, 2, "handle")
    press(desk, "3", "2")
    is_current(desk, 2)
    press(desk, "3", "1")
    expect(desk.locator(".is-current .word input").first).to_be_focused()
    press(desk, "Tab", "Space", "1")
    is_current(desk, 3)
    press(desk, "4", "2")
    expect(desk.locator("#progress-said")).to_have_text("5 of 5 decided")
    found = Case.objects.order_by("comment__number", "-part").values_list("outcome", flat=True)
    assert list(found) == ["keep", "collapse", "redact", "redact", "withhold"]
    redacted = case_of(2).decisions.get().redactions.get()
    text = case_of(2).comment.rendition.text
    assert text[redacted.start : redacted.end] == "neighbour"


def test_what_was_done_is_said_aloud(desk: WatchedPage) -> None:
    press(desk, "1", "1")
    expect(desk.get_by_role("status")).to_have_text(
        "Handle of comment 1: kept under rule 1. 1 of 5 decided."
    )


def test_j_and_k_go_from_case_to_case(desk: WatchedPage) -> None:
    press(desk, "j", "j", "j")
    is_current(desk, 2)
    press(desk, "k")
    is_current(desk, 2, "handle")
    press(desk, "k", "k", "k", "k")
    is_current(desk, 1, "handle")


def test_u_takes_back_what_was_done_last(desk: WatchedPage) -> None:
    press(desk, "1", "1")
    is_current(desk, 1)
    press(desk, "u")
    expect(card(desk, 1, "handle").locator(".chip")).to_have_text("not reviewed")
    assert case_of(1, "handle").state == CaseState.OPEN
    assert Decision.objects.count() == 2


def test_escape_lets_one_choose_the_outcome_anew(desk: WatchedPage) -> None:
    press(desk, "4", "Escape", "1", "1")
    is_current(desk, 1)
    assert case_of(1, "handle").outcome == "keep"


def test_a_rule_that_cannot_bear_the_outcome_is_not_shown(desk: WatchedPage) -> None:
    press(desk, "1")
    rules = desk.locator(".is-current .rule")
    expect(rules.nth(0)).to_be_visible()
    expect(rules.nth(1)).to_be_hidden()
    press(desk, "Escape", "4")
    expect(rules.nth(0)).to_be_hidden()
    expect(rules.nth(2)).to_be_visible()


def test_words_are_chosen_by_selecting_them(desk: WatchedPage) -> None:
    press(desk, "j", "j", "j")
    is_current(desk, 2)
    press(desk, "3")
    words = desk.locator(".is-current .word")
    first, last = words.nth(3).bounding_box(), words.nth(4).bounding_box()
    assert first
    assert last
    desk.mouse.move(first["x"] + 1, first["y"] + first["height"] / 2)
    desk.mouse.down()
    desk.mouse.move(last["x"] + last["width"] - 1, last["y"] + last["height"] / 2, steps=4)
    desk.mouse.up()
    expect(words.locator("input:checked")).to_have_count(2)
    press(desk, "1")
    is_current(desk, 3)
    redacted = case_of(2).decisions.get().redactions.get()
    text = case_of(2).comment.rendition.text
    assert text[redacted.start : redacted.end] == "a walnut"


def test_covered_words_are_not_in_the_accessibility_tree(desk: WatchedPage) -> None:
    tree = desk.locator("body").aria_snapshot()
    assert "Comment 2" in tree
    assert not [word for word in COVERED if word in tree]
    assert not [word for word in COVERED if word in desk.locator("body").inner_text()]


def test_words_are_uncovered_one_by_one(desk: WatchedPage) -> None:
    press(desk, "v")
    tree = desk.locator("body").aria_snapshot()
    assert "Heron" in tree
    assert "harbour" not in tree
    press(desk, "v")
    assert "Heron" not in desk.locator("body").aria_snapshot()


def test_all_words_are_uncovered_and_covered_again(desk: WatchedPage) -> None:
    desk.get_by_role("link", name="Show all words").click()
    tree = desk.locator("body").aria_snapshot()
    assert all(word in tree for word in COVERED)
    desk.get_by_role("link", name="Cover all words").click()
    assert "harbour" not in desk.locator("body").aria_snapshot()


@pytest.mark.parametrize("held", ["Control", "Meta", "Alt"])
def test_no_key_answers_together_with_another(desk: WatchedPage, held: str) -> None:
    press(desk, *(f"{held}+{key}" for key in "v4j"))
    desk.wait_for_timeout(200)
    is_current(desk, 1, "handle")
    assert "Heron" not in desk.locator("body").inner_text()
    expect(desk.locator("[name=outcome]:checked")).to_have_count(0)


def test_no_key_answers_while_somebody_writes(desk: WatchedPage) -> None:
    press(desk, "1")
    desk.locator(".is-current textarea").click()
    press(desk, "1", "v", "u", "?", "j")
    expect(desk.locator(".is-current textarea")).to_have_value("1vu?j")
    assert Decision.objects.count() == 0


def test_the_keys_can_be_switched_off_for_good(desk: WatchedPage) -> None:
    press(desk, "?")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_visible()
    desk.get_by_label("Single keys work").uncheck()
    press(desk, "Escape")
    desk.reload()
    runs(desk)
    press(desk, "v", "1", "1", "?")
    desk.wait_for_timeout(200)
    expect(desk.get_by_role("dialog")).to_be_hidden()
    assert "Heron" not in desk.locator("body").inner_text()
    assert Decision.objects.count() == 0


def test_the_article_is_one_key_away(desk: WatchedPage) -> None:
    press(desk, "a")
    expect(desk.get_by_text("The article.", exact=True)).to_be_visible()
    press(desk, "a")
    expect(desk.get_by_text("The article.", exact=True)).to_be_hidden()


def test_f_flags(desk: WatchedPage) -> None:
    press(desk, "f")
    flag = desk.locator(".is-current details.flag")
    flag.get_by_label("Category").select_option("harassment")
    flag.get_by_role("button").click()
    expect(card(desk, 1, "handle").locator(".flags")).to_contain_text("insult at a person")
    assert Flag.objects.get().case == case_of(1, "handle")


def test_the_late_one_sees_both_decisions(desk: WatchedPage) -> None:
    rule = Rule.objects.get(number="2")
    decide(
        case=case_of(1, "handle"), expected=1, outcome="withhold", rule=rule,
        reason="Said first.", by=factories.moderator("mona"),
    )  # fmt: skip
    desk.locator(".is-current").get_by_text("Keep").click()
    desk.locator(".is-current").get_by_label("Said and kept").check()
    desk.locator(".is-current textarea").fill("Said second.")
    desk.locator(".is-current").get_by_role("button", name="Decide").click()
    alert = desk.get_by_role("alert")
    expect(alert).to_contain_text("Somebody else was faster.")
    expect(alert).to_contain_text("Said first.")
    expect(alert).to_contain_text("Said second.")
    assert "Heron" not in desk.locator("body").inner_text()
    desk.locator(".is-current").get_by_role("button", name="Decide").click()
    is_current(desk, 1)
    assert case_of(1, "handle").outcome == "keep"
    # The browser says that an answer was 409, which is what the late one is told.
    desk.problems[:] = [one for one in desk.problems if not one.startswith("409 ")]


def test_a_refusal_stays_at_the_case_and_says_why(desk: WatchedPage) -> None:
    desk.locator(".is-current").get_by_text("Keep").click()
    desk.locator(".is-current").get_by_label("Said and kept").check()
    desk.locator(".is-current textarea").fill("The heron speaks.")
    desk.locator(".is-current").get_by_role("button", name="Decide").click()
    expect(desk.get_by_role("alert")).to_contain_text("This names the commenter’s handle")
    expect(desk.locator(".is-current textarea")).to_have_value("The heron speaks.")
    desk.problems[:] = [one for one in desk.problems if not one.startswith("422 ")]


def test_without_a_script_a_case_is_decided_and_undone(bare: Page) -> None:
    bare.get_by_label("Keep").check(force=True)
    bare.get_by_label("1 Said and kept").check()
    bare.get_by_role("button", name="Decide").click()
    expect(bare.get_by_text("Handle of comment 1: kept under rule 1.")).to_be_visible()
    card(bare, 1, "handle").get_by_role("button", name="Undo").click()
    expect(bare.get_by_text("Handle of comment 1: last decision undone.")).to_be_visible()
    assert case_of(1, "handle").decisions.count() == 2


def test_without_a_script_words_are_uncovered_and_redacted(bare: Page) -> None:
    card(bare, 2).get_by_role("link", name="Decide").click()
    current = bare.locator(".is-current")
    current.locator(".cover summary").click()
    current.get_by_label("Redact").check(force=True)
    current.get_by_label("walnut", exact=True).check(force=True)
    current.get_by_label("2 Insult at a person").check()
    current.get_by_role("button", name="Decide").click()
    expect(card(bare, 2).locator(".chip")).to_have_text("redacted")
    assert case_of(2).decisions.get().redactions.count() == 1


def test_without_a_script_a_case_is_flagged(bare: Page) -> None:
    flag = card(bare, 2).locator("details.flag")
    flag.get_by_text("Flag", exact=True).click()
    flag.get_by_label("Category").select_option("spam")
    flag.get_by_role("button").click()
    expect(card(bare, 2).locator(".flags")).to_contain_text("spam")


def complaints(page: Page) -> list[str]:
    """What axe finds, as `rule: element`."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("address", ["", "the-ferry/"])
def test_axe_finds_nothing(desk: WatchedPage, live: str, theme: str, address: str) -> None:
    decide(
        case=case_of(1), expected=1, outcome="collapse", rule=Rule.objects.get(number="2"),
        reason="An insult.", by=factories.moderator("mona"), needs_second_opinion=True,
    )  # fmt: skip
    for number, outcome in ((2, "withhold"), (3, "keep")):
        rule = Rule.objects.get(number="1" if outcome == "keep" else "3")
        decide(
            case=case_of(number), expected=1, outcome=outcome, rule=rule, reason="Said.",
            by=factories.moderator("mona"), severity=2,
        )  # fmt: skip
    desk.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
    desk.goto(f"{live}/admin/moderation/{address}")
    if address:
        runs(desk)
        press(desk, "v", "3")
        desk.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    # Colours of the admin's buttons fade in.
    desk.wait_for_timeout(400)
    assert desk.problems == []
    assert not complaints(desk)
    # Axe itself writes a style into the page, which the policy refuses.
    desk.problems.clear()


def test_nothing_is_wider_than_a_phone(desk: WatchedPage, live: str) -> None:
    desk.set_viewport_size(PHONE)
    for address in ("", "the-ferry/?reveal=all"):
        desk.goto(f"{live}/admin/moderation/{address}")
        desk.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        width = desk.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"]


def test_without_a_script_no_keys_are_promised(bare: Page) -> None:
    expect(bare.get_by_role("button", name="Keys")).to_be_hidden()
    expect(bare.locator("kbd").first).to_be_hidden()
