"""A pressed button as the intent and entities it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from bot.engine.nlu.reading import Entity
from bot.engine.nlu.titles import FilmName, Gazetteer

_INTENTS: Mapping[str, str] = {
    "why": "ask_why",
    "more_like": "recommend",
    "seen": "state_seen",
    "like": "state_taste",
    "not_for_me": "state_taste",
    "watch": "watchlist_add",
    "unwatch": "watchlist_remove",
    "about": "ask_fact",
    "pick": "choose",
    "relax": "refine",
    "forget": "affirm",
    "forget_entry": "ask_taste",
    "keep": "deny",
    "yes": "affirm",
    "no": "deny",
    "more": "ask_more",
    "surprise": "surprise_me",
    "language": "change_language",
}
_POLARITIES: Mapping[str, str] = {"more_like": "like", "like": "like", "seen": "seen", "not_for_me": "dislike"}


class Choice(NamedTuple):
    """What a button means."""

    intent: str
    entities: tuple[Entity, ...]


def read_choice(metadata: Mapping[str, Any], gazetteer: Gazetteer) -> Choice | None:
    """The meaning of `metadata["choice"]`, or `None` where there is no button or none we know."""
    choice = metadata.get("choice")
    if not isinstance(choice, Mapping) or str(choice.get("act")) not in _INTENTS:
        return None
    act = str(choice["act"])
    key = choice.get("film") or (choice.get("argument") if act not in ("relax", "forget_entry", "language") else None)
    entities = [*_film(act, key, gazetteer), *_argument(act, choice)]
    return Choice(_INTENTS[act], tuple(entities))


def _film(act: str, key: object, gazetteer: Gazetteer) -> list[Entity]:
    if not isinstance(key, str):
        return []
    place = gazetteer.by_key.get(key, gazetteer.by_id.get(key))
    if place is None:
        return []
    return [_entity(gazetteer.films[place], _POLARITIES.get(act))]


def _entity(film: FilmName, polarity: str | None) -> Entity:
    said = {"title": film.title, "year": film.year, "confidence_entity": 1.0, "polarity": polarity, "alternatives": []}
    return Entity("film", film.id, 0, 0, said)


def _argument(act: str, choice: Mapping[str, Any]) -> list[Entity]:
    argument = choice.get("argument")
    if act == "about":
        return [Entity("fact", "synopsis", 0, 0, {"role": None})]
    if act == "language" and argument in ("en", "de"):
        return [Entity("language_switch", argument, 0, 0)]
    if act in ("relax", "forget_entry") and argument is not None:
        return [Entity(act, argument, 0, 0)]
    return []
