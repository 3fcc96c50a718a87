"""Publishers and platforms: described with a version, rated with grounds, history kept."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from archive.actions.sources import change_source, create_source, rate
from archive.errors import Refused
from archive.models import Conflict, Rating, Slug, Source
from tests import factories
from tests.archive.actions.chains import events, is_whole
from tests.races import Arena

pytestmark = pytest.mark.django_db


def rated(source: Source, value: str = "B", grounds: str = "They correct themselves.") -> Rating:
    return rate(source=source, value=value, grounds=grounds, by=factories.editor())


def test_a_new_source_has_an_address_and_a_chain_and_no_rating() -> None:
    source = create_source(slug="a-site", name="A Site", by=factories.editor(), kind="news_site")
    assert Slug.objects.get().natural_key() == ("source", "a-site")
    assert [event.event_type for event in events(source)] == ["accession"]
    assert is_whole(source)
    assert not Rating.objects.exists()


def test_an_address_that_was_given_is_refused() -> None:
    factories.source("a-site")
    with pytest.raises(Refused, match="never given twice"):
        factories.source("a-site")
    assert Source.objects.count() == 1


def test_a_document_and_a_source_may_have_the_same_address() -> None:
    factories.source("a-site")
    assert factories.document(slug="a-site").slug == "a-site"


def test_a_rating_is_kept_with_who_when_and_why() -> None:
    source, at = factories.source(), datetime(2026, 1, 2, tzinfo=UTC)
    rating = rate(
        source=source,
        value="C",
        grounds="Mixed.",
        topic="treaties",
        review_by=date(2027, 1, 1),
        by=factories.editor(),
        at=at,
    )
    rating.refresh_from_db()
    assert (rating.value, rating.grounds, rating.topic) == ("C", "Mixed.", "treaties")
    assert (rating.rated_by, rating.rated_at) == (factories.editor(), at)
    assert (rating.review_by, rating.supersedes) == (date(2027, 1, 1), None)


def test_a_new_rating_supersedes_the_last_and_all_are_kept() -> None:
    source = factories.source()
    first, second, third = (rated(source, value) for value in "CBA")
    assert (second.supersedes, third.supersedes) == (first, second)
    assert list(Rating.objects.current()) == [third]
    assert Rating.objects.count() == 3
    last = events(source)[-1]
    assert last.event_type == "rating"
    assert last.detail == {"rating": third.uid, "value": "A", "superseded": second.uid}
    assert is_whole(source)


def test_each_source_has_ratings_of_its_own() -> None:
    one, other = factories.source(), factories.source()
    assert rated(one).supersedes is rated(other).supersedes is None
    assert Rating.objects.current().count() == 2


@pytest.mark.parametrize("value", ["", "G", "a", "1", "AB", "not judged"])
def test_what_is_no_reliability_is_refused(value: str) -> None:
    source = factories.source()
    with pytest.raises(Refused, match="A to F"):
        rated(source, value)
    assert len(events(source)) == 1


@pytest.mark.parametrize("grounds", ["", " ", "\n\t"])
def test_a_rating_without_grounds_is_refused(grounds: str) -> None:
    source = factories.source()
    with pytest.raises(Refused, match="grounds"):
        rated(source, grounds=grounds)
    assert not Rating.objects.exists()


def test_of_two_ratings_at_once_none_is_lost_from_sight(arena: Callable[[], Arena]) -> None:
    source = factories.source()
    factories.editor()
    meeting = arena()
    results = meeting.at_once(lambda: rated(source, "A"), lambda: rated(source, "E"))
    kept = [result for result in results if isinstance(result, Rating)]
    assert all(isinstance(result, Rating | Conflict) for result in results)
    assert meeting.ask(Rating.objects.count) == len(kept) >= 1
    assert meeting.ask(Rating.objects.current().count) == 1
    assert meeting.ask(lambda: is_whole(Source.objects.get(pk=source.pk)))


def test_a_description_is_changed_once_and_the_second_is_shown_the_first() -> None:
    source = factories.source()
    stale = Source.objects.get(pk=source.pk)
    version, editor = source.version, factories.editor()
    change_source(
        source=source, expected=version, by=editor, name="First", url="https://a.example/"
    )
    with pytest.raises(Conflict, match="somebody else") as conflict:
        change_source(source=stale, expected=version, by=editor, name="Second")
    assert isinstance(conflict.value.current, Source)
    assert conflict.value.current.name == "First"
    source.refresh_from_db()
    assert (source.name, source.version) == ("First", version + 1)
    assert [event.event_type for event in events(source)] == ["accession", "metadata modification"]
    assert events(source)[-1].detail == {"fields": ["name", "url"]}
    assert is_whole(source)
