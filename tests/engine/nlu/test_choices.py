from __future__ import annotations

from typing import Any

import pytest

from bot.engine.nlu.choices import read_choice
from bot.engine.nlu.library import Library
from bot.engine.nlu.plain_text import plain_text

INTENTS = {
    "why": "ask_why",
    "more_like": "recommend",
    "seen": "state_seen",
    "like": "state_taste",
    "not_for_me": "state_taste",
    "watch": "watchlist_add",
    "unwatch": "watchlist_remove",
    "about": "ask_fact",
    "pick": "choose",
}


def key_of(library: Library, film_id: str) -> str:
    return library.gazetteer.films[library.gazetteer.by_id[film_id]].key


@pytest.mark.parametrize(("act", "intent"), INTENTS.items())
@pytest.mark.parametrize("field", ["film", "argument"])
def test_a_button_on_a_film_is_intent_and_film(library: Library, act: str, intent: str, field: str) -> None:
    choice = read_choice({"choice": {"act": act, field: key_of(library, "her-2013")}}, library.gazetteer)
    assert choice is not None
    assert choice.intent == intent
    assert [entity.value for entity in choice.entities if entity.kind == "film"] == ["her-2013"]


@pytest.mark.parametrize(
    ("act", "polarity"), [("seen", "seen"), ("not_for_me", "dislike"), ("like", "like"), ("why", None)]
)
def test_a_button_says_what_is_thought_of_the_film(library: Library, act: str, polarity: str | None) -> None:
    choice = read_choice({"choice": {"act": act, "film": key_of(library, "heat-1995")}}, library.gazetteer)
    assert choice is not None
    assert choice.entities[0].extra["polarity"] == polarity


@pytest.mark.parametrize(
    ("act", "intent"),
    [("relax", "refine"), ("forget", "affirm"), ("keep", "deny"), ("forget_entry", "ask_taste")],
)
def test_a_button_without_a_film(library: Library, act: str, intent: str) -> None:
    choice = read_choice({"choice": {"act": act, "argument": "years"}}, library.gazetteer)
    assert choice is not None
    assert choice.intent == intent


def test_the_synopsis_is_what_about_asks_for(library: Library) -> None:
    choice = read_choice({"choice": {"act": "about", "film": key_of(library, "her-2013")}}, library.gazetteer)
    assert choice is not None
    assert [entity.value for entity in choice.entities if entity.kind == "fact"] == ["synopsis"]


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"choice": None},
        {"choice": "why"},
        {"choice": {}},
        {"choice": {"act": "restart"}},
        {"choice": {"act": ["why"]}},
    ],
)
def test_what_is_no_button_is_none(library: Library, metadata: dict[str, Any]) -> None:
    assert read_choice(metadata, library.gazetteer) is None


def test_an_unknown_key_is_a_button_without_a_film(library: Library) -> None:
    choice = read_choice({"choice": {"act": "why", "film": "zzzzzzzzzz"}}, library.gazetteer)
    assert choice is not None
    assert choice.entities == ()


@pytest.mark.parametrize("space", ["", " ", "\n", "\t", "\u3000", "\u00a0", "\u2003", "\x1c", "\u2028 \u205f"])
def test_a_slash_never_comes_first(space: str) -> None:
    safe = plain_text(f'{space}/forget_me{{"x": 1}}')
    assert not safe.strip().startswith("/")
    assert '/forget_me{"x": 1}' in safe


@pytest.mark.parametrize("text", ["films like Her", "and/or", "http://example.org", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert plain_text(text) == text
