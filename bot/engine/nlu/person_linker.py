"""The component that links people."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.engine.nlu.component import PlainComponent, add_entities, reading_of


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PersonLinker(PlainComponent):
    """Adds `person` entities."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Links the people of each message."""
        for message in messages:
            add_entities(message, reading_of(message).people, "PersonLinker")
        return messages
