import re
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from annotations.actions.cases import open_cases
from annotations.actions.decide import decide
from annotations.models import Case, Rule
from archive.models import Operation, Rendition
from tests import factories
from tests.annotations.moderation.conftest import Judge, case_of, place_of

SECTION = "/admin/moderation/the-ferry/"


@pytest.fixture
def moderator(client: Client, db: None) -> Client:
    client.force_login(factories.moderator())
    return client


class Covers(HTMLParser):
    """The text of a page outside of `<details>` that are closed, and outside of `<dialog>`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[bool] = []
        self.plain = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "details":
            self.stack.append("open" not in dict(attributes))

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.stack):
            self.plain += data


def test_all_words_are_covered_until_somebody_uncovers_them(
    moderator: Client, section: Rendition
) -> None:
    plain = Covers(moderator.get(SECTION).content.decode()).plain
    assert not [word for word in ("Heron", "Otter", "walnut", "harbour") if word in plain]


def test_all_words_can_be_uncovered_without_a_script(moderator: Client, section: Rendition) -> None:
    plain = Covers(moderator.get(SECTION, {"reveal": "all"}).content.decode()).plain
    assert "The river froze early and the boats stayed in the harbour." in plain


def test_a_comment_stands_in_its_thread(moderator: Client, section: Rendition) -> None:
    page = moderator.get(SECTION).content.decode()
    assert re.search(r'class="seat depth-1" id="seat-2"', page)
    assert 'answers <a href="#seat-1">comment 1</a>' in page
    assert 'same handle as <a href="#seat-1">comment 1</a>' in page


def test_the_article_is_at_hand(moderator: Client, section: Rendition) -> None:
    assert "The article about the ferry." in moderator.get(SECTION).content.decode()


def test_the_first_case_that_is_left_is_open_for_judging(
    moderator: Client, section: Rendition, judge: Judge
) -> None:
    judge(case_of(section, 1, "handle"), "keep")
    current = moderator.get(SECTION).context["current"]
    assert current.case == case_of(section, 1)


def test_the_address_may_name_the_case_to_judge(moderator: Client, body: Case) -> None:
    page = moderator.get(SECTION, {"case": body.uid})
    assert page.context["current"].case == body
    assert page.content.decode().count("<form") == page.content.decode().count("csrfmiddleware") + 1


def test_what_is_decided_is_said_before_the_words(
    moderator: Client, body: Case, judge: Judge
) -> None:
    judge(body, "withhold", rule="3", severity=2)
    page = moderator.get(SECTION).content.decode()
    card = page[page.index(f'id="case-{body.uid}"') :]
    places = [card.index(words) for words in ("attack on a group: religion", "rule 3", "walnut")]
    assert places == sorted(places)


def test_redacted_words_are_struck_for_the_moderator(
    moderator: Client, section: Rendition, judge: Judge
) -> None:
    case = case_of(section, 2)
    judge(case, "redact", redactions=[place_of(case, "walnut")])
    page = moderator.get(SECTION).content.decode()
    assert '<s class="is-gone">walnut</s>' in page


def test_the_history_shows_every_decision(moderator: Client, body: Case, judge: Judge) -> None:
    judge(body, "keep", reason="First thought.")
    judge(body, "withhold", reason="Second thought.", public_note="An insult.")
    page = moderator.get(SECTION).content.decode()
    assert all(words in page for words in ("First thought.", "Second thought.", "An insult."))


def test_a_rule_is_offered_only_for_what_it_can_bear(moderator: Client, body: Case) -> None:
    page = moderator.get(SECTION, {"case": body.uid}).content.decode()
    label = r'class="rule([^"]*)"><input type="radio" name="rule" value="(.)"'
    offered = {number: borne.split() for borne, number in re.findall(label, page)}
    assert offered["1"] == ["bears-keep"]
    assert "bears-collapse" not in offered["4"] + offered["5"]
    assert offered["2"] == ["bears-collapse", "bears-redact", "bears-withhold"]


def test_a_rule_of_an_older_version_is_not_offered(moderator: Client, body: Case) -> None:
    assert "Old rule" not in moderator.get(SECTION, {"case": body.uid}).content.decode()


def test_a_handle_cannot_be_collapsed(moderator: Client, handle: Case) -> None:
    page = moderator.get(SECTION, {"case": handle.uid}).content.decode()
    assert 'name="outcome" value="collapse"' not in page


def test_without_rules_the_page_says_what_is_missing(client: Client, db: None) -> None:
    open_cases(rendition=factories.rendition(comments=[("", "Hello.")], slug="the-ferry"))
    client.force_login(factories.moderator())
    assert "No moderation rules are in force" in client.get(SECTION).content.decode()


def test_an_editor_sees_why_the_button_is_off(client: Client, body: Case) -> None:
    client.force_login(factories.editor())
    page = client.get(SECTION).content.decode()
    assert '<button type="button" class="button" disabled title="Only moderators decide."' in page
    assert 'name="outcome"' not in page


def test_who_asked_for_a_second_opinion_sees_why_the_button_is_off(
    moderator: Client, body: Case, judge: Judge
) -> None:
    judge(body, "keep", needs_second_opinion=True)
    page = moderator.get(SECTION, {"case": body.uid}).content.decode()
    assert 'title="You asked for a second opinion: somebody else has to give it."' in page


def test_nothing_to_undo_turns_the_button_off(moderator: Client, section: Rendition) -> None:
    page = moderator.get(SECTION).content.decode()
    assert page.count('disabled title="Nothing has been decided yet."') == 6


def test_each_look_is_logged(moderator: Client, section: Rendition) -> None:
    moderator.get(SECTION)
    moderator.get(f"/admin/moderation/cases/{case_of(section, 2).uid}/", headers=FETCH)
    assert list(Operation.objects.values_list("kind", "subject")) == [
        ("view", f"rendition:{section.uid}"),
        ("view", f"rendition:{section.uid}"),
    ]


def test_a_document_without_comments_says_so(moderator: Client, db: None) -> None:
    factories.rendition(slug="the-ferry")
    assert "No comments were found" in moderator.get(SECTION).content.decode()


def test_the_script_gets_one_case_alone(moderator: Client, body: Case) -> None:
    answer = moderator.get(f"/admin/moderation/cases/{body.uid}/", headers=FETCH)
    page = answer.content.decode()
    assert (page.count("data-case="), page.count('class="judge"')) == (1, 1)
    assert 'data-decided="0" data-total="6"' in page


FETCH = {"X-Requested-With": "fetch"}


def of_size(comments: int, rules: dict[str, Rule]) -> str:
    """A section with a reply, a decision and a flag on each comment; its address."""
    texts = [("Heron", "The first."), *[(f"Otter {n}", f"Number {n}.", 0) for n in range(comments)]]
    made = factories.rendition(comments=texts, slug=f"section-{comments}")
    for case in open_cases(rendition=made):
        decide(
            case=case, expected=1, outcome="keep", rule=rules["1"], reason="Said.",
            by=factories.moderator(),
        )  # fmt: skip
    return f"/admin/moderation/section-{comments}/"


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_a_long_section_takes_as_many_queries_as_a_short_one(
    moderator: Client, rules: dict[str, Rule]
) -> None:
    short, long = of_size(1, rules), of_size(10, rules)
    moderator.get(short)
    assert queries(moderator, short) == queries(moderator, long)


def test_a_long_queue_takes_as_many_queries_as_a_short_one(
    moderator: Client, rules: dict[str, Rule]
) -> None:
    of_size(1, rules)
    moderator.get("/admin/moderation/")
    short = queries(moderator, "/admin/moderation/")
    of_size(10, rules)
    assert queries(moderator, "/admin/moderation/") == short
