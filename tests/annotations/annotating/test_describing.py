"""What a claim names and when it was: chosen by any name, proposed, confirmed by a person."""

from typing import Any

import pytest
from django.test import Client

from annotations.actions.claims import create_claim
from annotations.models import Claim, Revision
from archive.actions.authorities import Naming, create_authority
from archive.models import Authority, Rendition
from tests import factories
from tests.annotations.annotating.sheet import address, ask, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def records() -> dict[str, Authority]:
    by = factories.editor()

    def made(kind: str, name: str, *names: str, dates: str = "") -> Authority:
        others = [Naming(each) for each in names]
        return create_authority(kind=kind, name=name, names=others, dates=dates, by=by)

    return {
        "place": made("place", "Aigun", "Aihui"),
        "treaty": made("treaty", "Treaty of Aigun", "Aigun", dates="1858-05-28"),
        "person": made("person", "Nikolay Muravyov", "Muraviev"),
        "ivan": made("person", "Ivan Petrov", "Petrov", dates="1800/1860"),
        "pyotr": made("person", "Pyotr Petrov", "Petrov", dates="1900/1960"),
    }


NEW = {"stance": "asserts", "kind": "fact", "statement": "Aigun was ceded.", "slug": "ceded"}


def new(client: Client, rendition: Rendition, **values: str) -> Any:
    return ask(client, address("mark", "claim"), words(rendition, "China") | NEW | values)


def named(slug: str = "ceded") -> list[tuple[str, str]]:
    rows = Claim.objects.get(slug=slug).mentions.order_by("role", "authority__name")
    return list(rows.values_list("role", "authority__name"))


def test_records_are_chosen_by_any_of_their_names(
    editor: Client, rendition: Rendition, records: dict[str, Authority]
) -> None:
    answer = new(
        editor, rendition, speaker="MURAVIEV", place="Aihui", treaties="aigun", about="Muraviev;"
    )
    assert answer.status_code == 200
    assert named() == [
        ("about", "Nikolay Muravyov"),
        ("place", "Aigun"),
        ("speaker", "Nikolay Muravyov"),
        ("treaty", "Treaty of Aigun"),
    ]
    assert Claim.objects.get(slug="ceded").speaker == "MURAVIEV"


def test_free_words_for_the_speaker_name_no_record(
    editor: Client, rendition: Rendition, records: dict[str, Authority]
) -> None:
    new(editor, rendition, speaker="the article", place="a tent")
    claim = Claim.objects.get()
    assert (claim.speaker, claim.place, named()) == ("the article", "a tent", [])


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"about": "Nobody"}, "No authority record has the name “Nobody”"),
        ({"treaties": "Nikolay Muravyov"}, "No authority record has the name"),
        ({"about": "Petrov"}, "Ivan Petrov (1800/1860); Pyotr Petrov (1900/1960)"),
        ({"when_edtf": "28 May 1858"}, "“28 May 1858” is no EDTF date"),
        ({"when_edtf": "1858-02-30"}, "February 1858 has 28 days"),
        ({"when_edtf": "1860/1858"}, "ends before it begins"),
    ],
)
def test_what_is_not_understood_is_refused_at_its_field(
    editor: Client,
    rendition: Rendition,
    records: dict[str, Authority],
    values: dict[str, str],
    why: str,
) -> None:
    answer = new(editor, rendition, **values)
    assert answer.status_code == 400
    html = answer.json()["html"]
    field = html.split(f"field-{next(iter(values))}", 1)[1].split("</div>", 1)[0]
    assert why in field
    assert not Claim.objects.exists()


def test_a_name_of_several_is_told_apart_by_its_dates(
    editor: Client, rendition: Rendition, records: dict[str, Authority]
) -> None:
    new(editor, rendition, about="Petrov (1900/1960)")
    assert named() == [("about", "Pyotr Petrov")]


