"""What staff find, in which order; nothing they type breaks it. Alike on both databases."""

from typing import Any

import pytest

from archive.models import Document
from archive.searching import port
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "Count Ignatyev signed at Aihui. The café of the treaty port; 瑷珲條約 was ﬁnal."
COMMENTS = [("ann", "Sakhalin was ceded."), ("", "Was it?")]


def held(text: str, comments: Any = (), **columns: Any) -> Document:
    return factories.document(text, comments, **columns)


def whole(**columns: Any) -> Document:
    """A document that can be found by each of its parts."""
    described = {
        "slug": "a-text",
        "title": "A title on a Straße",
        "external_id": "X-1",
        "authors": ["Émile Zola"],
        "url": "https://archive.example/one?two=3",
    }
    return held(TEXT, COMMENTS, **described | columns)


@pytest.mark.parametrize(
    "query",
    [
        *("ignatyev", "IGNATYEV", "Sakhalin", "ann", "port treaty", "treaty sakhalin"),
        *("cafe", "café", "cafe\u0301", "Straße", "Émile", "emile zola", "條約", "瑷珲", "final"),
        *(
            '"treaty port"',
            '"Cafe of the treaty port"',
            "igna",
            "Igna* treaty",
            "treaty -- po",
            '"treaty po',
        ),
        *("a-title", "a-text", "A title", "x-1", "https://archive.example/one?two=3"),
        "archive.example",
    ],
)
def test_a_document_is_found_by_each_of_its_parts(query: str) -> None:
    document = whole()
    held("Another text about nothing of that kind.")
    assert port.search(query) == [document.pk]


@pytest.mark.parametrize(
    "query",
    [
        *("", " ", "...", '"', '""', '"""', "*", "-", "\x00", "(", "NEAR()", "^", "' OR 1=1 --"),
        *(
            "absent",
            "treaty absent",
            '"port treaty"',
            "gnatyev",
            "Ign ",
            "names:treaty",
            "NOT port",
        ),
        *("treaty AND NOT port", "{names} : treaty", "🙂", "%", "_", "\\", "é" * 300),
        " ".join(f"word{n}" for n in range(300)),
    ],
)
def test_what_is_no_query_or_stands_nowhere_finds_nothing(query: str) -> None:
    whole()
    assert port.search(query) == []


def test_every_term_has_to_be_found_in_the_same_document() -> None:
    held("Aigun alone.")
    held("Peking alone.")
    assert port.search("aigun peking") == []


def test_what_is_called_so_comes_before_what_says_so() -> None:
    said = held("The treaty, the treaty, and the treaty again, with other words.")
    called = held("Nothing of it here but once: treaty.", title="The treaty")
    once = held("Once only, the treaty, in a long text. " + "Other words stand here. " * 40)
    assert port.search("treaty") == [called.pk, said.pk, once.pk]


def test_a_search_stays_within_the_documents_it_is_given() -> None:
    first, second = held("One treaty."), held("Another treaty.")
    some = Document.objects.exclude(pk=first.pk)
    assert [*port.match(some, "treaty")] == [second]


def test_a_text_beyond_what_a_row_can_hold_is_found_by_its_last_word() -> None:
    words = " ".join(f"w{n:x}" for n in range(120_000))
    document = held("start " * 50_000 + "finis")
    held(words)
    assert port.search("finis") == [document.pk]
