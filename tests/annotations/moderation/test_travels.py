"""What a decision hides leaves the open editions with it; what it shows again waits."""

from typing import Any

import pytest

from annotations.actions.decide import undo
from annotations.actions.publish import publish
from annotations.models import Case
from archive.models import Edition, Rendition, Withdrawal
from tests import factories
from tests.annotations.moderation.conftest import Judge, case_of


@pytest.fixture
def published(section: Rendition, judge: Judge) -> Rendition:
    """All is kept, and edition 1 shows it."""
    for case in Case.objects.all():
        judge(case, "keep")
    publish(
        documents=[section.capture.document],
        by=factories.publisher(),
        reason="Published.",
        accept_warnings=True,
    )
    return section


def shown() -> Any:
    """The status of each comment in the newest open edition, and its number."""
    edition = Edition.objects.open().filter(kind="document").order_by("-number")[0]
    return edition.number, [item["status"] for item in edition.content["comments"]["items"]]


def test_withholding_replaces_the_edition_at_once(published: Rendition, judge: Judge) -> None:
    judge(case_of(published, 3), "withhold")
    assert shown() == (2, ["shown", "shown", "withheld", "shown"])
    assert Withdrawal.objects.get().edition.number == 1


def test_asking_for_a_second_opinion_hides_until_it_is_given(
    published: Rendition, judge: Judge
) -> None:
    judge(case_of(published, 3), "keep", needs_second_opinion=True)
    assert shown() == (2, ["shown", "shown", "withheld", "shown"])


def test_undoing_a_keep_travels_at_once(published: Rendition) -> None:
    case = case_of(published, 3)
    undo(case=case, expected=case.version, by=factories.moderator(), reason="Too fast.")
    assert shown() == (2, ["shown", "shown", "unreviewed", "shown"])


def test_undoing_a_withhold_changes_nothing_public(published: Rendition, judge: Judge) -> None:
    case = case_of(published, 3)
    judge(case, "withhold")
    undo(case=case, expected=case.version, by=factories.moderator(), reason="Too fast.")
    assert shown() == (2, ["shown", "shown", "withheld", "shown"])


def test_a_handle_leaves_all_its_comments(published: Rendition, judge: Judge) -> None:
    judge(case_of(published, 1, "handle"), "redact")
    edition = Edition.objects.open().filter(kind="document").order_by("-number")[0]
    authors = [item["author"] for item in edition.content["comments"]["items"]]
    assert authors == [None, "Otter", None, ""]
