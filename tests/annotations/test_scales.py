"""Scales of verdicts: data with definitions, in versions that never change."""

from datetime import date
from typing import Any

import pytest

from annotations.actions.assess import assess
from annotations.actions.publish import Blocked, publish_scales
from annotations.actions.scales import Word, make_scale
from annotations.models import Assessment, VerdictScale, VerdictValue
from archive.errors import Refused
from archive.models import Edition, Event, FrozenError
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

TRUE = Word("true", "true", "It holds.", "supported", 2)
FALSE = Word("false", "false", "It does not hold.", "refuted", 1)


def scale(*words: Word, **values: Any) -> VerdictScale:
    given = {"slug": "two", "name": "Two words", "definition": "For plain claims."} | values
    return make_scale(words=words or (TRUE, FALSE), by=factories.publisher(), **given)


def value(slug: str = "true") -> VerdictValue:
    return VerdictValue.objects.filter(slug=slug).latest("scale__version")


def judged(**values: Any) -> Assessment:
    given: dict[str, Any] = {"credibility": 2, "reasons": "So.", "as_of": date(2026, 1, 1)}
    return assess(claim=scenes.claim("a-claim"), by=factories.editor(), **given | values)


@pytest.mark.parametrize(
    ("words", "values", "why"),
    [
        ((TRUE,), {}, "at least two words"),
        ((TRUE, TRUE), {}, "Word 2: “true” is on this scale already"),
        ((TRUE, FALSE._replace(maps_to="void")), {}, "Word 2, comes to: .*not a valid choice"),
        ((TRUE, FALSE._replace(definition="")), {}, "Word 2, definition: .*blank"),
        ((TRUE, FALSE._replace(label="")), {}, "Word 2, label: .*blank"),
        ((TRUE, FALSE._replace(slug="not a slug")), {}, "Word 2, slug"),
        ((TRUE, FALSE._replace(rating=-1)), {}, "Word 2, rating"),
        ((), {"name": " "}, "name: .*blank"),
        ((), {"definition": ""}, "definition: .*blank"),
        ((), {"slug": "two words"}, "slug"),
    ],
)
def test_a_scale_is_refused_in_a_clear_sentence(
    words: tuple[Word, ...], values: dict[str, Any], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        scale(*words, **values)
    assert not VerdictScale.objects.exists()


def test_a_scale_never_changes_but_has_versions() -> None:
    first, second = scale(), scale(TRUE, FALSE._replace(definition="It is wrong."))
    assert (first.version, second.version) == (1, 2)
    assert [*VerdictScale.objects.in_force()] == [second]
    assert {row.scale for row in VerdictValue.objects.in_force()} == {second}
    first.name = "Other"
    with pytest.raises(FrozenError):
        first.save()


def test_a_word_of_a_scale_says_the_verdict() -> None:
    scale()
    row = judged(value=value())
    assert (row.verdict, row.value) == ("supported", value())
    event = Event.objects.get(event_type="assessment")
    assert event.detail["value"] == "two/1/true"


def test_a_word_that_says_another_verdict_is_refused() -> None:
    scale()
    with pytest.raises(Refused, match="“false” of the scale “Two words” comes to “refuted”"):
        judged(value=value("false"), verdict="supported")


def test_a_word_of_an_older_version_is_refused_and_stays_where_it_was_used() -> None:
    scale()
    old = value()
    row = judged(value=old)
    scale()
    with pytest.raises(Refused, match="has a newer version"):
        assess(
            claim=row.claim,
            value=old,
            credibility=2,
            reasons="So.",
            as_of=date(2026, 1, 1),
            by=factories.editor(),
        )
    row.refresh_from_db()
    assert row.value == old


@pytest.mark.parametrize("credibility", [None, 2])
def test_a_word_that_says_not_checkable_takes_no_digit(credibility: int | None) -> None:
    scale(TRUE, Word("opinion", "an opinion", "Nobody can check it.", "not_checkable"))
    if credibility:
        with pytest.raises(Refused, match="leave the credibility empty"):
            judged(value=value("opinion"), credibility=credibility)
    else:
        assert judged(value=value("opinion"), credibility=None).verdict == "not_checkable"


def test_the_scales_in_force_are_published_with_their_definitions() -> None:
    with pytest.raises(Blocked, match="no verdict scale"):
        publish_scales(by=factories.publisher(), reason="First.")
    scale()
    edition = publish_scales(by=factories.publisher(), reason="First.")
    assert edition
    (part,) = edition.content["scales"]
    assert [(row["label"], row["rating"], row["maps_to"]) for row in part["values"]] == [
        ("true", 2, "supported"),
        ("false", 1, "refuted"),
    ]
    assert publish_scales(by=factories.publisher(), reason="Again.") is None
    scale(TRUE, FALSE, name="Two words, anew")
    publish_scales(by=factories.publisher(), reason="Another wording.")
    assert Edition.objects.get(kind="scales", number=2).change == "update"
