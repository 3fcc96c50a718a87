"""Authority records: all names in one act, nothing overwritten unseen, two merged into one."""

from typing import Any

import pytest

from archive.actions.authorities import Naming, change_authority, create_authority, merge
from archive.actions.documents import describe
from archive.errors import Refused
from archive.models import AccessPoint, Authority, Conflict, Document
from archive.searching import authorities, port
from tests import factories
from tests.archive.actions.chains import events, is_whole

pytestmark = pytest.mark.django_db

AIHUI = Naming("Aihui", "zh-Latn", "transliteration")


def place(name: str = "Aigun", *names: Naming, **values: Any) -> Authority:
    return create_authority(kind="place", name=name, names=names, by=factories.editor(), **values)


def under(authority: Authority, role: str = "subject") -> Document:
    document = factories.document(f"Words {Document.objects.count()}.")
    describe(document=document, expected=1, by=factories.editor(), authorities={role: [authority]})
    return document


def spelt(authority: Authority) -> list[str]:
    return sorted(authority.names.values_list("text", flat=True))


@pytest.mark.parametrize(
    "query",
    [
        "aigun",
        "AIHUI",
        "Aihu",
        "愛琿",
        "aigùn",
        "sakhalian ula",
        "ula sakhalian",
        "Q397",
        '"aihui"',
    ],
)
def test_a_record_is_found_by_any_of_its_names(query: str) -> None:
    found = place(
        "Aigun",
        AIHUI,
        Naming("愛琿", "zh"),
        Naming("Sakhalian Ula hoton"),
        identifiers=["https://www.wikidata.org/entity/Q397"],
    )
    place("Nerchinsk", Naming("Nipchu"))
    assert [*authorities.match(Authority.objects.all(), query)] == [found]


@pytest.mark.parametrize("query", ["aigun nipchu", "absent", "\x00", "%", "_", "'"])
def test_a_record_is_not_found_by_what_is_no_name_of_it(query: str) -> None:
    place("Aigun", Naming("Nipchu"))
    assert [*authorities.match(Authority.objects.all(), query)] == []


def test_of_many_names_those_are_known_that_records_have() -> None:
    first, second = place("Aigun", AIHUI), place("Aihui")
    found = authorities.known(["aihui", "AIGUN", "Peking", ""])
    assert {name: {*rows} for name, rows in found.items()} == {
        "aihui": {first, second},
        "AIGUN": {first},
    }


def test_all_names_are_changed_in_one_act_and_one_that_stays_keeps_its_row() -> None:
    changed = place("Aigun", AIHUI, Naming("Aygun"))
    kept = changed.names.get(text="Aihui")
    change_authority(
        authority=changed,
        expected=1,
        by=factories.editor(),
        name="Aigun (fort)",
        names=[AIHUI._replace(kind="former"), Naming("Heihe", "", "former")],
    )
    assert (changed.version, changed.key) == (2, "aigun (fort)")
    assert spelt(changed) == ["Aihui", "Heihe"]
    assert changed.names.get(text="Aihui").pk == kept.pk
    assert changed.names.get(text="Aihui").kind == "former"
    assert events(changed)[-1].detail == {"fields": ["name", "names"]}
    assert is_whole(changed)


def test_the_second_of_two_editors_changes_nothing() -> None:
    changed = place("Aigun", AIHUI)
    change_authority(authority=changed, expected=1, by=factories.editor(), name="First")
    with pytest.raises(Conflict):
        change_authority(
            authority=changed, expected=1, by=factories.editor(), name="Second", names=[]
        )
    assert (Authority.objects.get().name, spelt(changed)) == ("First", ["Aihui"])


BAD: list[dict[str, Any]] = [
    {"name": " "},
    {"name": "x" * 201},
    {"kind": "animal"},
    {"language": "english"},
    {"dates": "18th century"},
    {"identifiers": ["Q42"]},
    {"names": [Naming("x" * 201)]},
    {"names": [Naming("")]},
    {"names": [Naming("Aihui", "Chinese")]},
    {"names": [Naming("Aihui", "", "nickname")]},
]


