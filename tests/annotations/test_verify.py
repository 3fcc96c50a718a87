"""Whatever is changed behind the archive's back is found and named, in no words of its own."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from annotations.actions.cases import open_cases
from annotations.actions.closing import shut
from annotations.actions.decide import decide
from annotations.actions.verify import verify
from annotations.models import Annotation, Decision
from archive import guards, storage
from archive.actions.agents import software
from archive.models import Blob, Document, Edition, Entry, Event, Operation, Rendition, Slug
from archive.verifying.problem import Problem
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.interchange import archives

pytestmark = pytest.mark.django_db


def problems() -> list[Problem]:
    found: list[Problem] = []
    verify(by=software(), tell=found.append)
    return found


@pytest.fixture
def document() -> Document:
    return archives.small()


def by_sql(statement: str) -> None:
    """What somebody with the database's password can do: drop the guards, put them back."""
    connection.check_constraints()  # PostgreSQL alters no table that has checks waiting
    with guards.lifted(connection):
        with connection.cursor() as cursor:
            cursor.execute(statement)
        connection.check_constraints()


def file_of(digest: str) -> Path:
    return Path(storage.blobs().path(storage.name_of(digest)))


def an_original() -> str:
    return Blob.objects.values_list("sha256", flat=True)[0]


def test_an_archive_that_nobody_touched_has_no_problem(document: Document) -> None:
    assert problems() == []


def test_an_empty_archive_has_no_problem() -> None:
    assert problems() == []


def test_everything_is_looked_at(document: Document) -> None:
    tally = verify(by=software(), tell=print)
    for kind in ("guard", "blob", "rendition", "event", "witness", "edition", "quotation",
                 "projection", "address", "annotation", "case"):  # fmt: skip
        assert tally[kind], kind
    assert tally["rendition"] == Rendition.objects.count()
    assert tally["event"] == Event.objects.count()


def damage_a_byte() -> str:
    file = file_of(an_original())
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    return file.name


def remove_a_file() -> str:
    file = file_of(an_original())
    file.unlink()
    return file.name


def shorten_a_file() -> str:
    file = file_of(an_original())
    file.write_bytes(file.read_bytes()[:-1])
    return file.name


@pytest.mark.parametrize("damage", [damage_a_byte, remove_a_file, shorten_a_file])
def test_a_damaged_original_is_found_and_told_to_its_documents(
    damage: Callable[[], str], document: Document
) -> None:
    digest = damage()
    assert [(found.kind, found.name) for found in problems()] == [("blob", digest)]
    event = Event.objects.get(event_type="fixity check")
    assert (event.subject_uid, event.outcome) == (document.uid, "fail")
    assert event.objects_touched == [f"blob:{digest}"]


def test_a_check_that_passed_is_no_event(document: Document) -> None:
    before = Event.objects.count()
    problems()
    assert Event.objects.count() == before
    assert Operation.objects.get(kind="fixity check").detail["problems"] == 0


