"""Two at once: one wins and the other is told, nothing is lost, and nothing withheld gets out."""

import os
import secrets
from functools import partial

import pytest

from annotations.actions.annotate import annotate
from annotations.actions.cases import open_cases
from annotations.actions.decide import decide
from annotations.actions.publish import publish
from annotations.actions.withdraw import withdraw
from annotations.models import Annotation, Case, Decision
from archive.actions.documents import describe
from archive.actions.events import chained
from archive.models import Conflict, Document, Edition, Event, Rendition, Source, User
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.threads import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]

ROUNDS = 100 if os.environ.get("VARIORUM_LONG") == "1" else 10


def token() -> str:
    """A word that nobody writes by chance."""
    return "z" + secrets.token_hex(6)


def section(secret: str, text: str = "The river was crossed in May.") -> Rendition:
    """A document whose first comment, kept so far, says the secret."""
    made = factories.rendition(text, [("alder", f"{secret} said somebody here."), ("birch", "No.")])
    scenes.keep_all(made)
    return made


def release(*renditions: Rendition, by: User | None = None) -> list[Edition]:
    return publish(
        documents=[rendition.capture.document for rendition in renditions],
        by=by or factories.publisher(),
        reason="Published.",
        accept_warnings=True,
    )


def withhold(rendition: Rendition, by: User | None = None) -> Decision:
    case = Case.objects.get(comment__rendition=rendition, comment__number=1, part="body")
    return decide(
        case=case,
        expected=case.version,
        outcome="withhold",
        rule=scenes.rule(),
        reason="It insults somebody.",
        by=by or factories.moderator(),
    )


def take_back(rendition: Rendition) -> object:
    document = rendition.capture.document
    return withdraw(document=document, by=factories.publisher(), reason="The owner asked.")


def quoting(rendition: Rendition, words: str, source: Source | None = None) -> Rendition:
    """A second document, whose claim has these words of the first as evidence."""
    made = factories.rendition("Somebody wrote against it.", source=source)
    claim = scenes.claim(f"claim-{token()}")
    scenes.makes(made, "wrote against it", claim)
    scenes.bears(rendition, words, claim, "refutes")
    return made


def showing(words: str) -> list[Edition]:
    return list(Edition.objects.open().filter(payload__contains=words))


def names(results: list[object]) -> list[str]:
    return sorted(type(result).__name__ for result in results)


def check_numbers() -> None:
    """Each subject's editions are numbered from 1 without gap or double."""
    found: dict[str, list[int]] = {}
    for uid, number in Edition.objects.order_by("number").values_list("subject_uid", "number"):
        found.setdefault(uid, []).append(number)
    for numbers in found.values():
        assert numbers == [*range(1, len(numbers) + 1)]


def check_chain(subject: Document) -> None:
    """The subject's events follow one another, each on the digest of the one before."""
    previous = ""
    events = Event.objects.filter(subject_uid=subject.uid).order_by("sequence")
    for sequence, event in enumerate(events, start=1):
        assert (event.sequence, event.previous) == (sequence, previous)
        assert event.digest == chained(event)
        previous = event.digest
    subject.refresh_from_db()
    assert (subject.event_count, subject.event_head) == (events.count(), previous)


def test_of_two_decisions_on_one_case_one_wins_and_the_other_is_told() -> None:
    text = factories.rendition("A text.", [("alder", "Somebody said so.")])
    open_cases(rendition=text)
    case = Case.objects.get(part="body")
    people, rule = (factories.moderator(), factories.moderator("mona")), scenes.rule()

    def act(by: User, expected: int, outcome: str) -> Decision:
        row = Case.objects.get(pk=case.pk)
        return decide(
            case=row, expected=expected, outcome=outcome, rule=rule, reason="It is so.", by=by
        )

    for number in range(1, ROUNDS + 1):
        outcome = ("keep", "collapse")[number % 2]
        results = at_once(*(partial(act, by, number, outcome) for by in people))
        assert names(results) == ["Conflict", "Decision"]
        told = next(result for result in results if isinstance(result, Conflict))
        assert isinstance(told.current, Case)
        assert told.current.outcome == outcome
    assert Decision.objects.filter(case=case).count() == ROUNDS
    check_chain(case.document)


def test_a_decision_that_withholds_while_somebody_publishes_is_never_shown() -> None:
    cast = factories.publisher(), factories.moderator()
    for _ in range(ROUNDS):
        secret = token()
        text = section(secret)
        results = at_once(partial(release, text, by=cast[0]), partial(withhold, text, by=cast[1]))
        assert names(results) == ["Decision", "list"]
        assert not showing(secret)
        assert showing(text.capture.document.uid), "the rest stays published"
    check_numbers()


