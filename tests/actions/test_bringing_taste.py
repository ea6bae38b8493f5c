"""Ratings from elsewhere on a person's shelves."""

from __future__ import annotations

import pytest

from actions.bringing_taste import bring_taste, verdict_of
from actions.memory import Memory
from index.film import Film, Ids
from index.importing import RatingOf
from index.importing.importer import Mention
from tests.actions.conftest import Person

PERSON = "0" * 32
FILMS = {
    film.id: film
    for film in (
        Film(id="her-2013", title="Her", year=2013, ids=Ids(imdb="tt1798709")),
        Film(id="ran-1985", title="Ran", year=1985),
        Film(id="heat-1995", title="Heat", year=1995),
        Film(id="alien-1979", title="Alien", german_title="Alien – Das unheimliche Wesen", year=1979),
    )
}
RATINGS = [
    RatingOf(Mention("Sie", 2013, imdb="tt1798709"), 0.9, "IMDb: 9/10"),
    RatingOf(Mention("Ran", 1985), 0.2, "Letterboxd: 1/5"),
    RatingOf(Mention("Heat", 1996), 0.6, "Letterboxd: 3/5"),
    RatingOf(Mention("Heat", 1995), None, "Letterboxd"),
    RatingOf(Mention("Alien: Das unheimliche Wesen", 1979), None, "Letterboxd", listed=True),
    RatingOf(Mention("Nobody Knows It", 1999), 1.0, "Letterboxd: 5/5"),
]


@pytest.fixture
def memory(tmp_path):
    store = Memory.open(tmp_path / "memory.sqlite")
    yield store
    store.close()


def _bring(memory, message="import-1"):
    return bring_taste(RATINGS, FILMS, memory, PERSON, language="de", message=message)


def test_loved_is_liked_low_is_disliked_and_all_is_seen(memory):
    report = _bring(memory)
    assert (report.liked, report.disliked, report.seen, report.watchlist) == (1, 1, 3, 1)
    assert report.unknown == ("Nobody Knows It (1999)",)
    assert memory.films(PERSON, "taste", "like") == ("her-2013",)
    assert memory.films(PERSON, "taste", "dislike") == ("ran-1985",)
    assert sorted(memory.films(PERSON, "seen")) == ["heat-1995", "her-2013", "ran-1985"]
    assert memory.films(PERSON, "watchlist") == ("alien-1979",)


def test_the_words_say_where_a_verdict_came_from(memory):
    _bring(memory)
    (entry,) = [each for each in memory.entries(PERSON, "taste") if each.key == "her-2013"]
    assert (entry.words, entry.name) == ("IMDb: 9/10", "Her (2013)")


def test_the_same_import_again_does_not_undo_what_was_said_since(memory):
    _bring(memory)
    liked = next(each for each in memory.entries(PERSON, "taste") if each.key == "her-2013")
    memory.remove(PERSON, liked, "message-2")
    _bring(memory)
    assert memory.films(PERSON, "taste", "like") == ()


@pytest.mark.parametrize(
    ("share", "liked_from", "verdict"),
    [
        (0.8, 0.8, "like"),
        (0.7, 0.8, None),
        (0.7, 0.7, "like"),
        (0.5, 0.7, None),
        (0.4, 0.8, "dislike"),
        (None, 0.7, None),
    ],
)
def test_marks_become_verdicts(share, liked_from, verdict):
    assert verdict_of(RatingOf(Mention("Her"), share, "", liked_from=liked_from)) == verdict


def test_very_many_entries_are_told_by_the_latest(memory, house):
    films = {f"film-{number}": Film(id=f"film-{number}", title=f"Film {number}", year=2000) for number in range(100)}
    ratings = [RatingOf(Mention(film.title, 2000), None, "Letterboxd") for film in films.values()]
    bring_taste(ratings, films, memory, "p" * 32, language="en", message="import-2")
    [said] = Person().does("action_show_taste", "what do you know about me?")
    assert said["entries"].count("\n") == 40 and "and 60 earlier entries" in said["entries"]
    assert len(said["custom"]["entries"]) == 40