@pytest.mark.parametrize("values", BAD, ids=str)
def test_what_no_record_says_is_refused_and_nothing_is_written(values: dict[str, Any]) -> None:
    good = place("Aigun", AIHUI)
    new: dict[str, Any] = {"kind": "place", "name": "B", "by": factories.editor()}
    with pytest.raises(Refused):
        create_authority(**new | values)
    with pytest.raises(Refused):
        change_authority(authority=good, expected=1, by=factories.editor(), **values)
    assert Authority.objects.get().version == 1
    assert spelt(good) == ["Aihui"]


def test_a_document_is_found_by_every_name_of_a_record_that_it_is_under() -> None:
    record = place("Aigun", AIHUI)
    document = under(record)
    assert port.search("aihui") == [document.pk]
    change_authority(authority=record, expected=1, by=factories.editor(), names=[Naming("Heihe")])
    assert (port.search("aihui"), port.search("heihe")) == ([], [document.pk])
    describe(document=document, expected=2, by=factories.editor(), authorities={"subject": []})
    assert port.search("heihe") == []


def test_a_role_that_is_not_named_keeps_its_records() -> None:
    first, second = place("Aigun"), place("Peking")
    document = under(first)
    describe(
        document=document, expected=2, by=factories.editor(), authorities={"mentioned": [second]}
    )
    rows = AccessPoint.objects.order_by("role").values_list("role", "authority__name")
    assert [*rows] == [("mentioned", "Peking"), ("subject", "Aigun")]
    assert events(document)[-1].detail == {"fields": ["authorities"]}


def test_one_record_takes_over_the_names_and_documents_of_another() -> None:
    heir, old = place("Aigun", AIHUI), place("Heihe", AIHUI, Naming("Saghalien Ula"))
    document, both = under(old), under(old)
    describe(document=both, expected=2, by=factories.editor(), authorities={"subject": [old, heir]})
    merge(authority=old, into=heir, expected=1, by=factories.editor())
    old.refresh_from_db()
    assert (old.merged_into, spelt(old)) == (heir, ["Aihui", "Saghalien Ula"])
    assert spelt(heir) == ["Aihui", "Heihe", "Saghalien Ula"]
    assert {*heir.documents.all()} == {document, both}
    assert AccessPoint.objects.count() == 2
    assert (
        events(old)[-1].detail == events(heir)[-1].detail == {"merged": old.uid, "into": heir.uid}
    )
    assert f"document:{both.uid}" in events(heir)[-1].objects_touched
    assert is_whole(old)
    assert is_whole(heir)
    assert {*port.search("heihe")} == {document.pk, both.pk}


def test_who_merges_what_a_colleague_has_changed_is_told() -> None:
    heir, old = place("Aigun"), place("Heihe")
    change_authority(authority=old, expected=1, by=factories.editor(), description="A city.")
    with pytest.raises(Conflict):
        merge(authority=old, into=heir, expected=1, by=factories.editor())


def test_a_record_that_was_merged_is_changed_merged_and_used_no_more() -> None:
    heir, old, third = place("Aigun"), place("Heihe"), place("Peking")
    by = factories.editor()
    merge(authority=old, into=heir, expected=1, by=by)
    old.refresh_from_db()
    document = factories.document()
    with pytest.raises(Refused):
        change_authority(authority=old, expected=old.version, by=by, name="Other")
    with pytest.raises(Refused):
        merge(authority=old, into=third, expected=old.version, by=by)
    with pytest.raises(Refused):
        merge(authority=third, into=old, expected=1, by=by)
    with pytest.raises(Refused):
        merge(authority=heir, into=heir, expected=heir.version, by=by)
    with pytest.raises(Refused):
        describe(document=document, expected=1, by=by, authorities={"subject": [old]})
    assert authorities.known(["Heihe"]) == {"Heihe": [heir]}
