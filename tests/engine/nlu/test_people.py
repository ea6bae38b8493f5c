from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Said = Callable[[str, str], list[Any]]

NAMED = [
    ("films with Tom Hanks", "Tom Hanks", "cast"),
    ("Filme mit Tom Hanks", "Tom Hanks", "cast"),
    ("something by denis vilneuve", "Denis Villeneuve", "director"),
    ("films by Denis Villeneuve", "Denis Villeneuve", "director"),
    ("Filme von Wim Wenders", "Wim Wenders", "director"),
    ("filme von wim wenders", "Wim Wenders", "director"),
    ("movies by Nolan", "Christopher Nolan", "director"),
    ("Filme von Nolan", "Christopher Nolan", "director"),
    ("Nolan movies", "Christopher Nolan", None),
    ("tarantino films", "Quentin Tarantino", None),
    ("directed by miyazaki", "Hayao Miyazaki", "director"),
    ("with Meryl Streep", "Meryl Streep", "cast"),
    ("mit meryl streep", "Meryl Streep", "cast"),
    ("scarlet johanson", "Scarlett Johansson", "cast"),
    ("I love Scarlett Johansson", "Scarlett Johansson", "cast"),
    ("music by Hans Zimmer", "Hans Zimmer", "music"),
    ("Musik von Hans Zimmer", "Hans Zimmer", "music"),
    ("written by Charlie Kaufman", "Charlie Kaufman", "writer"),
    ("Sandra Huller", "Sandra Hüller", "cast"),
    ("mit Sandra Hueller", "Sandra Hüller", "cast"),
    ("starring leonardo di caprio", "Leonardo DiCaprio", "cast"),
    ("Filme mit Daniel Bruehl", "Daniel Brühl", "cast"),
    ("etwas von Fatih Akin", "Fatih Akin", None),
    ("Wes Anderson", "Wes Anderson", "director"),
    ("a film with arnold schwarzeneger", "Arnold Schwarzenegger", "cast"),
    ("Herzog films", "Werner Herzog", "director"),
    ("Kubrick's films", "Stanley Kubrick", "director"),
    ("Welche Filme hat Nolan gemacht?", "Christopher Nolan", None),
]
NOBODY = [
    "films by anyone",
    "by the way",
    "with my friends",
    "mit meiner Frau",
    "von gestern",
    "films with guns",
    "I will smith",
    "by myself",
    "with hanks",
]


@pytest.mark.parametrize(("text", "name", "job"), NAMED)
def test_people_are_linked(reading: Callable[[str], Any], text: str, name: str, job: str | None) -> None:
    people = reading(text).people
    assert [person.value for person in people] == [name]
    assert job is None or people[0].extra["job"] == job


@pytest.mark.parametrize("text", NOBODY[:-1])
def test_nobody_is_named(said: Said, text: str) -> None:
    assert said(text, "person") == []


def test_an_ambiguous_surname_is_left_alone(said: Said) -> None:
    assert said("films by Anderson", "person") == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("I love Tom Hanks", "like"),
        ("ich mag Tom Hanks", "like"),
        ("I hate Tom Hanks", "dislike"),
        ("ich mag Tom Hanks nicht", "dislike"),
        ("ich kann Til Schweiger nicht leiden", "dislike"),
        ("films with Tom Hanks", None),
        ("Filme mit Tom Hanks", None),
        ("nothing with Tom Hanks", "without"),
        ("bloß nichts mit Til Schweiger", "without"),
        ("no Tom Hanks", "without"),
        ("anything with Tom Hanks that is not a musical", None),
        ("ohne Til Schweiger", "without"),
        ("not Tom Hanks please", "without"),
    ],
)
def test_what_is_said_of_a_person(reading: Callable[[str], Any], text: str, polarity: str | None) -> None:
    assert [person.extra["polarity"] for person in reading(text).people] == [polarity]


def test_a_director_beside_a_film_is_a_person_too(said: Said) -> None:
    assert (said("Us by Jordan Peele", "film"), said("Us by Jordan Peele", "person")) == (["us-2019"], ["Jordan Peele"])
