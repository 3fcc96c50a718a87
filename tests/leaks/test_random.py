"""Whatever happens in whatever order: what is withheld at the end is found nowhere."""

import os

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from archive.models import Edition
from tests.leaks import removed
from tests.leaks.crawling import Crawl
from tests.leaks.searching import Judge, leaks
from tests.leaks.worlds import VERBS, Shape, Step, World

pytestmark = [pytest.mark.django_db, pytest.mark.long]

LONG = os.environ.get("VARIORUM_LONG") == "1"

numbers = st.integers(0, 30)
shapes = st.lists(
    st.lists(st.tuples(st.integers(0, 3), numbers, st.integers(0, 6)), max_size=6),
    min_size=1,
    max_size=3,
)
# What makes a difference comes often.
verbs = st.sampled_from([*VERBS, "decide", "decide", "decide", "publish", "publish", "evidence"])
steps = st.lists(st.tuples(verbs, numbers, numbers, numbers), min_size=5, max_size=40)


@settings(
    max_examples=600 if LONG else 8,
    derandomize=not LONG,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
@given(seed=st.integers(0, 10**6), shapes=shapes, steps=steps)
def test_nothing_withheld_is_found(seed: int, shapes: list[Shape], steps: list[Step]) -> None:
    with transaction.atomic():
        world = World(seed, shapes)
        # Whatever else happens, something is published first: else little could leak.
        world.happens(("publish", 7, 0, 0))
        for step in steps:
            world.happens(step)
        try:
            note(f"{Edition.objects.count()} editions, {Edition.objects.open().count()} open")
            check()
        finally:
            transaction.set_rollback(True)


def check() -> None:
    withheld = removed.of_documents()
    judge = Judge(withheld, removed.tombs())
    crawl = Crawl(Client(), [*withheld.tokens][:5], brief=True, strict=False)
    assert [*leaks(crawl, judge)] == []
