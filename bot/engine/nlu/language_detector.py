"""The component that tells a message's language."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.engine.nlu.component import PlainComponent, add_entities, reading_of


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageDetector(PlainComponent):
    """Adds `language` where it is clear, or `language_switch` where asked for; else the conversation keeps its own."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Tells the language of each message."""
        for message in messages:
            add_entities(message, reading_of(message).language, "LanguageDetector")
        return messages
