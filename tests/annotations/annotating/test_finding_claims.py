"""Is this claim already here? Ranked, however it is spelt, and cheap however many there are."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from annotations.actions.assess import assess
from annotations.actions.claims import create_claim, delete_claim, edit_claim
from annotations.actions.marking import mark_claim
from annotations.models import Claim
from annotations.workbench.annotate.likeness import like, told
from archive.actions.authorities import Naming, create_authority, merge
from archive.models import Authority, Rendition
from tests import factories
from tests.annotations.annotating.sheet import address, ask, place

pytestmark = pytest.mark.django_db


def make(statement: str, slug: str = "", **values: Any) -> Claim:
    slug = slug or f"c-{Claim.objects.count()}"
    return create_claim(slug=slug, statement=statement, by=factories.editor(), **values)


def aigun() -> Authority:
    names = [Naming("Aihui", "zh-Latn"), Naming("Айгунь", "ru")]
    return create_authority(kind="place", name="Aigun", names=names, by=factories.editor())


@pytest.fixture
def three() -> list[Claim]:
    return [
        make("The Treaty of Aigun was signed on 28 May 1858.", topics=["treaties"]),
        make("The Treaty of Tientsin was signed in June 1858.", topics=["treaties"]),
        make("Café keepers left Ladakh.", "ladakh", topics=["Mountains"]),
    ]


def slugs(words: str) -> list[str]:
    return [claim.slug for claim in like(words)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("treaty of Aigun signed", "c-0"),
        ("AIGUN", "c-0"),
        ("aig", "c-0"),
        ("signed the treaty in Tientsin", "c-1"),
        ("cafe", "ladakh"),
        ("keepers of a café left", "ladakh"),
        ("ladakh", "ladakh"),
        ("28 May 1858", "c-0"),
        ("mountains", "ladakh"),
    ],
)
def test_the_likest_claim_stands_first(three: list[Claim], words: str, first: str) -> None:
    assert slugs(words)[0] == first


@pytest.mark.parametrize("words", ["", "  ", "?!", "zebra", "xaigun", "%", "_", "'; --"])
def test_nothing_is_offered_where_nothing_is_like_it(three: list[Claim], words: str) -> None:
    assert slugs(words) == []


@pytest.mark.parametrize("words", ["Aihui", "the fall of AIHUI", "Айгунь"])
def test_a_claim_is_found_by_any_name_of_what_it_names(three: list[Claim], words: str) -> None:
    edit_claim(
        claim=three[2],
        expected=1,
        by=factories.editor(),
        reason="It does.",
        mentions=[(aigun(), "place")],
    )
    assert slugs(words)[0] == "ladakh"


def test_a_claim_is_found_by_the_names_of_a_record_that_was_merged(three: list[Claim]) -> None:
    old, by = aigun(), factories.editor()
    edit_claim(claim=three[2], expected=1, by=by, reason="x", mentions=[(old, "place")])
    heir = create_authority(kind="place", name="Heihe", by=by)
    merge(authority=old, into=heir, expected=1, by=by)
    assert slugs("Heihe") == slugs("Aihui") == ["ladakh"]


def test_what_a_claim_said_before_does_not_find_it(three: list[Claim]) -> None:
    edit_claim(
        claim=three[2], expected=1, by=factories.editor(), reason="x", statement="Troops left."
    )
    assert slugs("keepers") == []
    assert slugs("troops") == ["ladakh"]


def test_a_deleted_claim_is_not_offered(three: list[Claim]) -> None:
    delete_claim(claim=three[2], expected=1, by=factories.editor(), reason="x")
    assert slugs("keepers") == []


def test_an_offer_says_how_the_claim_stands_and_where_it_is_made(
    editor: Client, rendition: Rendition, three: list[Claim]
) -> None:
    by = factories.editor()
    mark_claim(**place(rendition, "China was"), claim=three[0], stance="asserts", by=by)
    assess(
        claim=three[0],
        verdict="supported",
        credibility=2,
        reasons="It fits.",
        as_of=date(2026, 11, 1),
        by=by,
    )
    first, second = ask(editor, f"{address('find_claims')}?q=treaty+signed").json()["claims"]
    assert (first["standing"], first["made"]) == ("2, supported", "made in Article")
    assert (second["standing"], second["made"]) == ("not judged yet", "made nowhere yet")


def test_finding_asks_as_much_of_many_claims_as_of_few(three: list[Claim]) -> None:
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as found:
            told(like("the treaty was signed at Aigun in May"))
        counts.append(len(found))
        for number in range(30):
            make(f"The treaty number {number} was signed in May at Aigun.")
    assert counts[0] == counts[1] <= 12


def test_who_may_not_see_claims_is_offered_none(client: Client, rendition: Rendition) -> None:
    client.force_login(factories.reader())
    assert ask(client, f"{address('find_claims')}?q=aigun").status_code == 403
