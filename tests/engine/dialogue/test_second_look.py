from __future__ import annotations

from typing import Any

import pytest

from bot.engine.nlu.second_look import second_look

SHORT = [
    ("I'm 34", "refine"),
    ("34", "refine"),
    ("ich bin 34", "refine"),
    ("Jahrgang 1988", "refine"),
    ("born in 1988", "refine"),
    ("haven't seen it", "affirm"),
    ("I haven't seen any of these yet.", "affirm"),
    ("never heard of it", "affirm"),
    ("don't know that one", "affirm"),
    ("kenn ich nicht", "affirm"),
    ("den hab ich noch nicht gesehen", "affirm"),
    ("noch nie gehört", "affirm"),
    ("2", "choose"),
    ("the second one", "choose"),
    ("something funny", "choose"),
]


@pytest.mark.parametrize(("text", "meant"), SHORT)
def test_short_messages_mean_one_thing(text: str, meant: str) -> None:
    assert second_look(text, "choose", 0.9, []) == meant


@pytest.mark.parametrize(
    ("text", "intent", "confidence", "kinds", "meant"),
    [
        ("my son turns nine", "out_of_scope", 0.4, ["age"], "recommend"),
        ("write me a poem about trains", "out_of_scope", 0.99, ["theme"], "out_of_scope"),
        ("hello, something with Tom Hanks", "greet", 0.5, ["person"], "recommend"),
        ("hello", "greet", 0.5, [], "greet"),
        ("dubbed in German", "change_language", 0.9, ["spoken_language"], "refine"),
        ("in German please", "change_language", 0.9, ["language_switch"], "change_language"),
        ("can my son, 7, watch The Lion King", "recommend", 0.6, ["film", "age"], "ask_fact"),
        ("I don't want to live", "crisis", 1.0, ["age"], "crisis"),
    ],
)
def test_wishes_are_not_taken_for_talk(text: str, intent: str, confidence: float, kinds: list[str], meant: str) -> None:
    entities: list[dict[str, Any]] = [{"entity": kind} for kind in kinds]
    assert second_look(text, intent, confidence, entities) == meant


def test_a_taste_to_remember_is_no_watchlist() -> None:
    liked = [{"entity": "genre", "polarity": "like"}]
    assert second_look("remember that I like comedies", "watchlist_add", 0.7, liked) == "state_taste"
    assert second_look("put it on my list", "watchlist_add", 0.7, []) == "watchlist_add"
