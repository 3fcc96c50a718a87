"""Naming, dating and merging a claim by keyboard: nothing is taken that nobody chose."""

import pytest
from playwright.sync_api import expect

from annotations.actions.marking import mark_claim
from annotations.models import Claim
from archive.actions.authorities import Naming, create_authority
from archive.models import Rendition
from tests import factories
from tests.browser.annotating.hand import complaints, send
from tests.browser.conftest import WatchedPage


@pytest.fixture
def sheet(desk: WatchedPage, rendition: Rendition) -> WatchedPage:
    """The sheet of a claim, one of two that are alike; one of them names a place."""
    by = factories.editor()
    place = create_authority(kind="place", name="Aigun", names=[Naming("Aihui")], by=by)
    for slug, words, named in (("forced", "China was forced", []), ("signed", "to sign", [place])):
        start = rendition.text.index(words)
        mark_claim(
            rendition=rendition,
            start=start,
            end=start + len(words),
            stance="asserts",
            slug=slug,
            statement=f"It was {slug}.",
            mentions=[(each, "place") for each in named],
            by=by,
        )
    desk.reload()
    desk.get_by_role("link", name="It was forced.").click()
    return desk


def test_a_record_is_chosen_by_another_of_its_names_and_a_date_by_its_proposal(
    sheet: WatchedPage,
) -> None:
    sheet.get_by_role("link", name="Change the claim").click()
    sheet.locator("#panel summary").click()
    place = sheet.get_by_label("Place", exact=True)
    place.focus()
    place.press_sequentially("aih")
    expect(sheet.locator(".suggestions [role=option]")).to_contain_text("Aigun, place: Aihui")
    expect(place).to_have_attribute("aria-expanded", "true")
    place.press("ArrowDown")
    place.press("Enter")
    expect(place).to_have_value("Aigun")
    written = sheet.get_by_label("Date as written")
    written.focus()
    written.press_sequentially("16 May 1858 O.S.")
    expect(sheet.locator("#said")).to_have_text("1 date proposed.")
    expect(sheet.get_by_label("Date, converted")).to_have_value("")
    written.press("Tab")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_label("Date, converted")).to_have_value("1858-05-28")
    expect(sheet.get_by_label("Date, converted")).to_be_focused()
    expect(sheet.get_by_label("Calendar")).to_have_value("julian")
    sheet.get_by_label("Why this change").fill("Known.")
    assert complaints(sheet) == []
    send(sheet)
    expect(sheet.locator(".claim-sheet")).to_contain_text("28 May 1858 (16 May, Old Style)")
    claim = Claim.objects.get(slug="forced")
    assert claim.mentions.get().authority.name == "Aigun"
    assert claim.when_written == "16 May 1858 O.S."


def test_a_claim_is_merged_into_one_that_is_found_by_a_name(sheet: WatchedPage) -> None:
    sheet.get_by_role("link", name="Merge").click()
    into = sheet.get_by_label("The claim that takes over")
    into.press_sequentially("aihui")
    expect(sheet.locator(".suggestions [role=option]")).to_contain_text(
        "It was signed. · not judged yet · made in"
    )
    into.press("ArrowDown")
    into.press("Enter")
    sheet.get_by_label("Why this change").fill("The same.")
    send(sheet)
    expect(sheet.locator(".claim-sheet")).to_contain_text("It was signed.")
    expect(sheet.locator(".claim-sheet")).to_contain_text("Took over")
    assert Claim.objects.get(slug="forced").state == "merged"
    assert complaints(sheet) == []
