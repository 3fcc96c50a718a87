"""The annotating page as its server sees it: pages, forms, JSON, refusals."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations.actions.annotate import annotate, delete_annotation, edit_annotation
from annotations.actions.claims import assess, create_claim, delete_claim, edit_claim
from annotations.actions.marking import mark_claim, mark_evidence
from annotations.models import Annotation, Assessment, Claim, Evidence, Revision
from archive.models import Operation, Rendition, User
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "On May 28 China was forced to sign.\nOn May 28 nobody rested. 𝄞 Cafe\u0301.\r\nThe “end”."
COMMENTS = [("wind", "Nobody asked the wind."), ("rain", "Rain fell.", 0)]
SLUG = "article"


@pytest.fixture
def rendition() -> Rendition:
    return factories.rendition(TEXT, COMMENTS, slug=SLUG)


@pytest.fixture
def claim() -> Claim:
    return create_claim(
        slug="aigun-forced", statement="Aigun was signed under force.", by=factories.editor()
    )


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client


def address(name: str, *args: str) -> str:
    return reverse(f"annotate:{name}", args=[SLUG, *args])


def words(rendition: Rendition, exact: str) -> dict[str, Any]:
    start = rendition.text.index(exact)
    return {"rendition": rendition.uid, "start": start, "end": start + len(exact)}


def place(rendition: Rendition, exact: str) -> dict[str, Any]:
    return words(rendition, exact) | {"rendition": rendition}


def ask(client: Client, url: str, data: dict[str, Any] | None = None, **kwargs: Any) -> Any:
    """As the page's script asks: for JSON. With `data`, it sends."""
    send: Callable[..., Any] = client.get if data is None else client.post
    return send(url, data or {}, headers={"accept": "application/json"}, **kwargs)


def note(rendition: Rendition, exact: str = "China", body: str = "Which?") -> Annotation:
    by = factories.editor()
    return annotate(**place(rendition, exact), kind="note", body=body, by=by)


# Who may come in


ROLES: list[tuple[str, Callable[[], User], int, int]] = [
    # who · may look · may mark
    ("editor", factories.editor, 200, 200),
    ("admin", factories.admin, 200, 200),
    ("moderator", factories.moderator, 200, 403),
    ("publisher", factories.publisher, 200, 403),
    ("reader", factories.reader, 302, 302),
]


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


# The page


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


def populate(rendition: Rendition, count: int) -> None:
    """`count` marks of each kind, each claim judged and with evidence."""
    by = factories.editor()
    for number in range(count):
        made = mark_claim(
            **place(rendition, "China was"),
            stance="asserts",
            statement=f"Claim {rendition.uid} {number}.",
            by=by,
        )
        assert made.claim
        assess(
            claim=made.claim,
            verdict="supported",
            credibility=2,
            reasons="It fits.",
            as_of=date(2026, 11, 1),
            by=by,
        )
        mark_evidence(
            **place(rendition, "nobody rested"),
            claim=made.claim,
            relation="supports",
            note="So it says.",
            by=by,
        )
        note(rendition, "forced", f"Note {number}.")


def test_ten_times_the_marks_take_not_one_query_more(editor: Client) -> None:
    few = factories.rendition(TEXT, slug="few")
    many = factories.rendition(f"{TEXT} More.", slug="many")
    populate(few, 1)
    populate(many, 10)
    editor.get("/admin/annotate/few/")
    with CaptureQueriesContext(connection) as for_few:
        editor.get("/admin/annotate/few/")
    with CaptureQueriesContext(connection) as for_many:
        editor.get("/admin/annotate/many/")
    assert len(for_many) == len(for_few)


# Finding pasted words


def test_pasted_words_are_found_and_offered_for_marking(
    editor: Client, rendition: Rendition
) -> None:
    html = editor.post(address("find"), {"exact": '"end"'}).content.decode()
    at = words(rendition, "“end”")
    assert "These words stand in one place." in html
    query = f"?rendition={rendition.uid}&amp;start={at['start']}&amp;end={at['end']}"
    assert f'href="{address("mark", "claim")}{query}"' in html


