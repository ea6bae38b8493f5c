"""Where a film runs: asked for, shown as a button where it is known, and wished for by the service's name."""

from __future__ import annotations

from typing import Any

import pytest

from index.film import Showing

HER = {"entity": "film", "value": "her-2013", "text": "Her"}
WHERE = {"entity": "fact", "value": "where", "text": "where"}


@pytest.fixture
def showing(recommender: Any, person: Any) -> Any:
    """Her runs on Netflix in Germany, to stream and to buy."""
    places = tuple(Showing(country="DE", provider="Netflix", kind=kind) for kind in ("stream", "buy"))
    recommender.films["her-2013"] = recommender.films["her-2013"].model_copy(update={"where": places})
    return person


def test_where_it_runs_is_told_once_a_service(showing: Any) -> None:
    [said] = showing.does("action_answer_fact", "where can I watch Her?", HER, WHERE)
    assert (said["response"], said["values"]) == ("utter_fact_where", "Netflix (Germany, to stream and to buy)")
    assert [place["kind"] for place in said["custom"]["films"][0]["where"]] == ["stream", "buy"]


def test_a_film_that_runs_somewhere_has_a_button_that_asks_where(showing: Any) -> None:
    [said] = showing.does("action_answer_fact", "who directed Her?", HER, {**WHERE, "value": "director"})
    options = {each["label"]: each["payload"] for each in said["custom"]["films"][0]["options"]}
    assert options["Where to watch?"] == "Where can I watch Her (2013)?"


def test_a_film_of_which_nobody_knows_where_it_runs_has_no_such_button(person: Any) -> None:
    [said] = person.does("action_answer_fact", "who directed Her?", HER, {**WHERE, "value": "director"})
    assert "Where to watch?" not in [each["label"] for each in said["custom"]["films"][0]["options"]]


def test_a_service_wished_for_is_a_condition(showing: Any, recommender: Any) -> None:
    service = {"entity": "provider", "value": "Netflix", "text": "Netflix"}
    genre = {"entity": "genre", "value": "romance", "text": "romance"}
    showing.does("action_recommend_films", "a romance on Netflix", genre, service)
    wish = recommender.wishes[-1]
    assert [(term.kind, term.key) for term in wish.terms] == [("genre", "romance"), ("provider", "Netflix")]


def test_a_service_alone_narrows_what_was_wished_for(showing: Any, recommender: Any) -> None:
    showing.does("action_recommend_films", "a romance", {"entity": "genre", "value": "romance", "text": "romance"})
    service = {"entity": "provider", "value": "Netflix", "text": "Netflix"}
    showing.does("action_refine_wish", "only on Netflix", service)
    wish = recommender.wishes[-1]
    assert {(term.kind, term.key) for term in wish.terms} == {("genre", "romance"), ("provider", "Netflix")}
