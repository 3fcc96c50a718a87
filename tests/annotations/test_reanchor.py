"""Carrying marks over to a later text: found word for word in one place, or an orphan."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from annotations.actions.publish import preview
from annotations.actions.reanchor import reanchor
from annotations.models import Annotation, AnnotationState
from archive.models import Document, Rendition
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

OLD = "It was signed at Aigun in 1858. The river became the border of both."


def later(text: Rendition, words: str) -> Rendition:
    parsed = factories.parsed(words)
    return factories.ingest(
        data=words.encode(), parsed=parsed, by=factories.editor(), title="",
        document=text.capture.document,
    ).rendition  # fmt: skip


def document(text: Rendition) -> Document:
    return text.capture.document


@pytest.mark.parametrize(
    ("new", "state"),
    [
        (f"{OLD} And more.", "exact"),
        (f"A new beginning. {OLD}", "moved"),
        (OLD.replace("signed at Aigun", "concluded in Peking"), "orphan"),
        (f"{OLD}\n\n{OLD}", "exact"),
        ("Something else altogether stands here now.", "orphan"),
    ],
)
def test_a_mark_goes_where_its_words_stand_or_stays_as_an_orphan(new: str, state: str) -> None:
    text = factories.rendition(OLD, slug="a-text")
    mark = scenes.mark(text, "signed at Aigun")
    made = later(text, new)
    (done,) = reanchor(document=document(text), by=factories.editor())
    row = Annotation.objects.get(pk=mark.pk)
    assert done.state == state
    if state == "orphan":
        assert (row.rendition, row.state) == (text, AnnotationState.ORPHAN)
    else:
        assert row.rendition == made
        assert made.text[row.start : row.end] == "signed at Aigun"


def test_nothing_is_published_without_the_marks_of_the_text_before() -> None:
    text = factories.rendition(OLD, slug="a-text")
    scenes.mark(text, "signed at Aigun")
    later(text, f"{OLD} And more.")
    plan = preview(documents=[document(text)], by=factories.publisher())
    assert any("1 annotations stand on an earlier text" in each for each in plan.blocks)
    reanchor(document=document(text), by=factories.editor())
    assert preview(documents=[document(text)], by=factories.publisher()).blocks == []


def test_a_second_run_has_nothing_to_do() -> None:
    text = factories.rendition(OLD, slug="a-text")
    scenes.mark(text, "signed at Aigun")
    later(text, f"A new beginning. {OLD}")
    assert len(reanchor(document=document(text), by=factories.editor())) == 1
    assert reanchor(document=document(text), by=factories.editor()) == []


def test_the_command_lists_orphans_and_fails() -> None:
    text = factories.rendition(OLD, slug="a-text")
    mark = scenes.mark(text, "signed at Aigun")
    later(text, "Something else altogether stands here now.")
    out = StringIO()
    with pytest.raises(CommandError, match="1 orphans"):
        call_command("reanchor", "a-text", "--json", stdout=out)
    (row,) = json.loads(out.getvalue())
    assert (row["annotation"], row["state"], row["start"]) == (mark.uid, "orphan", None)


@pytest.mark.parametrize(
    ("name", "by", "sentence"),
    [("nowhere", None, "nowhere"), ("a-text", "rita", "rita"), ("a-text", "nobody", "nobody")],
)
def test_who_may_not_and_what_is_not_there(name: str, by: str | None, sentence: str) -> None:
    factories.rendition(OLD, slug="a-text")
    factories.reader()
    with pytest.raises(CommandError, match=sentence):
        call_command("reanchor", name, *(["--by", by] if by else []))