def test_several_places_are_shown_in_their_context(editor: Client, rendition: Rendition) -> None:
    html = ask(editor, address("find"), {"exact": "on  MAY 28"}).json()["html"]
    assert "These words stand in 2 places" in html
    assert "<mark>On May 28</mark> China was forced" in html
    assert "<mark>On May 28</mark> nobody rested" in html


@pytest.mark.parametrize("exact", ["", "  ", "nowhere at all"])
def test_words_that_are_not_there_are_refused_in_a_sentence(
    editor: Client, rendition: Rendition, exact: str
) -> None:
    answer = ask(editor, address("find"), {"exact": exact})
    assert answer.status_code == 400
    assert answer.json()["error"] == "These words are not in the text."


# Marking


def test_a_form_shows_the_words_as_they_are_stored(editor: Client, rendition: Rendition) -> None:
    url = address("mark", "note")
    html = editor.get(url, words(rendition, "𝄞 Cafe\u0301")).content.decode()
    assert "data-words>𝄞 Cafe\u0301</blockquote>" in html


def test_a_new_claim_begins_as_the_words_with_an_address_proposed(
    editor: Client, rendition: Rendition
) -> None:
    at = words(rendition, "China was forced")
    html = ask(editor, f"{address('mark', 'claim')}?{query(at)}").json()["html"]
    assert "China was forced</textarea>" in html
    assert 'value="china-was-forced"' in html


def query(values: dict[str, Any]) -> str:
    return "&".join(f"{name}={value}" for name, value in values.items())


def test_a_new_claim_is_made_and_tied_in_one_act(editor: Client, rendition: Rendition) -> None:
    sent = words(rendition, "China was forced") | {
        "statement": "China signed Aigun under force.",
        "slug": "aigun-under-force",
        "stance": "asserts",
        "kind": "fact",
        "speaker": "the article",
        "topics": "treaties, Amur, treaties",
        "when_written": "May 28",
        "when_edtf": "1858-05-28",
        "calendar": "gregorian",
        "body": "Here.",
    }
    answer = ask(editor, address("mark", "claim"), sent)
    made = Annotation.objects.get()
    assert made.claim is not None
    assert (made.claim.slug, made.claim.topics, made.claim.when_edtf, made.body) == (
        "aigun-under-force",
        ["treaties", "Amur"],
        "1858-05-28",
        "Here.",
    )
    said = answer.json()
    assert (answer.status_code, said["focus"]) == (200, f"n-{made.uid}")
    assert [card["uid"] for card in said["cards"]] == [made.uid]
    assert f'data-annotation="{made.uid}"' in said["passages"]["b-0"]


