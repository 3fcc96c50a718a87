from annotations.actions.cases import open_cases
from annotations.models import Case, CaseState
from archive.digests import sha256
from archive.models import Event, Rendition
from tests import factories
from tests.annotations.moderation.conftest import COMMENTS


def test_each_comment_has_a_case_and_each_handle_one_on_its_first_comment(
    section: Rendition,
) -> None:
    found = Case.objects.values_list("comment__number", "part")
    assert sorted(found) == [
        *[(1, "body"), (1, "handle"), (2, "body"), (2, "handle"), (3, "body"), (4, "body")],
    ]


def test_cases_start_open_and_undecided(section: Rendition) -> None:
    assert set(Case.objects.values_list("state", "outcome")) == {(CaseState.OPEN, "")}


def test_a_case_is_bound_to_its_words_by_digest(section: Rendition) -> None:
    case = Case.objects.get(comment__number=3, part="body")
    assert case.words_sha256 == sha256(str(COMMENTS[2][1]))


def test_opening_again_opens_nothing_and_tells_nothing(section: Rendition) -> None:
    events = Event.objects.count()
    assert len(open_cases(rendition=section)) == 6
    assert Case.objects.count() == 6
    assert Event.objects.count() == events


def test_opening_is_told_to_the_document_without_its_words(section: Rendition) -> None:
    event = Event.objects.get(event_type="moderation cases opened")
    assert event.subject_uid == section.capture.document.uid
    assert event.detail == {"opened": 6, "inherited": 0}


def test_the_same_words_under_another_parent_are_another_context(rules: object) -> None:
    rendition = factories.rendition(
        comments=[("A", "One thing."), ("B", "Same."), ("B", "Same.", 0)]
    )
    open_cases(rendition=rendition)
    second, third = Case.objects.filter(comment__number__gte=2, part="body")
    assert second.words_sha256 == third.words_sha256
    assert second.context_sha256 != third.context_sha256


def test_a_document_without_comments_has_no_case_and_no_event(db: None) -> None:
    assert open_cases(rendition=factories.rendition()) == []
    assert not Event.objects.filter(event_type="moderation cases opened").exists()
