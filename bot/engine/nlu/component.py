"""What all of the engine's own components share: the names they know and how they add entities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.engine.nlu.library import library_file
from bot.engine.nlu.reading import Entity, Reading, read

_READING = "usher_reading"


def text_of(message: Message) -> str:
    """The message's text, never `None`."""
    return message.get(TEXT) or ""


def metadata_of(message: Message) -> Mapping[str, Any]:
    """What the gateway sent beside the text."""
    metadata = message.get("metadata")
    return metadata if isinstance(metadata, Mapping) else {}


def reading_of(message: Message) -> Reading:
    """What the message says, worked out once and shared by the components of one turn."""
    known = message.get(_READING)
    if isinstance(known, Reading):
        return known
    reading = read(text_of(message), library_file().current(), hint=metadata_of(message).get("language_hint"))
    message.set(_READING, reading)
    return reading


def add_entities(message: Message, found: Iterable[Entity], extractor: str) -> None:
    """Appends entities to the message, in Rasa's form."""
    text = text_of(message)
    entities = list(message.get(ENTITIES, []))
    for entity in found:
        record = {"entity": entity.kind, "value": entity.value, "start": entity.start, "end": entity.end}
        entities.append({**record, "text": text[entity.start : entity.end], **entity.extra, "extractor": extractor})
    message.set(ENTITIES, entities, add_to_output=True)


class PlainComponent(GraphComponent):
    """A component that learns nothing and keeps nothing."""

    def __init__(self, config: dict[str, Any]) -> None:
        self.config = config

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PlainComponent:
        """The component as the graph builds it."""
        del model_storage, resource, execution_context
        return cls(config)
