"""Who is let in where: every page and verb under /admin/ against every role, in one table.

A row is read in the order of `tests.archive.access.ACTORS`: signed out, reader, editor, moderator,
publisher, admin. A route without a row fails.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import DoubleReading
from tests import factories
from tests.annotations import double
from tests.annotations.admin.samples import sample
from tests.archive.access import ACTORS, Route, World, answer, answers, routes

pytestmark = pytest.mark.django_db


class Row(NamedTuple):
    """The answers to GET and to POST, and the arguments of the address."""

    get: str
    post: str
    args: Callable[[World], list[Any]] = lambda world: []


def document(world: World) -> list[Any]:
    return [world.document.slug]


def claim(world: World) -> list[Any]:
    return [world.document.slug, world.claim.slug]


def note(world: World) -> list[Any]:
    return [world.document.slug, world.note.uid]


def evidence(world: World) -> list[Any]:
    return [world.document.slug, world.evidence.uid]


def case(world: World) -> list[Any]:
    return [world.case.uid]


def twice(world: World) -> list[Any]:
    """A text that the editor and the admin read, neither of them done."""
    found = DoubleReading.objects.first() or double.opened(
        rendition=world.rendition, readers=(factories.editor(), factories.admin())
    )
    return [found.uid]


PAGES = {
    # Marking, judging and tying to evidence are the editor's; all staff may read there.
    "annotate:documents": Row("++++++", "++++++"),
    "annotate:page": Row("LL++++", "......", document),
    "review": Row("LL++++", "LL+--+", document),
    "history": Row("LL++++", "LL+--+", lambda world: ["claim", world.claim.uid]),
    "annotate:range": Row("LL++++", "......", document),
    "annotate:who": Row("LL++++", "......", document),
    "annotate:others": Row("LL++++", "......", document),
    "annotate:undo": Row("......", "LL+--+", document),
    "annotate:flag": Row("LL++-+", "LL++-+", document),
    "annotate:find": Row("......", "LL++++", document),
    "annotate:mark": Row("LL+--+", "LL+--+", lambda world: [world.document.slug, "note"]),
    "annotate:edit": Row("LL+--+", "LL+--+", note),
    "annotate:delete": Row("LL+--+", "LL+--+", note),
    "annotate:restore": Row("......", "LL+--+", note),
    "annotate:find_claims": Row("LL++++", "......", document),
    "annotate:claim": Row("LL++++", "......", claim),
    "annotate:edit_claim": Row("LL+--+", "LL+--+", claim),
    "annotate:names": Row("LL++++", "......", document),
    "annotate:topics": Row("LL++++", "......", document),
    "annotate:dates": Row("LL++++", "......", document),
    "annotate:merge_claim": Row("LL+--+", "LL+--+", claim),
    "annotate:unmerge_claim": Row("LL+--+", "LL+--+", claim),
    "annotate:split_claim": Row("LL+--+", "LL+--+", claim),
    "annotate:hand": Row("LL+--+", "LL+--+", claim),
    "admin:merge_claim": Row("LL+--+", "LL+--+", lambda world: [world.claim.slug]),
    "admin:unmerge_claim": Row("LL+--+", "LL+--+", lambda world: [world.claim.slug]),
    "admin:split_claim": Row("LL+--+", "LL+--+", lambda world: [world.claim.slug]),
    "annotate:judge": Row("LL+--+", "LL+--+", claim),
    "annotate:work": Row("LL+--+", "LL+--+", claim),
    "annotate:edit_evidence": Row("LL+--+", "LL+--+", evidence),
    "annotate:delete_evidence": Row("LL+--+", "LL+--+", evidence),
    "annotate:restore_evidence": Row("......", "LL+--+", evidence),
    # Editors read a text twice, and decide where two of them differ; all staff may look on.
    "readings:overview": Row("L-++++", "......"),
    "readings:guidelines": Row("L-++++", "L-++++"),
    "readings:open": Row("L-+--+", "L-+--+", document),
    "readings:room": Row("L-++++", "......", twice),
    "readings:mark": Row("......", "L-+00+", twice),
    "readings:read": Row("......", "L-+00+", twice),
    "readings:strike": Row("......", "L-0000", lambda world: [*twice(world), "nothing"]),
    "readings:done": Row("......", "L-+00+", twice),
    "readings:adjudicate": Row("L-----", "L-----", twice),
    "readings:close": Row("......", "L-++++", twice),
    # The desk: staff look, editors and moderators flag, moderators decide.
    "moderation:queue": Row("L-++++", "......"),
    "moderation:section": Row("L-++++", "......", document),
    "moderation:case": Row("L-++++", "......", case),
    "moderation:decide": Row("......", "L--+-+", case),
    "moderation:undo": Row("......", "L--+-+", case),
    "moderation:flag": Row("......", "L-++-+", case),
    # Bringing in is the editor's, publishing and withdrawing the publisher's.
    "ingest": Row("LL+--+", "LL+--+"),
    "ingest_review": Row("LL+--+", "LL+--+", lambda world: ["0" * 32]),
    "batch": Row("LL++++", "LL+--+", lambda world: [world.batch.uid]),
    "batch_progress": Row("LL++++", "LL....", lambda world: [world.batch.uid]),
    "publish": Row("LL--++", "LL--++", document),
    "publish_preview": Row("LL--++", "LL....", document),
    "withdraw": Row("LL--++", "LL--++", document),
    # An address is part of the description.
    "rename": Row("LL+--+", "LL+--+", document),
    # So are the names that a document is under.
    "admin:archive_authority_merge": Row("LL+--+", "LL+--+", lambda world: [world.authority.uid]),
    # Originals are for who may see originals, and are only looked at.
    "correct": Row("LL+--+", "LL+--+", document),
    "compare_with": Row("LL++++", "LL....", lambda world: [world.document.slug] * 2),
    "look_alikes": Row("LL++++", "LL....", document),
    "compare_captures": Row("LL++++", "LL....", document),
    "original": Row("LL++++", "LL....", lambda world: [world.rendition.capture.blob.sha256]),
    "admin:archive_document_premis": Row("LL++++", "LL....", lambda world: [world.document.pk]),
    # The frame.
    "admin:index": Row("LL++++", "LL++++"),
    "admin:login": Row("++++++", "++++++"),
    "admin:logout": Row("++....", "++++++"),
    "admin:password_change": Row("LL++++", "LL++++"),
    "admin:password_change_done": Row("LL++++", "LL...."),
    "admin:jsi18n": Row("LL++++", "LL...."),
    # Without a field that the form has, it answers nobody.
    "admin:autocomplete": Row("LL----", "LL...."),
    "admin:view_on_site": Row("LL++++", "LL++++", lambda world: world.shortcut),
    "admin:app_list": Row("LL++++", "LL++++", lambda world: ["archive"]),
    "admin:auth_user_password_change": Row(
        "LL---+", "LL---+", lambda world: [factories.reader().pk]
    ),
}
CATCH_ALL = Row("LL0000", "LL0000")

STAFF = "EMPA"


class Rights(NamedTuple):
    """The letters of those who may look at the rows of a model, add some, change them."""

    view: str = STAFF
    add: str = ""
    change: str = ""
    delete: str = ""


MODELS = {
    # Frozen, or changed by verbs alone.
    **dict.fromkeys(
        [
            *["archive.accesspoint", "archive.blob", "archive.capture", "archive.comment"],
            *["archive.batch", "archive.batchitem", "archive.deaccession"],
            *["archive.edition", "archive.name"],
            *["archive.event", "archive.quotation", "archive.rendition", "archive.section"],
            *["archive.slug", "archive.withdrawal", "annotations.case", "annotations.decision"],
            *["annotations.flag", "annotations.redaction", "annotations.revision"],
            *["annotations.placing", "annotations.rule", "annotations.settlement"],
            *["annotations.adjudication", "annotations.doublereading", "annotations.guideline"],
            *["annotations.mention", "annotations.verdictvalue"],
        ],
        Rights(),
    ),
    # Judgements are added, never changed.
    "archive.rating": Rights(add="EA"),
    "annotations.assessment": Rights(add="EA"),
    "annotations.reply": Rights(add="EPA"),
    "annotations.replyreview": Rights(add="PA"),
    "annotations.verdictscale": Rights(add="PA"),
    # Described and argued by editors.
    "archive.authority": Rights(add="EA", change="EA"),
    "archive.document": Rights(add="EA", change="EA"),
    "archive.source": Rights(add="EA", change="EA"),
    "annotations.annotation": Rights(change="EA"),
    "annotations.claim": Rights(add="EA", change="EA"),
    "annotations.evidence": Rights(add="EA", change="EA"),
    "annotations.assignment": Rights(add="EA", change="EA"),
    # For admins alone.
    "archive.user": Rights(view="A", add="A", change="A"),
    "annotations.claimword": Rights(view="A"),
    # Editors may be the other reader.
    "annotations.passageread": Rights(view="A"),
    "annotations.reading": Rights(view="A"),
    "annotations.readingmark": Rights(view="A"),
    "archive.entry": Rights(view="A"),
    "archive.operation": Rights(view="A"),
    "axes.accessattempt": Rights(view="A", change="A", delete="A"),
    "axes.accesslog": Rights(view="A", change="A", delete="A"),
    "axes.accessfailurelog": Rights(view="A", change="A", delete="A"),
}


def row_of(letters: str) -> str:
    """The answers where only these letters are let in; who is no staff is sent to sign in."""
    return "".join("+" if who in letters else "L" if who in "SR" else "-" for who in ACTORS)


def model_rows(label: str, rights: Rights) -> dict[str, Row]:
    def one(world: World) -> list[Any]:
        return [sample(label).pk]

    name = f"admin:{label.replace('.', '_')}"
    view, add, change, delete = map(row_of, rights)
    return {
        f"{name}_changelist": Row(view, view),
        f"{name}_add": Row(add, add),
        f"{name}_change": Row(view, change, one),
        f"{name}_delete": Row(delete, delete, one),
        f"{name}_history": Row(view, view, one),
    }


TABLE = PAGES | {
    key: row for label, rights in MODELS.items() for key, row in model_rows(label, rights).items()
}
ROUTES = [*routes()]
SHORT = [route for route in ROUTES if route.pattern.endswith("/<path:object_id>/")]
SHORT = [route for route in SHORT if route.key not in TABLE]


def test_every_route_under_admin_has_a_row() -> None:
    known = {*TABLE, *(route.key for route in SHORT), "admin/(?P<url>.*)$"}
    assert [route for route in ROUTES if route.key not in known] == []


def test_no_row_is_for_a_route_that_is_gone() -> None:
    assert [key for key in TABLE if key not in {route.key for route in ROUTES}] == []


@pytest.mark.parametrize("key", TABLE)
def test_a_page_lets_in_whom_the_table_names(key: str) -> None:
    row = TABLE[key]
    path = reverse(key, args=row.args(World()))
    assert (answers("get", path), answers("post", path)) == (row.get, row.post)


@pytest.mark.parametrize("route", SHORT, ids=lambda route: route.pattern)
def test_a_short_address_only_leads_on_and_only_staff(route: Route) -> None:
    path = "/" + route.pattern.replace("<path:object_id>", "1")
    assert answers("get", path) == row_of(STAFF)


def test_what_is_no_page_is_found_by_nobody() -> None:
    path = "/admin/no-such-page/"
    assert (answers("get", path), answers("post", path)) == CATCH_ALL[:2]


@pytest.mark.parametrize("label", MODELS)
def test_a_form_that_saves_is_shown_to_who_may_change_and_to_nobody_else(
    client: Client, label: str
) -> None:
    path = reverse(f"admin:{label.replace('.', '_')}_change", args=[sample(label).pk])
    for letter in MODELS[label].view:
        who = ACTORS[letter]
        assert who
        client.force_login(who())
        saves = 'name="_save"' in client.get(path).content.decode()
        assert saves == (letter in MODELS[label].change), letter


# The verbs of the lists: model, action, who is offered it.
ACTIONS = [
    ("archive.document", "publish", "PA"),
    ("archive.document", "withdraw", "PA"),
    ("annotations.annotation", "delete", "EA"),
    ("annotations.annotation", "restore", "EA"),
    ("annotations.claim", "delete", "EA"),
    ("annotations.claim", "restore", "EA"),
    ("annotations.evidence", "delete", "EA"),
    ("annotations.evidence", "restore", "EA"),
]


@pytest.mark.parametrize(("label", "action", "letters"), ACTIONS)
def test_a_verb_of_a_list_is_offered_to_whom_the_table_names(
    client: Client, label: str, action: str, letters: str
) -> None:
    path = reverse(f"admin:{label.replace('.', '_')}_changelist")
    chosen = {"action": action, "_selected_action": [sample(label).pk]}
    for letter in STAFF:
        who = ACTORS[letter]
        assert who
        client.force_login(who())
        response = client.post(path, chosen)
        names = [template.name for template in response.templates]
        begun = f"/admin/{action}/" in response.get("Location", "") or "admin/confirm.html" in names
        assert begun == (letter in letters), letter


@pytest.mark.parametrize(
    ("model", "field"),
    [
        *(("rating", "source"), ("document", "source"), ("source", "part_of")),
        *(("document", "authorities"), ("authority", "merged_into")),
    ],
)
def test_the_names_that_a_form_proposes_are_for_who_may_look(model: str, field: str) -> None:
    asked = {"app_label": "archive", "model_name": model, "field_name": field}
    assert answers("get", reverse("admin:autocomplete"), asked) == row_of(STAFF)


@pytest.mark.parametrize("page", ["original", "rendition", "capture"])
def test_who_lacks_the_right_to_originals_sees_none_by_any_door(client: Client, page: str) -> None:
    """A role that may look at captures and renditions, and not at what stands in them."""
    rendition = World().rendition
    paths = {
        "original": reverse("original", args=[rendition.capture.blob.sha256]),
        "rendition": reverse("admin:archive_rendition_change", args=[rendition.pk]),
        "capture": reverse("admin:archive_capture_change", args=[rendition.capture.pk]),
    }
    client.force_login(factories.user("sten", is_staff=True))
    assert client.get(paths[page]).status_code == 403
    assert answer("E", "get", paths[page]) == "+"
