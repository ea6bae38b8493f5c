"""What an action answers: utterances by response key, and what the conversation shall remember."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Custom = dict[str, Any]


@dataclass(frozen=True)
class Say:
    """One utterance: a response key, the fields that its text names, and what the channel shows beside it."""

    response: str
    fields: Mapping[str, str] = field(default_factory=dict)
    custom: Custom | None = None


@dataclass(frozen=True)
class Reply:
    """All utterances of a turn, and the slots it sets."""

    says: tuple[Say, ...]
    slots: Mapping[str, Any] = field(default_factory=dict)

    def after(self, *says: Say) -> Reply:
        """The same reply with `says` said first."""
        return Reply((*says, *self.says), self.slots)

    def before(self, *says: Say) -> Reply:
        """The same reply with `says` said last."""
        return Reply((*self.says, *says), self.slots)

    def setting(self, **slots: Any) -> Reply:
        """The same reply, setting more slots."""
        return Reply(self.says, {**self.slots, **slots})
