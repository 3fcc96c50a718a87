"""Annotations come in from JSON Lines, every quotation checked, all or nothing."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from annotations.models import Annotation
from archive.models import Event
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "One claim \U0001d11e stands here.\nAnd a second one."
GOOD = {"document": "first", "start": 0, "end": 9, "quote": "One claim"}


@pytest.fixture(autouse=True)
def first() -> None:
    factories.rendition(TEXT, slug="first", external_id="doc-1")


def write(folder: Path, *rows: Any) -> Path:
    path = folder / "rows.jsonl"
    path.write_bytes(b"".join(row if isinstance(row, bytes) else encoded(row) for row in rows))
    return path


def encoded(row: Any) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"


def run(path: Path, *arguments: str) -> str:
    out = StringIO()
    call_command("import_annotations", "jsonl", str(path), *arguments, stdout=out)
    return out.getvalue()


def test_a_line_becomes_an_annotation_of_its_author(tmp_path: Path) -> None:
    row = GOOD | {"id": "a1", "label": "claim", "note": "Look at this."}
    run(write(tmp_path, row), "--by", factories.editor().username)
    made = Annotation.objects.get()
    assert (made.start, made.end, made.kind, made.label) == (0, 9, "note", "claim")
    assert (made.body, made.external_id, made.created_by) == (
        "Look at this.",
        "a1",
        factories.editor(),
    )


def test_offsets_count_code_points(tmp_path: Path) -> None:
    row = GOOD | {"start": 10, "end": 18, "quote": "\U0001d11e stands", "label": "x"}
    run(write(tmp_path, row))
    assert Annotation.objects.get().start == 10


def test_what_another_tool_counted_may_cut_a_character(tmp_path: Path) -> None:
    """Refusing it would keep the whole file outside; the words stand there all the same."""
    factories.rendition("Cafe\u0301 here.", slug="accent")
    row = {"document": "accent", "start": 0, "end": 4, "quote": "Cafe", "label": "x"}
    run(write(tmp_path, row))
    assert Annotation.objects.get().end == 4


def test_one_event_tells_a_document_of_all_its_marks(tmp_path: Path) -> None:
    rows = [GOOD | {"label": label} for label in "xyz"]
    run(write(tmp_path, *rows), "--by", factories.editor().username)
    event = Event.objects.get(event_type="annotation")
    marks = Annotation.objects.order_by("pk").values_list("uid", "kind", "start", "end")
    assert event.detail["annotations"] == [list(mark) for mark in marks]
    assert event.agent_name == "edith"


def test_a_document_may_be_called_by_its_name_elsewhere(tmp_path: Path) -> None:
    run(write(tmp_path, GOOD | {"document": "doc-1", "label": "x"}))
    assert Annotation.objects.get().rendition.capture.document.slug == "first"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("evidence", "evidence"),
        ("question", "question"),
        ("claim", "note"),
        ("statistic", "note"),
        ("lacuna", "note"),
        ("Evidence", "note"),
    ],
)
def test_a_label_that_is_a_kind_makes_that_kind(label: str, kind: str, tmp_path: Path) -> None:
    run(write(tmp_path, GOOD | {"label": label}))
    assert Annotation.objects.get().kind == kind


def test_the_words_are_not_kept_in_the_history(tmp_path: Path) -> None:
    run(write(tmp_path, GOOD | {"label": "x"}))
    event = Event.objects.get(event_type="annotation")
    assert "One claim" not in json.dumps([event.detail, event.objects_touched])


def test_bringing_the_same_in_again_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD | {"label": "x"}, GOOD | {"label": "y"})
    assert run(path) == "2 brought in, 0 were here already.\n"
    assert run(path) == "0 brought in, 2 were here already.\n"
    assert Annotation.objects.count() == 2


def test_keys_that_mean_nothing_here_are_named(tmp_path: Path) -> None:
    said = run(write(tmp_path, GOOD | {"label": "x", "score": 1, "colour": "red"}))
    assert said.strip().endswith("Passed over the keys colour, score.")


def test_json_is_one_value(tmp_path: Path) -> None:
    assert json.loads(run(write(tmp_path, GOOD | {"label": "x"}), "--json"))["written"] == 1


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in GOOD.items() if key != name}


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (b"{\n", "line 2: not JSON"),
        (b"\xff\xfe\n", "line 2: not JSON in UTF-8"),
        (b"[1]\n", "line 2: not a JSON object"),
        *((without(name), f"line 2, field {name}: is missing") for name in GOOD),
        (GOOD | {"start": "0"}, "line 2, field start: has to be a number"),
        (GOOD | {"start": True}, "line 2, field start: has to be a number"),
        (GOOD | {"end": 9.0}, "line 2, field end: has to be a number"),
        (GOOD | {"quote": None}, "line 2, field quote: has to be a text"),
        (GOOD | {"note": 5}, "line 2, field note: has to be a text"),
        (GOOD | {"document": "nowhere"}, "line 2, field document: none is called"),
        (GOOD | {"start": -1}, "line 2, field start: -1 to 9 is no range"),
        (GOOD | {"end": 900}, "line 2, field start: 0 to 900 is no range"),
        (GOOD | {"end": 0, "quote": ""}, "line 2, field start: 0 to 0 is no range"),
        (GOOD | {"quote": "One clain"}, "line 2, field quote: is not what stands at 0 to 9"),
        (GOOD | {"start": 1}, "line 2, field quote: is not what stands at 1 to 9"),
        (GOOD, "line 2: A note needs some words"),
        (GOOD | {"note": "\0"}, "line 2, field note: holds U\\+0000"),
        (GOOD | {"label": "x" * 81}, "line 2: Label: Ensure this value has at most 80"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(
    row: Any, sentence: str, tmp_path: Path
) -> None:
    before = Event.objects.count()
    with pytest.raises(CommandError, match=f"rows.jsonl, {sentence}"):
        run(write(tmp_path, GOOD | {"label": "fine"}, row))
    assert (Annotation.objects.count(), Event.objects.count()) == (0, before)


def test_two_documents_of_one_name_elsewhere_are_not_guessed_between(tmp_path: Path) -> None:
    factories.rendition("Another.", slug="second", external_id="doc-1", source=factories.source())
    with pytest.raises(CommandError, match="field document: more than one is called"):
        run(write(tmp_path, GOOD | {"document": "doc-1"}))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"missing\.jsonl: No such file"):
        run(tmp_path / "missing.jsonl")


@pytest.mark.parametrize("who", ["reader", "moderator", "publisher"])
def test_who_may_not_annotate_may_not_bring_annotations_in(who: str, tmp_path: Path) -> None:
    account = getattr(factories, who)()
    with pytest.raises(CommandError, match="may not do this"):
        run(write(tmp_path, GOOD | {"label": "x"}), "--by", account.username)


@pytest.mark.parametrize("name", ["web-annotation", "hypothesis", "brat", "csv", ""])
def test_a_format_of_another_version_is_refused_in_words(name: str) -> None:
    with pytest.raises(CommandError, match="This version does not read"):
        call_command("import_annotations", name, "rows")


def test_the_folder_of_an_export_is_read_too(tmp_path: Path) -> None:
    call_command("export", "fixtures", "--audience", "full", "--output", str(tmp_path / "out"),
                 stdout=StringIO())  # fmt: skip
    out = StringIO()
    call_command("import_annotations", "fixtures", str(tmp_path / "out"), stdout=out)
    assert out.getvalue().startswith("0 brought in")
