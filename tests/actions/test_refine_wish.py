"""Turning a search: steps, added and taken-back conditions, pointing at films shown."""

from __future__ import annotations

import pytest

from index.wish import Span
from tests.actions.conftest import FakeRecommender, Person, entity, film

REFINE = "action_refine_wish"


@pytest.fixture
def searching(person: Person) -> Person:
    person.does("action_recommend_films", "films like Her", film("her-2013"))
    return person


def test_a_step_is_relative_to_what_was_shown(searching: Person, recommender: FakeRecommender) -> None:
    shown = tuple(searching.slots["last_shown"])
    [said] = searching.does(REFINE, "something shorter", entity("direction", "shorter"))
    wish = recommender.wishes[-1]
    assert (wish.seeds, wish.critique, wish.relative_to) == (("her-2013",), ("shorter",), shown)
    assert set(shown) <= set(wish.shown)
    assert said["response"] == "utter_films_changed"
    assert said["changed"] == "Now shorter."


def test_a_step_of_fact_holds_when_the_next_one_comes(searching: Person, recommender: FakeRecommender) -> None:
    [said] = searching.does(REFINE, "something shorter", entity("direction", "shorter"))
    longest = max(each["runtime"] for each in said["custom"]["films"])
    searching.does(REFINE, "funnier", entity("direction", "funnier"))
    wish = recommender.wishes[-1]
    assert wish.critique == ("funnier",)
    assert wish.runtime_minutes == Span(high=longest)


def test_an_opposite_step_takes_back_the_first(searching: Person, recommender: FakeRecommender) -> None:
    searching.does(REFINE, "sadder", entity("direction", "sadder"))
    searching.does(REFINE, "funnier", entity("direction", "funnier"))
    assert recommender.wishes[-1].critique == ("funnier",)


def test_conditions_add_up(searching: Person, recommender: FakeRecommender) -> None:
    searching.does(REFINE, "without horror", entity("genre", "horror", negated=True))
    searching.does(REFINE, "same but German", entity("spoken_language", "de"))
    wish = recommender.wishes[-1]
    assert wish.seeds == ("her-2013",)
    assert [term.key for term in wish.without_terms] == ["horror"]
    assert [(term.kind, term.key) for term in wish.terms] == [("language", "de")]


def test_a_wanted_genre_that_is_refused_is_gone(person: Person, recommender: FakeRecommender) -> None:
    person.does(
        "action_recommend_films", "a sci-fi romance", entity("genre", "science fiction"), entity("genre", "romance")
    )
    person.does(REFINE, "without the sci-fi", entity("genre", "science fiction", negated=True))
    wish = recommender.wishes[-1]
    assert [term.key for term in wish.terms] == ["romance"]
    assert [term.key for term in wish.without_terms] == ["science fiction"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "forget the years"),
        ("en", "the decade doesn't matter"),
        ("de", "vergiss die Jahre"),
        ("de", "das Jahrzehnt ist egal"),
    ],
)
def test_a_condition_is_taken_back_in_words(
    searching: Person, recommender: FakeRecommender, language: str, text: str
) -> None:
    searching.does(REFINE, "from the 90s", entity("years", {"low": 1990, "high": 1999}))
    searching.does(REFINE, "under two hours", entity("runtime", {"low": None, "high": 119}))
    searching.slots["language"] = language
    searching.does(REFINE, text)
    wish = recommender.wishes[-1]
    assert wish.years is None
    assert wish.runtime_minutes == Span(high=119)


def test_more_like_the_second_one_keeps_hard_conditions(searching: Person, recommender: FakeRecommender) -> None:
    searching.does(REFINE, "under two hours", entity("runtime", {"low": None, "high": 119}))
    second = searching.slots["last_shown"][1]
    searching.does("action_recommend_films", "more like the second one", entity("ordinal", 2))
    wish = recommender.wishes[-1]
    assert wish.seeds == (second,)
    assert wish.runtime_minutes == Span(high=119)


def test_contradicting_ranges_the_newer_holds(searching: Person, recommender: FakeRecommender) -> None:
    searching.does(REFINE, "from the 90s", entity("years", {"low": 1990, "high": 1999}))
    searching.does(REFINE, "from the 70s", entity("years", {"low": 1970, "high": 1979}))
    assert recommender.wishes[-1].years == Span(low=1970, high=1979)


def test_more_never_shows_a_film_twice(searching: Person) -> None:
    first = set(searching.slots["last_shown"])
    [said] = searching.does("action_show_more", "more")
    assert not first & {each["id"] for each in said["custom"]["films"]}


def test_not_this_film_leaves_it_out(searching: Person, recommender: FakeRecommender) -> None:
    searching.does(REFINE, "but not Alien", film("alien-1979", polarity="without"))
    wish = recommender.wishes[-1]
    assert wish.seeds == ("her-2013",)
    assert "alien-1979" in wish.seen