def test_a_change_of_names_is_a_version_and_what_was_not_touched_stays(
    editor: Client, rendition: Rendition, records: dict[str, Authority]
) -> None:
    create_claim(
        slug="ceded",
        statement="S.",
        by=factories.editor(),
        speaker="the general",
        mentions=[(records["person"], "speaker"), (records["place"], "place")],
    )
    sent = {
        **{"version": 1, "reason": "Known.", "statement": "S.", "kind": "fact"},
        **{"speaker": "the general", "treaties": "Treaty of Aigun (1858-05-28)"},
    }
    assert ask(editor, address("edit_claim", "ceded"), sent).status_code == 200
    assert named() == [
        ("place", "Aigun"),
        ("speaker", "Nikolay Muravyov"),
        ("treaty", "Treaty of Aigun"),
    ]
    kept = Revision.objects.get(subject_kind="claim").fields["mentions"]
    assert [role for role, _ in kept] == ["place", "speaker"]


def test_records_are_proposed_by_what_is_typed_and_by_their_role(
    editor: Client, rendition: Rendition, records: dict[str, Authority]
) -> None:
    def proposed(**query: str) -> list[str]:
        answer = editor.get(address("names"), query).json()
        return [each["value"] for each in answer["names"]]

    assert proposed(q="aih", role="place") == ["Aigun"]
    assert proposed(q="aigun", role="treaty") == ["Treaty of Aigun (1858-05-28)"]
    assert proposed(q="", role="place") == []
    assert proposed(q="aigun", role="nonsense") == []


def test_topics_in_use_are_proposed_and_spelt_alike(editor: Client, rendition: Rendition) -> None:
    for slug in ("one", "two"):
        create_claim(
            slug=slug, statement="S.", by=factories.editor(), topics=["Border", "Amur  river"]
        )
    answer = editor.get(address("topics"), {"q": "bord"}).json()
    assert answer == {"topics": [{"value": "Border", "shown": "Border (2 claims)"}]}
    new(editor, rendition, topics="border, BORDER, amur river, new")
    assert Claim.objects.get(slug="ceded").topics == ["Border", "Amur river", "new"]


@pytest.mark.parametrize(
    ("query", "proposed"),
    [
        ({"q": "16 May 1858 O.S."}, [("1858-05-28", "julian")]),
        ({"q": "16 May 1858", "calendar": "julian"}, [("1858-05-28", "julian")]),
        ({"q": "Xianfeng 8, 4th month, 16th day"}, [("1858-05-28", "chinese")]),
        ({"q": "about 1858", "calendar": "nonsense"}, [("1858~", "")]),
        ({"q": "long ago"}, []),
        ({}, []),
    ],
)
def test_a_written_date_is_converted_for_a_person_to_confirm(
    editor: Client, rendition: Rendition, query: dict[str, str], proposed: list[tuple[str, str]]
) -> None:
    answer = editor.get(address("dates"), query).json()
    assert [(each["edtf"], each["calendar"]) for each in answer["dates"]] == proposed
    assert bool(answer["said"]) == (not proposed and bool(query))


def test_a_written_date_is_kept_as_it_is_and_converts_nothing_by_itself(
    editor: Client, rendition: Rendition
) -> None:
    new(editor, rendition, when_written="16 May 1858 (O.S.)")
    claim = Claim.objects.get()
    assert (claim.when_written, claim.when_edtf) == ("16 May 1858 (O.S.)", "")


def test_calling_a_claim_an_opinion_leads_to_the_one_judgement_that_it_can_have(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    sent = {"version": 1, "reason": "It is one.", "statement": "S.", "kind": "opinion"}
    then = ask(editor, address("edit_claim", claim.slug), sent).json()["then"]
    assert then == address("judge", claim.slug)
    html = ask(editor, then).json()["html"]
    assert '<option value="not_checkable" selected>' in html
    assert "It is a statement of opinion, not of a fact." in html


def test_who_may_only_look_is_proposed_what_there_is_but_changes_nothing(
    client: Client, rendition: Rendition, claim: Claim
) -> None:
    client.force_login(factories.moderator())
    assert client.get(address("dates"), {"q": "1858"}).status_code == 200
    for name in ("edit_claim", "merge_claim", "split_claim", "unmerge_claim", "hand"):
        assert client.get(address(name, claim.slug)).status_code == 403
