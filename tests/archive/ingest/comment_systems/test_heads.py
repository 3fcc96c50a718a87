"""What the head of a comment says: the name, the date, and how many comments there are."""

import pytest

from archive.ingest.comment_systems.html import count, head, when


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Guest says:", "Guest"),
        ("Rita said...", "Rita"),
        ("Zofia pisze...", "Zofia"),
        ("Comment by M. Weir — 17.07, 2011 @ 20:08", "M. Weir"),
        ("Kommentar von Uwe am 12.3.2010", "Uwe"),
        ("von berg am 12.3.2010", "berg"),
        ("Submitted by Anna on Mon, 02/03/2014 - 10:12", "Anna"),
        ("Marie 3. Mai 2010", "Marie"),
        ("Lise sagt:\nam 12.3.2011", "Lise"),
        ("#3 Hans", "Hans"),
        ("Autor: Kai", "Kai"),
    ],
)
def test_a_name_is_freed_of_what_stands_around_it(words: str, name: str) -> None:
    place = head.name(words, (0, len(words)))
    assert place is not None
    assert words[slice(*place)] == name


@pytest.mark.parametrize(
    "words", ["Von der Heide", "De Vries", "Jan Le", "Sa", "~wodniak", "1968er", "Anna (Gast)"]
)
def test_a_name_alone_stays_as_it_is(words: str) -> None:
    assert head.name(words, (0, len(words))) == (0, len(words))


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("on May 30, 2019 at 1:06 PM", "May 30, 2019 at 1:06 PM"),
        ("am 11. Dezember 2012 um 11:07", "11. Dezember 2012 um 11:07"),
        ("18. Oktober 2023 - 13:11", "18. Oktober 2023 - 13:11"),
        ("Le 3 mai 2010 à 12h30, par Luc", "3 mai 2010 à 12h30"),
        ("3 de mayo de 2019 a las 12:11", "3 de mayo de 2019 a las 12:11"),
        ("10 czerwca 2019 o 12:33", "10 czerwca 2019 o 12:33"),
        ("12 марта 2010 в 12:11", "12 марта 2010 в 12:11"),
        ("Mon, 02/03/2014 - 10:12", "Mon, 02/03/2014 - 10:12"),
        ("17.07, 2011 @ 16:12", "17.07, 2011 @ 16:12"),
        ("20:11, 2010-03-02", "20:11, 2010-03-02"),
        ("1 Monat her", "1 Monat her"),
        ("vor einem Jahr", "vor einem Jahr"),
        ("il y a 2 ans", "il y a 2 ans"),
        ("3 dni temu", "3 dni temu"),
        ("about 5 hours ago", "about 5 hours ago"),
    ],
)
def test_a_date_is_found_as_it_is_written(words: str, date: str) -> None:
    place = when.find(words, 0, len(words))
    assert place is not None
    assert words[slice(*place)] == date


@pytest.mark.parametrize("words", ["2 Millionen", "Marta 4 rooms", "the 2019 report", "v1.2"])
def test_what_is_no_date_is_not_taken_for_one(words: str) -> None:
    assert when.find(words, 0, len(words)) is None


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2021-05-04T09:12:00+02:00", "2021-05-04T09:12:00+02:00"),
        ("2021-05-04T09:12:00Z", "2021-05-04T09:12:00+00:00"),
        ("1538121600", "2018-09-28T08:00:00+00:00"),
        ("1538121600000", "2018-09-28T08:00:00+00:00"),
    ],
)
def test_a_moment_with_a_zone_is_known(words: str, moment: str) -> None:
    found = when.moment(words)
    assert found is not None
    assert found.isoformat() == moment


@pytest.mark.parametrize("words", ["2021-05-04T09:12:00", "May 4, 2021", "20210504", "yesterday"])
def test_a_moment_without_a_zone_is_not_guessed(words: str) -> None:
    assert when.moment(words) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("5 thoughts on “The ferry”", 5),
        ("45 Gedanken zu „Die Fähre“", 45),
        ("1,204 comments", 1204),
        ("Kommentare (12)", 12),
        ("Komentarze: 7", 7),
        ("2 komentarze", 2),
        ("Ein Kommentar", 1),
        ("Noch keine Kommentare", 0),
        ("Bisher keine Kommentare", 0),
        ("Aucun commentaire", 0),
        ("No comments yet", 0),
        ("3 комментария", 3),
        ("8 reacties", 8),
    ],
)
def test_a_statement_is_understood(words: str, number: int) -> None:
    assert count.stated(words) == number


@pytest.mark.parametrize(
    "words", ["Comments", "Leave a comment", "Top 10 posts of 2019 in pictures", "2 Jahre her"]
)
def test_what_states_no_number_is_no_statement(words: str) -> None:
    assert count.stated(words) is None
