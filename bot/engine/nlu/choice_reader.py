"""The component that reads pressed buttons; it comes last, for a button is surer than any classifier."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.engine.nlu.choices import read_choice
from bot.engine.nlu.component import PlainComponent, add_entities, metadata_of, text_of
from bot.engine.nlu.library import library_file
from bot.engine.nlu.plain_text import plain_text

_RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ChoiceReader(PlainComponent):
    """Replaces intent and entities by those of the pressed button, where one was pressed."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Reads the button of each message, and keeps texts that start with a slash texts."""
        for message in messages:
            self._read(message)
        return messages

    def _read(self, message: Message) -> None:
        # Rasa's own reader of "/intent" comes after the whole pipeline and looks at this text.
        message.set(TEXT, plain_text(text_of(message)))
        choice = read_choice(metadata_of(message), library_file().current().gazetteer)
        if choice is None:
            return
        intent = {INTENT_NAME_KEY: choice.intent, PREDICTED_CONFIDENCE_KEY: 1.0}
        message.set(INTENT, intent, add_to_output=True)
        message.set(_RANKING, [intent], add_to_output=True)
        kept = [entity for entity in message.get(ENTITIES, []) if entity.get("entity") == "language_switch"]
        message.set(ENTITIES, kept, add_to_output=True)
        add_entities(message, choice.entities, "ChoiceReader")
