"""A second look at the intent: short messages that mean one thing, and wishes taken for small talk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message
from ruamel.yaml import YAML

from bot.engine.nlu.component import PlainComponent, text_of

_WORDS = Path(__file__).with_name("words") / "second_look.yml"
_RANKING = "intent_ranking"
_MEANT = 0.95
_SURE = 0.75
_LONGEST = 80
_MAY_WATCH = re.compile(r"\b(?:can|may|should|kann|darf|dürfen|können|okay|ok|suitable|geeignet)\b")
_POINTED = {"film", "unknown_title", "ordinal"}
# What is answered with a sentence alone, so that a wish in it would be lost.
_TALK = ("greet", "bye", "thanks", "ask_help", "ask_if_bot", "insult", "out_of_scope", "change_language")
_WISHED = {
    "film",
    "person",
    "genre",
    "mood",
    "years",
    "runtime",
    "age",
    "direction",
    "country",
    "spoken_language",
    "award",
}


def second_look(text: str, intent: str, confidence: float, entities: Iterable[Mapping[str, Any]]) -> str:
    """The intent that the message has after all."""
    plain = text.lower().replace("’", "'").strip(" .!…\n")
    if len(plain) <= _LONGEST and intent != "crisis":
        for meant, patterns in _patterns().items():
            if any(pattern.fullmatch(plain) for pattern in patterns):
                return meant
    entities = list(entities)
    kinds = {str(entity.get("entity")) for entity in entities}
    if intent == "recommend" and {"film", "age"} <= kinds and _MAY_WATCH.search(plain):
        return "ask_fact"
    if intent == "watchlist_add" and not kinds & _POINTED and any(each.get("polarity") for each in entities):
        return "state_taste"
    if intent == "change_language" and "language_switch" not in kinds:
        return "refine" if kinds & _WISHED else intent
    return "recommend" if intent in _TALK and confidence < _SURE and kinds & _WISHED else intent


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    listed = YAML(typ="safe").load(_WORDS.read_text(encoding="utf-8"))
    return {intent: [re.compile(pattern) for pattern in patterns] for intent, patterns in listed.items()}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SecondLook(PlainComponent):
    """Corrects the intent where words or entities say more than the classifier saw."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Look at each message; comes after the classifier and the crisis guard, before the fallback."""
        for message in messages:
            said = message.get(INTENT) or {}
            intent, confidence = str(said.get(INTENT_NAME_KEY)), float(said.get(PREDICTED_CONFIDENCE_KEY) or 0.0)
            meant = second_look(text_of(message), intent, confidence, message.get(ENTITIES, []))
            if meant != intent:
                ranking = [{INTENT_NAME_KEY: meant, PREDICTED_CONFIDENCE_KEY: _MEANT}]
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set(_RANKING, ranking, add_to_output=True)
        return messages
