"""What spellings of a name have in common, and the shapes of tags and identifiers."""

import pytest

from archive.naming import is_identifier, is_language, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ignátev", "IGNATEV"),
        ("Ignat’ev", "Ignat\u02b9ev"),
        ("Ignat'ev", "Ignat\u02bcev"),
        ("T‘ien-ching", "T'ien\u2010ching"),
        ("  Prince \u00a0 Gong ", "prince gong"),
        ("Straße", "STRASSE"),
        ("Муравьёв", "муравьев"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_two_spellings_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Aigun", "Aihui"), ("Ignatev", "Ignat'ev")])
def test_two_names_have_two(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_key_is_its_own_and_not_longer_than_its_column() -> None:
    assert key(key("Ignát’ev")) == key("Ignát’ev")
    assert len(key("\ufdfa" * 200)) == 400


@pytest.mark.parametrize("tag", ["en", "zh", "ru-Latn", "zh-Hant-TW", "grc"])
def test_a_language_tag_is_one(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["", "e", "english", "en_GB", "en-", "zh 中"])
def test_what_is_no_language_tag_is_none(tag: str) -> None:
    assert not is_language(tag)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.wikidata.org/entity/Q1190554",
        "http://www.wikidata.org/wiki/Q42",
        "https://viaf.org/viaf/76445421",
        "https://d-nb.info/gnd/118535749",
        "https://sws.geonames.org/2038569/",
        "https://isni.org/isni/000000012146438X",
        "https://elsewhere.example/persons/1",
    ],
)
def test_an_identifier_has_the_shape_of_its_host(address: str) -> None:
    assert is_identifier(address)


@pytest.mark.parametrize(
    "address",
    [
        *("", "Q42", "www.wikidata.org/entity/Q42", "javascript:alert(1)", "https://", "http://[1"),
        *("https://www.wikidata.org/entity/P42", "https://viaf.org/viaf/x", "https://nohost/1"),
        *("https://d-nb.info/118535749", "https://elsewhere.example/a b", "ftp://a.example/1"),
    ],
)
def test_another_shape_is_none(address: str) -> None:
    assert not is_identifier(address)
