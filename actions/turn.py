"""What one message of a person brings, read from Rasa's tracker into types: nothing else looks into the tracker."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from actions.memory import Choice
from actions.mentions import Mentions, read_mentions
from index.film import Language
from index.wish import Wish

log = logging.getLogger(__name__)
_CRISIS = "crisis"


@dataclass(frozen=True)
class Turn:
    """A message with its entities, the person who wrote it, and what the conversation remembers.

    `sure` is how sure the engine is of the intent (0–1); `wish` is the wish so far; `shown` and `last_shown` are film
    ids; `focus` is the film last talked about and `talked_person` the person; `pending` is what the bot
    asked and still waits for; `language_before` is the language that the conversation had before this message.
    """

    person: str
    message_id: str
    text: str
    intent: str
    sure: float
    language: Language
    mentions: Mentions
    choice: Choice | None
    wish: Wish
    shown: tuple[str, ...]
    last_shown: tuple[str, ...]
    focus: str | None
    pending: Mapping[str, Any]
    after_crisis: bool
    talked_person: str | None = None
    language_before: Language | None = None


def read_turn(tracker: Mapping[str, Any]) -> Turn:
    """Read the state that rasa-sdk hands to an action (`tracker.current_state()`)."""
    message = tracker.get("latest_message") or {}
    slots = tracker.get("slots") or {}
    metadata = message.get("metadata") or {}
    sender = str(tracker.get("sender_id") or "")
    return Turn(
        person=str(metadata.get("person") or f"conversation:{sender}"),
        message_id=str(message.get("message_id") or _fallback_id(tracker)),
        text=str(message.get("text") or ""),
        intent=str((message.get("intent") or {}).get("name") or ""),
        sure=float((message.get("intent") or {}).get("confidence") or 0.0),
        language=_language(slots.get("language")),
        mentions=read_mentions(message.get("entities") or ()),
        choice=_choice(metadata.get("choice")),
        wish=_wish(slots.get("wish")),
        shown=_ids(slots.get("shown")),
        last_shown=_ids(slots.get("last_shown")),
        focus=slots.get("focus") or None,
        pending=slots.get("pending") or {},
        after_crisis=_after_crisis(tracker.get("events") or ()),
        talked_person=slots.get("talked_person") or None,
        language_before=_language_before(tracker.get("events") or ()),
    )


def _language(value: object) -> Language:
    return "de" if value == "de" else "en"


def _language_before(events: Iterable[Mapping[str, Any]]) -> Language | None:
    """The language of the conversation before this message."""
    spoken = list(events)
    last = max((at for at, event in enumerate(spoken) if event.get("event") == "user"), default=0)
    before = [event for event in spoken[:last] if event.get("event") == "slot" and event.get("name") == "language"]
    return _language(before[-1].get("value")) if before else None


def _wish(value: object) -> Wish:
    try:
        return Wish.model_validate(value or {})
    except ValidationError:
        log.warning("a stored wish is not of this version and is dropped: %r", value)
        return Wish()


def _ids(value: object) -> tuple[str, ...]:
    return tuple(str(film_id) for film_id in value) if isinstance(value, list | tuple) else ()


def _choice(value: object) -> Choice | None:
    if not isinstance(value, Mapping) or not value.get("act"):
        return None
    return Choice(str(value["act"]), str(value.get("film") or value.get("argument") or ""))


def _fallback_id(tracker: Mapping[str, Any]) -> str:
    """A message id that is the same when the same turn is run again, for channels that send none."""
    spoken = sum(1 for event in tracker.get("events") or () if event.get("event") == "user")
    return f"{tracker.get('sender_id')}/{spoken}"


def _after_crisis(events: Iterable[Mapping[str, Any]]) -> bool:
    """Whether this conversation held a crisis: bleak films stay away from then on."""
    return any(
        event.get("event") == "user" and ((event.get("parse_data") or {}).get("intent") or {}).get("name") == _CRISIS
        for event in events
    )
