"""What a moderator writes stays in the record: it never repeats the words that are judged."""

import pytest

from annotations.models import Case
from archive.errors import Refused
from archive.models import Rendition
from tests.annotations.moderation.conftest import Judge, case_of, place_of

QUOTING = [
    "They say walnuts never learn, and more: a walnut, and walnuts never learn.",
    "A WALNUT -- and walnuts; never!",
    "is a walnut and",
]


@pytest.mark.parametrize("said", QUOTING)
@pytest.mark.parametrize("field", ["reason", "public_note"])
@pytest.mark.parametrize("outcome", ["keep", "collapse", "withhold"])
def test_four_words_in_a_row_are_refused(
    body: Case, judge: Judge, outcome: str, field: str, said: str
) -> None:
    with pytest.raises(Refused, match="repeats the words") as refusal:
        judge(body, outcome, **{field: said})
    assert "walnut" not in str(refusal.value).lower()


@pytest.mark.parametrize("field", ["reason", "public_note"])
def test_a_redacted_word_is_not_named(body: Case, judge: Judge, field: str) -> None:
    with pytest.raises(Refused, match="repeats the words"):
        judge(
            body, "redact", redactions=[place_of(body, "walnut")], **{field: "Calls him “Walnut”."}
        )


def test_a_word_that_stays_may_be_named(body: Case, judge: Judge) -> None:
    judge(body, "redact", redactions=[place_of(body, "walnut")], reason="Insults the neighbour.")
    assert body.outcome == "redact"


@pytest.mark.parametrize("field", ["reason", "public_note"])
@pytest.mark.parametrize("outcome", ["keep", "redact", "withhold"])
def test_a_handle_is_never_named_where_it_is_judged(
    handle: Case, judge: Judge, outcome: str, field: str
) -> None:
    with pytest.raises(Refused, match="names the commenter") as refusal:
        judge(handle, outcome, **{field: "“OTTER” insults."})
    assert "otter" not in str(refusal.value).lower()


def test_a_handle_that_nobody_judged_is_not_named_with_its_comment(
    body: Case, judge: Judge
) -> None:
    with pytest.raises(Refused, match="names the commenter"):
        judge(body, "withhold", reason="Otter insults a neighbour.")


def test_a_handle_that_was_kept_may_be_named_with_every_comment_of_it(
    section: Rendition, judge: Judge
) -> None:
    judge(case_of(section, 1, "handle"), "keep")
    judge(case_of(section, 3), "keep", reason="Heron says what he thinks.")
    assert case_of(section, 3).outcome == "keep"


def test_a_handle_inside_a_longer_word_is_no_name(body: Case, judge: Judge) -> None:
    judge(body, "withhold", reason="It insults ottermen.")
    assert body.outcome == "withhold"


def test_a_comment_without_handle_names_nobody(section: Rendition, judge: Judge) -> None:
    judge(case_of(section, 4), "keep", reason="Harmless.")
    assert case_of(section, 4).outcome == "keep"
