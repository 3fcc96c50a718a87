"""Authority records in the admin: a form with all names, documents under them, two made one."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.actions.authorities import Naming, change_authority, create_authority, merge
from archive.actions.documents import describe
from archive.models import Authority
from tests import factories
from tests.archive.admin.forms import errors, filled

pytestmark = pytest.mark.django_db

ADD = "admin:archive_authority_add"
AIHUI, AYGUN = Naming("Aihui", "zh-Latn", "transliteration"), Naming("Aygun")


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client


def place(name: str = "Aigun", *names: Naming) -> Authority:
    return create_authority(kind="place", name=name, names=names, by=factories.editor())


def page(row: Any) -> str:
    return reverse(f"admin:archive_{row._meta.model_name}_change", args=[row.pk])


def rows(*names: Naming) -> dict[str, Any]:
    """The other names as the form sends them; the last row stays empty."""
    sent: dict[str, Any] = {"names-TOTAL_FORMS": len(names) + 1, "names-INITIAL_FORMS": 0}
    for number, name in enumerate([*names, Naming("")]):
        sent |= {f"names-{number}-{column}": value for column, value in name._asdict().items()}
    return sent


def spelt(authority: Authority) -> list[str]:
    return sorted(authority.names.values_list("text", flat=True))


def test_a_record_is_made_with_its_names(editor: Client) -> None:
    typed = {"name": "Aigun", "kind": "place", "identifiers": "https://viaf.org/viaf/1\n"}
    assert editor.post(reverse(ADD), typed | rows(AIHUI, AYGUN)).status_code == 302
    made = Authority.objects.get()
    assert (spelt(made), made.version) == (["Aihui", "Aygun"], 1)
    assert made.identifiers == ["https://viaf.org/viaf/1"]
    assert made.names.get(text="Aihui").kind == "transliteration"


def test_the_page_shows_every_name_to_be_changed(editor: Client) -> None:
    text = editor.get(page(place("Aigun", AIHUI, AYGUN))).content.decode()
    assert 'value="Aihui"' in text
    assert 'value="Aygun"' in text


def test_a_name_that_is_emptied_is_dropped_and_another_added(editor: Client) -> None:
    record = place("Aigun", AIHUI, AYGUN)
    typed = filled(editor.get(page(record))) | rows(AIHUI, Naming(""), Naming("Heihe"))
    assert editor.post(page(record), typed).status_code == 302
    record.refresh_from_db()
    assert (spelt(record), record.version) == (["Aihui", "Heihe"], 2)


def test_saving_without_a_change_writes_nothing(editor: Client) -> None:
    record = place("Aigun", AIHUI)
    typed = filled(editor.get(page(record))) | rows(AIHUI)
    assert editor.post(page(record), typed).status_code == 302
    record.refresh_from_db()
    assert (record.version, record.event_count) == (1, 1)


@pytest.mark.parametrize(
    "bad",
    [
        {"name": "Aigun", "kind": "place", "dates": "long ago", **rows()},
        {"name": "Aigun", "kind": "place", "identifiers": "Q42", **rows()},
        {"name": "Aigun", "kind": "place", **rows(Naming("Aihui", "Chinese"))},
    ],
    ids=str,
)
def test_what_no_record_says_comes_back_with_a_sentence(editor: Client, bad: Any) -> None:
    response = editor.post(reverse(ADD), bad)
    assert response.status_code == 200
    assert len(errors(response)) == 1
    assert not Authority.objects.exists()


def test_who_saves_second_sees_both_lists_of_names_and_loses_neither(editor: Client) -> None:
    record = place("Aigun", AIHUI, AYGUN)
    typed = filled(editor.get(page(record))) | rows(AIHUI, Naming("Mine"))
    change_authority(authority=record, expected=1, by=factories.admin(), names=[Naming("Theirs")])
    response = editor.post(page(record), typed)
    assert "Somebody else saved a newer version" in errors(response)[0]
    assert "<td>Theirs</td>" in response.content.decode()
    assert "<td>Aihui (zh-Latn); Mine</td>" in response.content.decode()
    assert spelt(record) == ["Theirs"]
    again = typed | {"version": record.version}
    assert editor.post(page(record), again).status_code == 302
    assert spelt(record) == ["Aihui", "Mine"]


@pytest.mark.parametrize("query", ["aihui", "AYGUN", "aig"])
def test_the_list_finds_a_record_by_any_name(editor: Client, query: str) -> None:
    record = place("Aigun", AIHUI, AYGUN)
    place("Peking")
    found = editor.get(reverse("admin:archive_authority_changelist"), {"q": query})
    assert [*found.context["cl"].result_list] == [record]


def test_a_form_proposes_records_by_any_name_and_none_that_was_merged(editor: Client) -> None:
    heir, old = place("Aigun"), place("Heihe", AIHUI)
    merge(authority=old, into=heir, expected=1, by=factories.editor())
    asked = {"app_label": "archive", "model_name": "document", "field_name": "authorities"}
    answer = editor.get(reverse("admin:autocomplete"), asked | {"term": "aihui"}).json()
    assert [row["text"] for row in answer["results"]] == ["Aigun"]


def test_an_editor_puts_a_document_under_records(editor: Client) -> None:
    document, first, second = factories.document(), place("Aigun"), place("Peking")
    describe(document=document, expected=1, by=factories.editor(), authorities={"subject": [first]})
    response = editor.get(page(document))
    assert "Aigun" in response.content.decode()
    typed = filled(response, subject=[first.pk, second.pk], mentioned=[second.pk])
    assert editor.post(page(document), typed).status_code == 302
    found = document.access_points.values_list("role", "authority__name")
    assert {*found} == {("subject", "Aigun"), ("subject", "Peking"), ("mentioned", "Peking")}
    response = editor.get(page(document))
    assert editor.post(page(document), filled(response)).status_code == 302
    document.refresh_from_db()
    assert document.version == 3


def test_who_only_looks_sees_the_records_and_their_names(client: Client) -> None:
    document, record = factories.document(), place("Aigun", AIHUI)
    describe(
        document=document, expected=1, by=factories.editor(), authorities={"subject": [record]}
    )
    client.force_login(factories.moderator())
    assert "Aigun" in client.get(page(document)).content.decode()
    assert "Aihui (zh-Latn)" in client.get(page(record)).content.decode()
    assert client.post(page(record), {"name": "Mine"} | rows()).status_code == 403


def test_the_documents_of_a_record_are_listed(editor: Client) -> None:
    document, record = factories.document("Words."), place()
    factories.document("Other words.")
    describe(
        document=document, expected=1, by=factories.editor(), authorities={"creator": [record]}
    )
    listed = editor.get(reverse("admin:archive_document_changelist"), {"under": record.uid})
    assert [*listed.context["cl"].result_list] == [document]


def merging(record: Authority) -> str:
    return reverse("admin:archive_authority_merge", args=[record.uid])


def test_the_page_of_a_merged_record_leads_to_the_one_that_took_over(editor: Client) -> None:
    heir, old = place("Aigun"), place("Heihe")
    assert editor.post(merging(old), {"version": 1, "into": heir.pk})["Location"] == page(heir)
    assert editor.get(page(old))["Location"] == page(heir)
    assert editor.get(reverse("admin:archive_authority_history", args=[old.pk])).status_code == 200


@pytest.mark.parametrize("version", [0, "", "x"])
def test_a_merger_by_who_saw_another_version_is_refused(editor: Client, version: Any) -> None:
    heir, old = place("Aigun"), place("Heihe")
    response = editor.post(merging(old), {"version": version, "into": heir.pk})
    assert response.status_code == 200
    assert not Authority.objects.exclude(merged_into=None).exists()


def test_a_record_is_not_merged_into_itself(editor: Client) -> None:
    record = place()
    response = editor.post(merging(record), {"version": 1, "into": record.pk})
    assert "into itself" in response.content.decode()


def test_the_list_counts_the_documents_of_each_record(editor: Client) -> None:
    create_authority(name="Aigun", kind="place", by=factories.editor())
    words = editor.get(reverse("admin:archive_authority_changelist")).content.decode()
    assert '<td class="field-holdings">none</td>' in words
