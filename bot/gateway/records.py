"""What the gateway keeps: people, messages, turns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from bot.gateway.wording import Language

Author = Literal["bot", "person"]
State = Literal["waiting", "done", "abandoned"]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone behind a token, and the conversation they are in."""

    id: str
    conversation: str
    language: Language
    last_sequence: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing the bot said, before it is numbered."""

    text: str
    custom: Json | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A numbered message of a conversation; `id` is the client's, for a person's message."""

    sequence: int
    author: Author
    id: str | None
    reply_to: str | None
    text: str
    custom: Json | None
    created: float

    def as_json(self) -> Json:
        """Return the message as the public API shows it."""
        return {
            "sequence": self.sequence,
            "author": self.author,
            "id": self.id,
            "reply_to": self.reply_to,
            "text": self.text,
            "custom": self.custom,
            "time": datetime.fromtimestamp(self.created, UTC).isoformat(timespec="milliseconds"),
        }


@dataclass(frozen=True, slots=True)
class Request:
    """A message as it came in, cleaned and checked, not yet accepted."""

    id: str
    text: str
    engine_text: str
    language: Language
    choice: Json | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """An accepted message and what became of it; `key` is the id under which the engine knows it."""

    person: str
    id: str
    key: str
    conversation: str
    text: str
    engine_text: str
    language: Language
    choice: Json | None
    state: State
    apologised: bool
    sequence: int
    accepted: float
