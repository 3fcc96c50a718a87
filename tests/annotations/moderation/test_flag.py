import pytest

from annotations.actions.cases import flag
from annotations.models import Case, Flag
from archive.errors import Refused
from archive.models import Event
from tests import factories


def test_an_editor_asks_for_attention(body: Case) -> None:
    flag(case=body, category="harassment", reason="Aims at a person.", by=factories.editor())
    assert Flag.objects.get().case == body


def test_a_flag_is_told_by_category_and_number(body: Case) -> None:
    flag(case=body, category="harassment", reason="Aims at a person.", by=factories.editor())
    event = Event.objects.get(event_type="flag")
    assert event.detail == {"part": "body", "comment": 2, "category": "harassment"}


def test_the_same_person_cannot_flag_twice(body: Case) -> None:
    flag(case=body, category="harassment", reason="", by=factories.editor())
    with pytest.raises(Refused, match="flagged this already"):
        flag(case=body, category="spam", reason="", by=factories.editor())


def test_a_category_of_ones_own_is_refused(body: Case) -> None:
    with pytest.raises(Refused, match="one of the categories"):
        flag(case=body, category="rude", reason="", by=factories.editor())


def test_a_note_that_quotes_the_comment_is_refused_without_repeating_it(body: Case) -> None:
    with pytest.raises(Refused) as refusal:
        flag(
            case=body, category="harassment", reason="“walnuts NEVER learn”: My neighbour is a.",
            by=factories.editor(),
        )  # fmt: skip
    assert "walnut" not in str(refusal.value).lower()


def test_a_note_that_names_the_handle_is_refused_without_repeating_it(body: Case) -> None:
    with pytest.raises(Refused, match="handle") as refusal:
        flag(case=body, category="harassment", reason="otter again", by=factories.editor())
    assert "otter" not in str(refusal.value).lower()


@pytest.mark.parametrize("who", [factories.reader, factories.publisher])
def test_whoever_may_not_flag_is_told_so(body: Case, who: object) -> None:
    assert callable(who)
    with pytest.raises(Refused, match="Only editors and moderators"):
        flag(case=body, category="harassment", reason="", by=who())
