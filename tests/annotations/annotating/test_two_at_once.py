"""Two editors save the same mark at the same moment: one is told, and no edit is ever lost."""

import os
from functools import partial
from typing import Any

import pytest
from django.test import Client

from annotations.actions.annotate import annotate
from annotations.models import Annotation, Revision
from archive.models import Rendition
from tests import factories
from tests.annotations.annotating.sheet import address, ask, words
from tests.annotations.threads import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]

ROUNDS = 100 if os.environ.get("VARIORUM_LONG") == "1" else 10


def signed_in(name: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(factories.editor(name))
    return client


def test_of_two_saves_of_one_mark_one_wins_and_the_other_sees_both_texts(
    rendition: Rendition,
) -> None:
    by = factories.editor()
    clients = {name: signed_in(name) for name in ("ada", "bert")}
    row = annotate(rendition=rendition, start=10, end=15, kind="note", body="First.", by=by)
    written = {"First."}

    def save(name: str, number: int, version: int) -> Any:
        sent = {"version": version, "reason": "Better.", "body": f"Round {number} by {name}."}
        return ask(clients[name], address("edit", row.uid), words(rendition, "China") | sent)

    for number in range(1, ROUNDS + 1):
        row.refresh_from_db()
        seen = row.version
        answers: Any = at_once(*(partial(save, name, number, seen) for name in clients))
        by_name = dict(zip(clients, answers, strict=True))
        assert sorted(answer.status_code for answer in answers) == [200, 409]
        loser = next(name for name, answer in by_name.items() if answer.status_code == 409)
        winner = next(name for name in clients if name != loser)
        said = by_name[loser].json()
        assert said["theirs"] == {"Note": f"Round {number} by {winner}."}
        assert said["yours"] == {"Note": f"Round {number} by {loser}."}
        assert save(loser, number, seen + 1).status_code == 200
        written |= {f"Round {number} by {name}." for name in clients}

    row.refresh_from_db()
    kept = set(Revision.objects.filter(subject_uid=row.uid).values_list("fields__body", flat=True))
    assert kept | {row.body} == written
    assert (row.version, Annotation.objects.count()) == (1 + 2 * ROUNDS, 1)
