import pytest
from django.test import Client

from annotations.actions.cases import flag, open_cases
from annotations.models import Case
from annotations.moderation import queue
from archive.models import Rendition
from tests import factories
from tests.annotations.moderation.conftest import COMMENTS, Judge, case_of
from tests.annotations.moderation.test_inheritance import recapture


@pytest.fixture
def moderator(client: Client, db: None) -> Client:
    client.force_login(factories.moderator())
    return client


def listed(client: Client, **query: str) -> list[str]:
    """The names of the listed cases."""
    answer = client.get("/admin/moderation/", query)
    return [card.name for card in answer.context["cards"]]


def test_the_cases_stand_in_their_order_handles_first(
    moderator: Client, section: Rendition
) -> None:
    assert listed(moderator) == [
        "Handle of comment 1",
        "Comment 1",
        "Handle of comment 2",
        "Comment 2",
        "Comment 3",
        "Comment 4",
    ]


FILTERS = {
    "document": ({"document": "the-ferry"}, 6),
    "another document": ({"document": "other"}, 1),
    "open": ({"state": "open"}, 5),
    "decided": ({"state": "decided"}, 1),
    "waiting": ({"state": "second_opinion"}, 1),
    "kept": ({"outcome": "keep"}, 1),
    "withheld": ({"outcome": "withhold"}, 1),
    "handles": ({"part": "handle"}, 2),
    "comments": ({"part": "body"}, 5),
    "flagged": ({"flagged": "yes"}, 1),
    "not flagged": ({"flagged": "no"}, 6),
    "mine": ({"mine": "yes"}, 1),
    "not mine": ({"mine": "no"}, 6),
    "two at once": ({"state": "decided", "part": "handle"}, 0),
}


@pytest.mark.parametrize("what", FILTERS)
def test_the_list_can_be_narrowed(
    moderator: Client, section: Rendition, judge: Judge, what: str
) -> None:
    other = factories.rendition("Other.", [("", "One more.")], slug="other")
    open_cases(rendition=other)
    judge(case_of(section, 1), "keep")
    judge(
        case_of(section, 2), "withhold", needs_second_opinion=True, by=factories.moderator("mona")
    )
    flag(case=case_of(section, 3), category="spam", reason="", by=factories.editor())
    query, count = FILTERS[what]
    answer = moderator.get("/admin/moderation/", query)
    assert len(answer.context["cards"]) == count
    assert f"{count} case" in answer.content.decode()


def test_an_unknown_value_is_said_and_narrows_nothing(
    moderator: Client, section: Rendition
) -> None:
    assert len(listed(moderator, state="nonsense")) == 6


def test_where_nothing_matches_the_page_says_so(moderator: Client, section: Rendition) -> None:
    page = moderator.get("/admin/moderation/", {"state": "decided"}).content.decode()
    assert "No case is like that." in page


def test_an_archive_without_comments_says_so(moderator: Client) -> None:
    factories.rendition()
    page = moderator.get("/admin/moderation/").content.decode()
    assert "No document of the archive has a comment section yet." in page


def test_the_queue_holds_no_words_and_no_handles(moderator: Client, section: Rendition) -> None:
    page = moderator.get("/admin/moderation/").content.decode()
    assert not [word for word in ("Heron", "Otter", "walnut", "harbour") if word in page]


def test_progress_counts_what_is_decided_waiting_and_flagged(
    section: Rendition, judge: Judge
) -> None:
    judge(case_of(section, 1), "keep")
    judge(case_of(section, 2), "keep", needs_second_opinion=True)
    for who in (factories.editor(), factories.moderator()):
        flag(case=case_of(section, 3), category="spam", reason="", by=who)
    expected = {"total": 6, "decided": 1, "waiting": 1, "flagged": 1}
    assert queue.progress(section.capture.document) == expected


def test_an_earlier_text_waits_no_more(section: Rendition) -> None:
    second = recapture(section, COMMENTS[:1])
    assert {case.comment.rendition_id for case in queue.current()} == {second.pk}


def test_after_a_case_comes_the_next_open_one_then_the_first(
    section: Rendition, judge: Judge
) -> None:
    judge(case_of(section, 3), "keep")
    assert queue.next_open(case_of(section, 2)) == case_of(section, 4)
    assert queue.next_open(case_of(section, 4)) == case_of(section, 1, "handle")


def test_after_the_last_open_case_comes_none(section: Rendition, judge: Judge) -> None:
    for case in Case.objects.exclude(comment__number=4):
        judge(case, "keep")
    assert queue.next_open(case_of(section, 4)) is None


def test_a_long_queue_is_paged(moderator: Client, rules: object) -> None:
    made = factories.rendition(comments=[("", f"Comment number {n}.") for n in range(60)])
    open_cases(rendition=made)
    assert len(listed(moderator)) == 50
    assert len(listed(moderator, page="2")) == 10