LAST = "(SELECT MAX(sequence) FROM archive_event WHERE subject_kind = 'document')"
TAMPERING = {
    "one character of a text": (
        "UPDATE archive_rendition SET text = 'Th1' || SUBSTR(text, 4) WHERE number = 2",
        ("rendition", "its text has another SHA-256"),
    ),
    "a text emptied": (
        "UPDATE archive_rendition SET text = '' WHERE number = 2",
        ("rendition", "its text is missing"),
    ),
    "a text and the digest beside it": (
        "UPDATE archive_rendition SET text_sha256 = structure_sha256",
        ("rendition", "another digest than an event says"),
    ),
    "a text's length": (
        "UPDATE archive_rendition SET length = length + 1",
        ("rendition", "the row says"),
    ),
    "a section": (
        "UPDATE archive_section SET kind = 'heading' WHERE position = 1",
        ("rendition", "sections and comments"),
    ),
    "a section removed": (
        "DELETE FROM archive_section WHERE position = 2",
        ("rendition", "sections and comments"),
    ),
    "a comment's depth": (
        "UPDATE archive_comment SET depth = 5 WHERE number = 2",
        ("rendition", "sections and comments"),
    ),
    "a comment's handle": (
        "UPDATE archive_comment SET author_start = author_start + 1 WHERE number = 1",
        ("rendition", "sections and comments"),
    ),
    "an event's time": (
        "UPDATE archive_event SET at = '2020-01-01 00:00:00+00:00' WHERE sequence = 2",
        ("event", "its content is not what its digest says"),
    ),
    "an event's agent": (
        "UPDATE archive_event SET agent_name = 'somebody' WHERE sequence = 1",
        ("event", "its content is not what its digest says"),
    ),
    "an event's digest": (
        "UPDATE archive_event SET digest = previous WHERE sequence = 2",
        ("event", "its content is not what its digest says"),
    ),
    "an event in the middle": (
        "DELETE FROM archive_event WHERE sequence = 2 AND subject_kind = 'document'",
        ("event", "it is missing"),
    ),
    "the last event changed": (
        f"UPDATE archive_event SET outcome = 'fail' WHERE sequence = {LAST}",
        ("event", "its content is not what its digest says"),
    ),
    "the last event removed": (
        f"DELETE FROM archive_event WHERE subject_kind = 'document' AND sequence = {LAST}",
        ("event", "it is missing"),
    ),
    "all events of a source": (
        "DELETE FROM archive_event WHERE subject_kind = 'source'",
        ("event", "it is missing, and so are all"),
    ),
    "a head": (
        "UPDATE archive_document SET event_head = 'x'",
        ("event", "it is not the one that its subject remembers"),
    ),
    "a count": (
        "UPDATE archive_document SET event_count = event_count - 1",
        ("event", "its subject counts only"),
    ),
    "a payload": (
        "UPDATE archive_edition SET payload = REPLACE(payload, 'treaty', 'treatz')",
        ("edition", "its payload has another SHA-256"),
    ),
    "a payload emptied": (
        "UPDATE archive_edition SET payload = '' WHERE number = 2",
        ("edition", "its payload is missing"),
    ),
    "an edition's digest": (
        "UPDATE archive_edition SET sha256 = 'x' WHERE number = 1",
        ("edition", "its payload has another SHA-256"),
    ),
    "an edition's address": (
        "UPDATE archive_edition SET slug = 'elsewhere' WHERE kind = 'document'",
        ("edition", "its payload says that it is another edition"),
    ),
    "a quotation": (
        "UPDATE archive_quotation SET \"end\" = \"end\" + 9999",
        ("quotation", "it lies outside the text"),
    ),
    "a tombstone removed": (
        "DELETE FROM archive_withdrawal",
        ("withdrawal", "it is gone, and an event speaks of it"),
    ),
    "an address given away": (
        "UPDATE archive_slug SET state = 'renamed' WHERE value = 'first'",
        ("document", "its address is not in the register"),
    ),
    "an annotation's range": (
        "UPDATE annotations_annotation SET start = start + 1",
        ("annotation", "its words are not those it was made on"),
    ),
    "an annotation out of the text": (
        "UPDATE annotations_annotation SET \"end\" = 99999",
        ("annotation", "its words are not those it was made on"),
    ),
    "a case's words": (
        "UPDATE annotations_case SET words_sha256 = SUBSTR(words_sha256, 1, 63) || 'x'",
        ("case", "its words are not those it was opened on"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERING)
def test_what_is_changed_behind_its_back_is_found(what: str, document: Document) -> None:
    statement, (kind, sentence) = TAMPERING[what]
    withdraw_as_people_do(document)
    by_sql(statement)
    found = [row for row in problems() if row.kind == kind and sentence in row.problem]
    assert found
    assert all(len(row.name) > 3 for row in found)


def withdraw_as_people_do(document: Document) -> None:
    """So that an event speaks of a tombstone."""
    for edition in Edition.objects.open().filter(kind="claim"):
        shut(edition, by=factories.publisher(), reason="No longer.", at=timezone.now())


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("archive_rating", "rating"),
        ("annotations_decision", "decision"),
    ],
)
def test_a_judgement_that_an_event_speaks_of_cannot_vanish(table: str, kind: str) -> None:
    witnessed_judgement()
    assert problems() == []
    for dependent in ("annotations_redaction", table):
        by_sql(f"DELETE FROM {dependent}")
    named = {row.kind for row in problems() if "an event speaks of it" in row.problem}
    assert named == {kind}