def test_an_existing_claim_is_tied_to_new_words(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    sent = words(rendition, "forced to sign") | {
        "existing": claim.slug,
        "stance": "reports",
        "kind": "fact",
        "statement": "left as it was",
    }
    editor.post(address("mark", "claim"), sent)
    made = Annotation.objects.get()
    assert (made.claim, made.stance, Claim.objects.count()) == (claim, "reports", 1)


def test_words_of_a_claim_lead_to_a_choice_of_claims(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    sent = words(rendition, "forced") | {
        "existing": "Aigun force",
        "stance": "asserts",
        "kind": "fact",
    }
    answer = editor.post(address("mark", "claim"), sent)
    assert answer.status_code == 400
    html = answer.content.decode()
    assert "Choose one of these claims." in html
    assert f'name="existing" value="{claim.slug}"' in html
    assert not Annotation.objects.exists()


def test_evidence_is_given_for_a_claim_in_one_act(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    sent = words(rendition, "nobody rested") | {
        "claim": "aigun was signed under force.",
        "relation": "qualifies",
        "note": "Rest is not force.",
        "independence": "unknown",
    }
    editor.post(address("mark", "evidence"), sent)
    row = Evidence.objects.get()
    assert row.annotation is not None
    assert (row.claim, row.relation, row.annotation.kind) == (claim, "qualifies", "evidence")


def test_the_same_words_are_marked_as_evidence_once_for_two_claims(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    create_claim(slug="other", statement="Another.", by=factories.editor())
    for slug in (claim.slug, "other"):
        editor.post(
            address("mark", "evidence"),
            words(rendition, "nobody rested")
            | {"claim": slug, "relation": "supports", "note": "x", "independence": "unknown"},
        )
    assert (Annotation.objects.count(), Evidence.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("kind", "values", "why"),
    [
        ("note", {"body": ""}, "This field is required."),
        ("question", {"body": " "}, "This field is required."),
        ("claim", {"stance": "asserts", "kind": "fact"}, "Choose a claim, or state a new one."),
        ("claim", {"stance": "", "kind": "fact", "statement": "x"}, "This field is required."),
        (
            "claim",
            {"stance": "asserts", "kind": "fact", "statement": "x", "when_edtf": "May 1858"},
            "is no EDTF date",
        ),
        ("evidence", {"claim": "nothing", "relation": "supports", "note": "x"}, "No claim is like"),
        ("evidence", {"claim": "", "relation": "supports", "note": "x"}, "This field is required."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    editor: Client, rendition: Rendition, kind: str, values: dict[str, str], why: str
) -> None:
    sent = words(rendition, "China") | {"independence": "unknown"} | values
    answer = ask(editor, address("mark", kind), sent)
    assert answer.status_code == 400
    assert why in answer.json()["html"]
    assert answer.json()["error"]
    assert not Annotation.objects.exists()
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    "at",
    [{}, {"start": "x", "end": "5"}, {"start": "5", "end": "4"}, {"start": "0", "end": "9999"}],
)
def test_no_words_no_form(editor: Client, rendition: Rendition, at: dict[str, str]) -> None:
    answer = ask(editor, f"{address('mark', 'note')}?{query(at | {'rendition': rendition.uid})}")
    assert answer.status_code == 400
    assert answer.json()["error"] == "Choose some words of the text first."


def test_a_cut_through_a_character_is_refused_in_a_sentence(
    editor: Client, rendition: Rendition
) -> None:
    at = words(rendition, "Cafe")
    answer = ask(editor, address("mark", "note"), at | {"body": "Which?"})
    assert answer.status_code == 400
    assert "cuts a character in two" in answer.json()["error"]


def test_words_of_a_text_that_is_no_longer_the_newest_are_not_marked(
    editor: Client, rendition: Rendition
) -> None:
    at = words(rendition, "China")
    factories.rendition(
        TEXT.replace("On", "In"),
        document=rendition.capture.document,
        url="https://example.org/2",
    )
    answer = ask(editor, address("mark", "note"), at | {"body": "Which?"})
    assert answer.status_code == 400
    assert "A newer text of this document was brought in" in answer.json()["error"]
    assert not Annotation.objects.exists()


# Changing, deleting, bringing back


def test_a_change_says_why_and_keeps_what_was(editor: Client, rendition: Rendition) -> None:
    made = note(rendition)
    sent = words(rendition, "China was") | {
        "version": 1,
        "reason": "Wider.",
        "body": "Who?\r\nWhy?",
    }
    answer = editor.post(address("edit", made.uid), sent)
    made.refresh_from_db()
    assert answer.headers["Location"] == f"{address('page')}#n-{made.uid}"
    assert (made.body, made.end - made.start) == ("Who?\nWhy?", len("China was"))
    assert Revision.objects.get().fields["body"] == "Which?"


def test_a_change_without_reason_is_refused(editor: Client, rendition: Rendition) -> None:
    made = note(rendition)
    sent = words(rendition, "China") | {"version": 1, "reason": "", "body": "Who?"}
    assert editor.post(address("edit", made.uid), sent).status_code == 400


def test_who_saves_second_sees_both_texts_and_then_decides(
    editor: Client, rendition: Rendition
) -> None:
    made = note(rendition)
    edit_annotation(
        annotation=made, expected=1, by=factories.editor("ernst"), reason="a", body="Theirs."
    )
    sent = words(rendition, "China") | {"version": 1, "reason": "b", "body": "Mine."}
    answer = ask(editor, address("edit", made.uid), sent)
    said = answer.json()
    assert answer.status_code == 409
    assert (said["theirs"], said["yours"]) == ({"Note": "Theirs."}, {"Note": "Mine."})
    assert "Theirs." in said["html"]
    assert 'name="version" value="2"' in said["html"]
    made.refresh_from_db()
    assert made.body == "Theirs."
    assert ask(editor, address("edit", made.uid), sent | {"version": 2}).status_code == 200
    assert set(Revision.objects.values_list("fields__body", flat=True)) == {"Which?", "Theirs."}


def test_a_deleted_mark_is_listed_with_a_way_back(editor: Client, rendition: Rendition) -> None:
    made = note(rendition)
    editor.post(address("delete", made.uid), {"version": 1, "reason": "A slip."})
    html = editor.get(address("page")).content.decode()
    assert f'data-annotation="{made.uid}"' not in html
    assert address("restore", made.uid) in html
    answer = ask(editor, address("restore", made.uid), {"version": 2, "reason": "Undone."})
    made.refresh_from_db()
    assert made.state == "active"
    assert f'data-annotation="{made.uid}"' in answer.json()["passages"]["b-0"]


def test_a_mark_that_somebody_changed_is_not_deleted_unseen(
    editor: Client, rendition: Rendition
) -> None:
    made = note(rendition)
    edit_annotation(annotation=made, expected=1, by=factories.editor(), reason="a", body="Theirs.")
    answer = ask(editor, address("delete", made.uid), {"version": 1, "reason": "A slip."})
    assert answer.status_code == 409
    made.refresh_from_db()
    assert made.state == "active"


def test_a_mark_of_another_document_is_not_changed_from_here(
    editor: Client, rendition: Rendition
) -> None:
    other = note(factories.rendition(f"{TEXT} More.", slug="other"))
    assert editor.get(address("edit", other.uid)).status_code == 404
    assert (
        editor.post(address("delete", other.uid), {"version": 1, "reason": "x"}).status_code == 404
    )


def test_a_mark_of_a_deleted_claim_does_not_come_back(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    by = factories.editor()
    made = mark_claim(**place(rendition, "China"), claim=claim, stance="asserts", by=by)
    delete_annotation(annotation=made, expected=1, by=by, reason="x")
    delete_claim(claim=claim, expected=1, by=by, reason="x")
    answer = ask(editor, address("restore", made.uid), {"version": 2, "reason": "Undone."})
    assert (answer.status_code, "This claim was deleted" in answer.json()["error"]) == (400, True)


# Claims and what bears on them


def test_claims_are_found_while_typing(editor: Client, rendition: Rendition, claim: Claim) -> None:
    create_claim(slug="ladakh", statement="Troops left Ladakh.", by=factories.editor())
    said = ask(editor, f"{address('find_claims')}?q=force+at+aigun").json()
    assert said["claims"] == [{"slug": claim.slug, "statement": claim.statement, "kind": "fact"}]
    assert said["proposed"] == "force-at-aigun"


def test_deleted_claims_are_not_offered(editor: Client, rendition: Rendition, claim: Claim) -> None:
    delete_claim(claim=claim, expected=1, by=factories.editor(), reason="x")
    assert ask(editor, f"{address('find_claims')}?q=aigun").json()["claims"] == []


def test_a_claim_shows_its_places_its_evidence_and_its_judgements(
    editor: Client, rendition: Rendition
) -> None:
    populate(rendition, 1)
    claim = Claim.objects.get()
    html = editor.get(address("claim", claim.slug)).content.decode()
    for said in (
        claim.statement,
        "probably true",
        "It fits.",
        "So it says.",
        "nobody rested",
        "China was",
    ):
        assert said in html


def test_words_of_comments_stay_covered_on_the_claims_sheet(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    mark_evidence(
        **place(rendition, "Rain fell."),
        claim=claim,
        relation="supports",
        note="Weather.",
        by=factories.editor(),
    )
    html = editor.get(address("claim", claim.slug)).content.decode()
    assert "Words in the comment section." in html
    assert "Rain fell" not in html


def test_a_claim_is_changed_with_a_reason(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    sent = {"statement": "Better.", "kind": "fact", "version": 1, "reason": "Clearer."}
    answer = editor.post(address("edit_claim", claim.slug), sent)
    claim.refresh_from_db()
    assert answer.headers["Location"] == address("claim", claim.slug)
    assert (claim.statement, Revision.objects.get().reason) == ("Better.", "Clearer.")


def test_two_changes_of_a_claim_are_shown_side_by_side(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    edit_claim(claim=claim, expected=1, by=factories.editor(), reason="a", kind="opinion")
    sent = {"statement": claim.statement, "kind": "prediction", "version": 1, "reason": "b"}
    answer = ask(editor, address("edit_claim", claim.slug), sent)
    assert answer.status_code == 409
    assert answer.json()["theirs"] == {"Kind": "opinion"}
    assert answer.json()["yours"] == {"Kind": "prediction"}


JUDGEMENT = {
    "verdict": "supported",
    "credibility": "2",
    "reasons": "It fits.",
    "as_of": "2026-11-01",
    "replacing": "",
}


def test_a_claim_is_judged_and_every_card_of_it_says_so(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    made = mark_claim(
        **place(rendition, "forced"), claim=claim, stance="asserts", by=factories.editor()
    )
    answer = ask(editor, address("judge", claim.slug), JUDGEMENT)
    said = answer.json()
    assert (said["then"], [card["uid"] for card in said["cards"]]) == (
        address("claim", claim.slug),
        [made.uid],
    )
    assert "probably true" in said["cards"][0]["html"]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"credibility": "1"}, "needs independent confirmation"),
        ({"credibility": ""}, "from 1 to 6"),
        ({"verdict": "not_checkable"}, "leave the credibility empty"),
        ({"as_of": "2999-01-01"}, "lies in the future"),
        ({"reasons": ""}, "This field is required."),
    ],
)
def test_a_judgement_that_does_not_hold_is_refused(
    editor: Client, rendition: Rendition, claim: Claim, values: dict[str, str], why: str
) -> None:
    answer = ask(editor, address("judge", claim.slug), JUDGEMENT | values)
    assert answer.status_code == 400
    assert why in answer.json()["html"]
    assert not Assessment.objects.exists()


def test_a_judgement_does_not_replace_one_that_was_not_seen(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    editor.post(address("judge", claim.slug), JUDGEMENT)
    answer = ask(editor, address("judge", claim.slug), JUDGEMENT | {"credibility": "4"})
    assert answer.status_code == 409
    assert answer.json()["theirs"] == {"Credibility": "2 – probably true"}
    assert Assessment.objects.count() == 1


WORK = {
    "work": "Ravenstein, The Russians on the Amur, London 1861.",
    "access": "not_consulted",
    "relation": "refutes",
    "note": "Tells of the treaty in print.",
    "independence": "independent",
}


def test_an_outside_work_is_added_changed_deleted_and_brought_back(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    editor.post(address("work", claim.slug), WORK)
    row = Evidence.objects.get()
    edit = WORK | {"version": 1, "reason": "Seen.", "access": "in_hand"}
    editor.post(address("edit_evidence", row.uid), edit)
    row.refresh_from_db()
    assert (row.access, row.version) == ("in_hand", 2)
    editor.post(address("delete_evidence", row.uid), {"version": 2, "reason": "A slip."})
    row.refresh_from_db()
    assert row.state == "deleted"
    html = editor.get(address("claim", claim.slug)).content.decode()
    assert address("restore_evidence", row.uid) in html
    editor.post(address("restore_evidence", row.uid), {"version": 3, "reason": "Undone."})
    row.refresh_from_db()
    assert row.state == "active"


def test_deleted_evidence_takes_its_mark_out_of_text_and_list(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    row = mark_evidence(
        **place(rendition, "nobody rested"),
        claim=claim,
        relation="supports",
        note="x",
        by=factories.editor(),
    )
    sent = {"version": 1, "reason": "A slip."}
    said = ask(editor, address("delete_evidence", row.uid), sent).json()
    assert [card["is_deleted"] for card in said["cards"]] == [True]
    assert "<mark" not in "".join(said["passages"].values())


@pytest.mark.parametrize(
    "values",
    [
        {"access": ""},
        {"work": ""},
        {"work_url": "javascript:alert(1)"},
        {"access": "cited_through"},
    ],
)
def test_an_outside_work_that_does_not_hold_is_refused(
    editor: Client, rendition: Rendition, claim: Claim, values: dict[str, str]
) -> None:
    assert ask(editor, address("work", claim.slug), WORK | values).status_code == 400
    assert not Evidence.objects.exists()