def test_a_decision_that_withholds_while_somebody_quotes_the_words_is_never_shown() -> None:
    cast = factories.publisher(), factories.moderator()
    for _ in range(ROUNDS):
        secret = token()
        text = section(secret)
        other = quoting(text, secret)
        release(text)
        results = at_once(partial(release, other, by=cast[0]), partial(withhold, text, by=cast[1]))
        assert names(results) == ["Decision", "list"]
        assert not showing(secret)
        assert showing(other.capture.document.uid)
    check_numbers()


def test_decisions_on_documents_that_quote_one_another_wait_for_each_other_in_no_circle() -> None:
    cast = factories.publisher(), factories.moderator(), factories.moderator("mona")
    for _ in range(ROUNDS):
        secrets_ = token(), token()
        here, there = (section(secret) for secret in secrets_)
        for text, other, secret in ((here, there, secrets_[1]), (there, here, secrets_[0])):
            claim = scenes.claim(f"claim-{token()}")
            scenes.makes(text, "crossed in May", claim)
            scenes.bears(other, secret, claim, "refutes")
        release(here, there)
        scenes.mark(here, "river")
        results = at_once(
            partial(release, here, there, by=cast[0]),
            partial(withhold, here, by=cast[1]),
            partial(withhold, there, by=cast[2]),
        )
        assert names(results) == ["Decision", "Decision", "list"]
        assert not any(map(showing, secrets_))
    check_numbers()


def test_a_withdrawal_while_somebody_quotes_the_words_closes_the_quotation_too() -> None:
    by = factories.publisher()
    for _ in range(ROUNDS):
        secret = token()
        text = factories.rendition(f"The river {secret} was crossed in May.")
        other = quoting(text, secret)
        release(text)
        results = at_once(partial(release, other, by=by), partial(take_back, text))
        assert names(results) == ["Withdrawn", "list"]
        assert not showing(secret)
        assert showing(other.capture.document.uid)
    check_numbers()


def test_a_withdrawal_while_somebody_publishes_the_document_leaves_one_of_them_in_force() -> None:
    factories.publisher()
    for _ in range(ROUNDS):
        text = factories.rendition(f"The river {token()} was crossed.")
        release(text)
        scenes.mark(text, "crossed")
        results = at_once(partial(release, text), partial(take_back, text))
        document = text.capture.document
        own = Edition.objects.filter(subject_uid=document.uid)
        assert names(results) == ["Withdrawn", "list"]
        # Whoever came second decides whether the document is public; no edition is in between.
        assert [row.number for row in own.open()] in ([], [2])
        assert own.count() == 2
        check_chain(document)


def test_of_two_publishers_one_makes_the_edition_and_the_other_is_told() -> None:
    people = factories.publisher(), factories.publisher("paula")
    for _ in range(ROUNDS):
        text = section(token())
        results = at_once(*(partial(release, text, by=by) for by in people))
        assert names(results) == ["Refused", "list"]
        assert Edition.objects.filter(subject_uid=text.capture.document.uid).count() == 1
    check_numbers()


def test_two_publishers_of_documents_of_one_source_never_number_it_twice() -> None:
    people = factories.publisher(), factories.publisher("paula")
    for _ in range(ROUNDS):
        source = factories.source()
        texts = [factories.rendition(f"Text {token()}.", source=source) for _ in people]
        pairs = zip(texts, people, strict=True)
        results = at_once(*(partial(release, text, by=by) for text, by in pairs))
        assert names(results) == ["list", "list"]
        assert Edition.objects.filter(kind="source", slug=source.slug).count() == 1
    check_numbers()


def test_two_editors_who_mark_words_at_once_both_keep_their_marks() -> None:
    people = factories.editor(), factories.editor("emil")
    text = factories.rendition(" ".join(f"word{number}" for number in range(2 * ROUNDS)))

    def mark(by: User, number: int) -> Annotation:
        words = f"word{number}"
        start = text.text.index(words)
        return annotate(
            rendition=Rendition.objects.get(pk=text.pk),
            start=start,
            end=start + len(words),
            exact=words,
            kind="note",
            body=f"By {by}.",
            by=by,
        )

    for number in range(ROUNDS):
        pair = (partial(mark, by, 2 * number + at) for at, by in enumerate(people))
        assert names(at_once(*pair)) == ["Annotation", "Annotation"]
    assert Annotation.objects.active().count() == 2 * ROUNDS
    check_chain(text.capture.document)


def test_of_two_descriptions_from_the_same_form_the_later_is_told() -> None:
    people = factories.editor(), factories.editor("emil")
    document = factories.document()

    def act(by: User, version: int) -> Document:
        row = Document.objects.get(pk=document.pk)
        return describe(document=row, expected=version, by=by, abstract=f"{by} {version}")

    for version in range(1, ROUNDS + 1):
        assert names(at_once(*(partial(act, by, version) for by in people))) == [
            "Conflict",
            "Document",
        ]
    check_chain(document)