def test_a_redaction_cannot_vanish_or_move() -> None:
    decision = witnessed_judgement()
    by_sql("UPDATE annotations_redaction SET start = start + 1")
    (found,) = [row for row in problems() if row.kind == "decision"]
    assert (found.name, "ranges" in found.problem) == (decision.uid, True)


def witnessed_judgement() -> Decision:
    """A rating and a redaction, made by the verbs that record events."""
    archives.rated("first")
    rendition = factories.rendition("A text.", [("nightingale", "Some words of a comment.")])
    case = next(row for row in open_cases(rendition=rendition) if row.part == "body")
    start = rendition.text.index("Some words")
    return decide(
        case=case, expected=case.version, outcome="redact", rule=scenes.rule(),
        reason="Not fit.", redactions=[(start, start + 4)], by=factories.moderator(),
    )  # fmt: skip


def test_missing_guards_are_named(document: Document) -> None:
    guards.drop(connection)
    named = {row.name for row in problems() if row.kind == "guard"}
    assert named == set(guards.missing(connection))


def test_lists_show_no_closed_edition(document: Document) -> None:
    closed = Edition.objects.get(kind="document", number=1)
    by_sql(f"UPDATE archive_entry SET edition_id = {closed.pk} WHERE kind = 'document'")
    assert Entry.objects.filter(edition=closed).exists()
    assert [row.name for row in problems() if row.kind == "projection"] == ["document/first"]


def test_an_edition_that_vanished_leaves_a_gap(document: Document) -> None:
    first = Edition.objects.get(kind="document", number=1)
    for table in ("withdrawal", "quotation"):
        by_sql(f"DELETE FROM archive_{table} WHERE edition_id = {first.pk}")
    by_sql(f"DELETE FROM archive_edition WHERE id = {first.pk}")
    found = {str(row) for row in problems() if row.kind == "edition"}
    assert "edition document/first: 1 of its 2 editions are missing." in found


def test_an_address_of_nobody_is_not_a_problem(document: Document) -> None:
    """Addresses that were given up stay registered."""
    Slug.objects.create(kind="document", value="given-up", subject_uid="x", state="renamed",
                        by=software())  # fmt: skip
    assert problems() == []


def test_problems_hold_no_words(document: Document) -> None:
    by_sql("UPDATE archive_rendition SET text = 'Th1' || SUBSTR(text, 4)")
    by_sql("UPDATE archive_edition SET payload = REPLACE(payload, 'treaty', 'treatz')")
    said = " ".join(map(str, problems()))
    assert "treat" not in said
    assert "nightingale" not in said


def test_an_orphan_is_not_held_against_the_text_it_left(document: Document) -> None:
    Annotation.objects.filter(kind="evidence").update(state="orphan", start=0)
    assert problems() == []


def test_plain_loaddata_leaves_texts_to_be_named(document: Document) -> None:
    by_sql("UPDATE archive_rendition SET text = ''")
    found = {row.problem for row in problems() if row.kind == "rendition"}
    assert found == {"its text is missing (`load` brings texts, plain `loaddata` does not)"}


def run(*arguments: str) -> tuple[str, str]:
    """What the command says, and what it complains of."""
    out = StringIO()
    try:
        call_command("verify", *arguments, stdout=out)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def test_the_command_says_how_much_it_checked(document: Document) -> None:
    said, complaint = run()
    assert said.startswith("Checked: guard ")
    assert complaint == ""


def test_the_command_fails_and_names_what_is_wrong(document: Document) -> None:
    digest = damage_a_byte()
    said, complaint = run()
    assert f"blob {digest}: its file has another SHA-256" in said
    assert complaint == "1 problems found."


@pytest.mark.parametrize("is_whole", [True, False])
def test_json_is_one_value(is_whole: bool, document: Document) -> None:
    if not is_whole:
        damage_a_byte()
        by_sql("UPDATE archive_document SET event_head = 'x'")
    told = json.loads(run("--json")[0])
    assert set(told) == {"checked", "problems"}
    assert len(told["problems"]) == (0 if is_whole else 2)
    assert all(set(row) == {"kind", "name", "problem"} for row in told["problems"])


def test_an_unknown_account_is_refused() -> None:
    assert run("--by", "nobody")[1].startswith("There is no account")
