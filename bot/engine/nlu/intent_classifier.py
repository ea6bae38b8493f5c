"""The component that names what a person does, from the words that are left once titles and names are masked."""

from __future__ import annotations

from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.engine.nlu.intent_model import IntentModel
from bot.engine.nlu.masking import mask_examples, mask_message

_FILE = "intents.joblib"
_RANKING = "intent_ranking"
_RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(GraphComponent):
    """A linear model over words, letters and cue words; trains in seconds and answers in a millisecond or two."""

    def __init__(self, storage: ModelStorage, resource: Resource, model: IntentModel | None = None) -> None:
        self.storage = storage
        self.resource = resource
        self.model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentClassifier:
        """An untrained classifier."""
        del config, execution_context
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> IntentClassifier:
        """A classifier as it was trained."""
        del config, execution_context
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, joblib.load(folder / _FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples, with titles in place and masked."""
        examples = [
            (str(example.get(TEXT)), str(example.get(INTENT)))
            for example in training_data.intent_examples
            if example.get(TEXT)
        ]
        texts, intents = mask_examples(examples)
        self.model = IntentModel().fit(texts, intents)
        with self.storage.write_to(self.resource) as folder:
            joblib.dump(self.model, folder / _FILE)
        return self.resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set each message's intent and the ranking of the others."""
        for message in messages:
            ranking = self._rank(message)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(_RANKING, ranking[:_RANKED], add_to_output=True)
        return messages

    def _rank(self, message: Message) -> list[dict[str, Any]]:
        if self.model is None:
            raise RuntimeError("The intent classifier has not been trained: run `python -m bot.engine train`.")
        return [
            {INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidence}
            for name, confidence in self.model.rank(mask_message(message))
        ]
