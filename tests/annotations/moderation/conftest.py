"""A small comment section, rules to judge it by, and shorthand for judging."""

from collections.abc import Callable
from typing import Any

import pytest

from annotations.actions.cases import open_cases
from annotations.actions.decide import decide
from annotations.models import Case, Decision, Rule
from archive.models import Rendition
from tests import factories

Judge = Callable[..., Decision]

COMMENTS = [
    ("Heron", "The river froze early and the boats stayed in the harbour."),
    ("Otter", "My neighbour is a walnut, and walnuts never learn.", 0),
    ("Heron", "I still think the ferry should run."),
    ("", "Nobody signed this one."),
]


@pytest.fixture
def rules(db: None) -> dict[str, Rule]:
    """Version 1 (one rule, no longer in force) and version 2."""
    table = [
        (1, "1", "Old rule", "", ["keep"]),
        (2, "1", "Said and kept", "", ["keep"]),
        (2, "2", "Insult at a person", "harassment", ["collapse", "redact", "withhold"]),
        (2, "3", "Attack on a group", "identity_attack.religion", ["redact", "withhold"]),
        (2, "4", "Threat", "threat", ["collapse", "withhold"]),
        (2, "5", "Clever attack", "identity_attack.age", ["collapse", "withhold"]),
    ]
    made = {}
    for position, (version, number, title, category, outcomes) in enumerate(table, start=1):
        made["old" if version == 1 else number] = Rule.objects.create(
            version=version, position=position, number=number, title=title, text=f"{title}.",
            category=category, outcomes=outcomes,
        )  # fmt: skip
    return made


@pytest.fixture
def section(rules: dict[str, Rule]) -> Rendition:
    """The rendition of a document with four comments under two handles; its cases are open."""
    made = factories.rendition("The article about the ferry.", COMMENTS, slug="the-ferry")
    open_cases(rendition=made)
    return made


def case_of(rendition: Rendition, number: int, part: str = "body") -> Case:
    return Case.objects.get(comment__rendition=rendition, comment__number=number, part=part)


@pytest.fixture
def body(section: Rendition) -> Case:
    """The case of the second comment's words."""
    return case_of(section, 2)


@pytest.fixture
def handle(section: Rendition) -> Case:
    """The case of the second comment's handle."""
    return case_of(section, 2, "handle")


@pytest.fixture
def judge(rules: dict[str, Rule]) -> Judge:
    """Decide with what suffices: `judge(case, "keep")`, `judge(case, "withhold", rule="3")`."""
    grounds = {"keep": "1", "collapse": "2", "redact": "2", "withhold": "2"}

    def act(case: Case, outcome: str, **values: Any) -> Decision:
        rule = values.pop("rule", grounds.get(outcome, "1"))
        values.setdefault("expected", case.version)
        values.setdefault("by", factories.moderator())
        values.setdefault("reason", "It insults somebody.")
        return decide(case=case, outcome=outcome, rule=rules[rule], **values)

    return act


def place_of(case: Case, words: str) -> tuple[int, int]:
    """Where words of the case stand in its rendition."""
    text = case.comment.rendition.text
    start = text.index(words, case.comment.start, case.comment.end)
    return start, start + len(words)
