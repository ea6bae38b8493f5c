"""The component that tags what kind of film is wanted, which fact is asked and which film is pointed at."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.engine.nlu.component import PlainComponent, add_entities, reading_of


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class TermTagger(PlainComponent):
    """Adds terms, years, lengths, ages, places, directions, ordinals and facts, each with its negation."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Tags the terms of each message."""
        for message in messages:
            add_entities(message, reading_of(message).terms, "TermTagger")
        return messages
