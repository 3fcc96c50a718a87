"""Entries: what lists and public search read, derived from open editions and from nothing else."""

import random
from typing import Any

import pytest
from django.forms import model_to_dict

from archive.actions.editions import close, freeze
from archive.actions.projections import rebuild
from archive.models import Edition, EditionKind, Entry
from tests import factories
from tests.archive.actions.payloads import PARTS, payload

pytestmark = pytest.mark.django_db


def frozen(kind: str, slug: str, number: int = 1, **own: Any) -> Edition:
    return freeze(payload(kind, slug, number, **own), by=factories.publisher())


def closed(edition: Edition) -> None:
    close(edition, by=factories.publisher(), reason="A correction.")


def entries() -> list[dict[str, Any]]:
    """All entries, but for the keys that a database gives them."""
    rows = Entry.objects.order_by("kind", "slug")
    return [model_to_dict(row, exclude=["id"]) for row in rows]


def columns(kind: str, **own: Any) -> dict[str, Any]:
    frozen(kind, "a-name", **own)
    return model_to_dict(Entry.objects.get())


def test_a_document_is_listed_with_what_its_edition_says() -> None:
    entry = columns("document")
    assert (entry["title"], entry["abstract"]) == ("A-name", "An abstract.")
    assert (entry["source_slug"], entry["source_name"]) == ("a-site", "A-site")
    assert (entry["reliability"], entry["dated"], entry["language"]) == ("C", "2022-09", "en")
    assert (entry["claims"], entry["comments"], entry["comments_withheld"]) == (1, 4, 2)


def test_search_finds_what_is_shown_and_not_what_is_collapsed() -> None:
    text = columns("document")["text"]
    for words in ("The body of the text.", "A statement.", "A remark.", "A shown comment."):
        assert words in text
    assert "collapsed" not in text


def test_a_document_without_source_and_comments_is_not_judged() -> None:
    entry = columns("document", source=None, comments=None)
    assert (entry["reliability"], entry["source_slug"], entry["comments"]) == ("F", "", 0)


def test_a_claim_is_listed_with_what_it_was_judged_to_be_worth() -> None:
    entry = columns("claim")
    assert (entry["credibility"], entry["verdict"]) == (2, "supported")
    assert (entry["claim_kind"], entry["topics"]) == ("fact", ["treaties"])
    assert (entry["dated"], entry["documents"]) == ("1858-05-28", ["a-text", "b-text"])
    assert "Words of a-text." in entry["text"]


def test_a_claim_that_nobody_assessed_has_no_digit() -> None:
    claim = payload("claim", "a-name")["claim"] | {"assessment": None}
    entry = columns("claim", claim=claim)
    assert (entry["credibility"], entry["verdict"]) == (None, "")


def test_a_source_is_listed_with_its_rating() -> None:
    entry = columns("source")
    assert (entry["reliability"], entry["item_type"]) == ("B", "news_site")
    assert "Its grounds." in entry["text"]


def test_the_rules_are_listed_by_number() -> None:
    assert columns("rules")["text"] == "1 A rule\n2 Another"


def test_the_scales_are_listed_by_their_words() -> None:
    assert columns("scales")["text"] == "Two words\ntrue\nfalse"


def test_the_newest_open_edition_counts() -> None:
    first = frozen("document", "a-text")
    second = frozen("document", "a-text", 2, title="Second")
    assert Entry.objects.get().edition == second
    closed(first)
    assert Entry.objects.get().edition == second


def test_where_the_newest_closes_the_one_before_counts_again() -> None:
    first = frozen("document", "a-text")
    closed(frozen("document", "a-text", 2, title="Second"))
    assert Entry.objects.get().edition == first
    closed(first)
    assert not Entry.objects.exists()


def test_an_entry_holds_nothing_of_an_edition_that_is_closed() -> None:
    closed(frozen("document", "a-text", title="Unmistakable", abstract="Unmistakable"))
    frozen("document", "a-text", 2)
    assert "Unmistakable" not in str(list(Entry.objects.values()))


def test_a_renamed_subject_is_listed_once() -> None:
    frozen("document", "a-text")
    frozen("document", "b-text", 2, uid=Edition.objects.get().subject_uid)
    assert [entry["slug"] for entry in entries()] == ["b-text"]


def test_rebuilding_gives_what_came_about_step_by_step() -> None:
    chance = random.Random(2)
    for step in range(40):
        kind = chance.choice(list(PARTS))
        slug = f"{kind}-{chance.randrange(3)}"
        own = Edition.objects.filter(kind=kind, slug=slug)
        if chance.random() < 0.3 and own.open().exists():
            closed(chance.choice(list(own.open())))
        else:
            frozen(kind, slug, own.count() + 1, title=f"Step {step}")
    stepwise = entries()
    assert len(stepwise) > 3
    assert rebuild() == len(stepwise)
    assert entries() == stepwise
    Entry.objects.all().delete()
    rebuild()
    assert entries() == stepwise


def test_rebuilding_an_empty_archive_gives_nothing() -> None:
    assert rebuild() == 0


def test_every_kind_that_is_published_is_projected() -> None:
    planned = {EditionKind.COLLECTION, EditionKind.FRONT, EditionKind.REPORT}
    assert {*EditionKind} - planned == {*map(EditionKind, PARTS)}
    for kind in PARTS:
        frozen(kind, kind)
    assert {entry["kind"] for entry in entries()} == {*PARTS}
