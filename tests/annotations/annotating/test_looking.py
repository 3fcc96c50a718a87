"""Who sees the annotating page, and what stands on it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from annotations.actions.annotate import annotate
from annotations.actions.marking import mark_claim
from annotations.models import Annotation, Claim
from archive.models import Operation, Rendition, User
from tests import factories
from tests.annotations.annotating.sheet import (
    ROLES,
    SLUG,
    TEXT,
    address,
    ask,
    note,
    place,
    populate,
    words,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("role", "person", "looks", "marks"), ROLES)
def test_staff_look_and_editors_mark(
    client: Client,
    rendition: Rendition,
    role: str,
    person: Callable[[], User],
    looks: int,
    marks: int,
) -> None:
    client.force_login(person())
    assert client.get(address("page")).status_code == looks
    form = address("mark", "note")
    assert client.get(form, words(rendition, "China")).status_code == marks
    sent = client.post(form, words(rendition, "China") | {"body": "Which?"})
    assert sent.status_code == (302 if marks == 200 else marks)
    assert Annotation.objects.count() == (marks == 200)


def test_the_signed_out_are_asked_to_sign_in_and_come_back(
    client: Client, rendition: Rendition
) -> None:
    answer = client.get(address("page"))
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/admin/login/?next={address('page')}"


def test_a_script_whose_sign_in_has_expired_is_told_so_in_a_sentence(
    client: Client, rendition: Rendition
) -> None:
    answer = ask(client, address("mark", "note"), words(rendition, "China") | {"body": "Which?"})
    assert answer.status_code == 403
    assert "You are signed out" in answer.json()["error"]
    assert not Annotation.objects.exists()


def test_a_script_of_who_may_only_read_is_told_so_in_a_sentence(
    client: Client, rendition: Rendition
) -> None:
    client.force_login(factories.moderator())
    answer = ask(client, address("mark", "note"), words(rendition, "China") | {"body": "x"})
    assert (answer.status_code, answer.json()) == (
        403,
        {"error": "Your account may read here, but not change this."},
    )


def test_staff_without_sight_of_originals_see_no_text(client: Client, rendition: Rendition) -> None:
    client.force_login(factories.user("stan", is_staff=True))
    assert client.get(address("page")).status_code == 403


def test_each_look_at_the_text_is_logged(editor: Client, rendition: Rendition) -> None:
    editor.get(address("page"))
    row = Operation.objects.get(kind="view")
    assert (row.subject, row.by) == (f"rendition:{rendition.uid}", factories.editor())


@pytest.mark.parametrize("name", ["restore", "delete", "edit"])
def test_nothing_is_changed_by_a_link(editor: Client, rendition: Rendition, name: str) -> None:
    made = note(rendition)
    editor.get(address(name, made.uid))
    made.refresh_from_db()
    assert (made.version, made.state) == (1, "active")


def test_a_form_without_its_token_is_refused(rendition: Rendition) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(factories.editor())
    sent = client.post(address("mark", "note"), words(rendition, "China") | {"body": "Which?"})
    assert sent.status_code == 403
    assert not Annotation.objects.exists()


@pytest.mark.parametrize(
    "path",
    ["/admin/annotate/nothing/", f"/admin/annotate/{SLUG}/mark/verdict/"]
    + [f"/admin/annotate/{SLUG}/{kind}/nothing/" for kind in ("marks", "claims", "evidence")],
)
def test_what_is_not_here_is_not_found(editor: Client, rendition: Rendition, path: str) -> None:
    assert editor.get(path).status_code == 404


def test_every_word_of_the_text_is_on_the_page_with_its_offset(
    editor: Client, rendition: Rendition
) -> None:
    html = editor.get(address("page")).content.decode()
    assert '<p id="b-0" class="leaf t-paragraph" data-start="0" dir="auto">On May 28 China' in html
    assert "𝄞 Cafe\u0301.&#13;</p>" in html


def test_marks_and_their_overlaps_are_shown_where_they_stand(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    by = factories.editor()
    whole = mark_claim(
        **place(rendition, "China was forced to sign"), claim=claim, stance="asserts", by=by
    )
    part = note(rendition, "forced")
    html = editor.get(address("page")).content.decode()
    assert f'<mark class="k-claim" data-annotation="{whole.uid}">China was </mark>' in html
    both = f'data-annotation="{whole.uid} {part.uid}">forced</mark>'
    assert f'<mark class="k-claim k-note deep" {both}' in html
    assert html.index(f'id="n-{whole.uid}"') < html.index(f'id="n-{part.uid}"')


def test_words_are_shown_as_words_and_never_as_markup(editor: Client) -> None:
    factories.rendition("<script>alert(1)</script> & so on", slug=SLUG)
    html = editor.get(address("page")).content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on" in html


def test_a_lacuna_between_words_is_shown_as_a_point(editor: Client, rendition: Rendition) -> None:
    end = TEXT.index("\n")
    made = annotate(rendition=rendition, start=end, end=end, kind="lacuna", by=factories.editor())
    html = editor.get(address("page")).content.decode()
    assert f'sign.<mark class="k-lacuna point" data-annotation="{made.uid}"></mark></p>' in html


def test_words_of_comments_are_covered_in_text_list_and_places(
    editor: Client, rendition: Rendition
) -> None:
    note(rendition, "Rain fell.", "A remark on the weather.")
    html = editor.get(address("page")).content.decode()
    covered = html[html.index('<details class="passage t-comments">') :]
    covered = covered[: covered.index("</details>")]
    assert ">Rain fell.</mark>" in covered
    outside = html.replace(covered, "")
    assert "Rain fell" not in outside
    assert "the wind" not in outside
    found = ask(editor, address("find"), {"exact": "asked the wind"}).json()["html"]
    assert "In the comment section." in found
    assert "wind" not in found


def test_who_may_only_read_is_offered_nothing_to_change(
    client: Client, rendition: Rendition
) -> None:
    note(rendition)
    client.force_login(factories.moderator())
    html = client.get(address("page")).content.decode()
    assert "You may read here, but not mark." in html
    assert "main.js" not in html
    assert "/delete/" not in html


def test_the_newest_text_is_the_one_that_is_worked_on(editor: Client, rendition: Rendition) -> None:
    document = rendition.capture.document
    newer = factories.rendition("A newer text.", document=document, url="https://example.org/2")
    html = editor.get(address("page")).content.decode()
    assert f'data-rendition="{newer.uid}"' in html
    assert "A newer text." in html


def test_ten_times_the_marks_take_not_one_query_more(editor: Client) -> None:
    few = factories.rendition(TEXT, slug="few")
    many = factories.rendition(f"{TEXT} More.", slug="many")
    populate(few, 1)
    populate(many, 10)
    # A text that was laid out once is kept.
    for slug in ("few", "many"):
        editor.get(f"/admin/annotate/{slug}/")
    with CaptureQueriesContext(connection) as for_few:
        editor.get("/admin/annotate/few/")
    with CaptureQueriesContext(connection) as for_many:
        editor.get("/admin/annotate/many/")
    assert len(for_many) == len(for_few)
