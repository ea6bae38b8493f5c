"""The gateway finds, exports and erases what the tracker store holds."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.patches import StrictTrackerStore
from bot.engine.stored import erase_conversation, find_turn, read_events


@pytest.fixture
def store(tmp_path: Path) -> StrictTrackerStore:
    store = StrictTrackerStore(domain=Domain.empty(), dialect="sqlite", db=str(tmp_path / "tracker.sqlite"))
    events = [
        SessionStarted(),
        UserUttered("hello", message_id="m1"),
        ActionExecuted("action_x"),
        BotUttered("one"),
        BotUttered(None, {"custom": {"kind": "notice"}}),
        UserUttered("what?", message_id="m2"),
        SessionStarted(),
        UserUttered("films", message_id="m3"),
        BotUttered("three"),
    ]
    asyncio.run(store.save(DialogueStateTracker.from_events("anna", events)))
    asyncio.run(store.save(DialogueStateTracker.from_events("ben", events[:4])))
    return store


@pytest.mark.parametrize(
    ("message_id", "said"),
    [
        ("m1", [{"text": "one", "custom": {}}, {"text": "", "custom": {"kind": "notice"}}]),
        ("m2", []),
        ("m3", [{"text": "three", "custom": {}}]),
        ("m4", None),
    ],
)
def test_a_turn_is_found_by_its_message_id_in_any_session(
    store: StrictTrackerStore, message_id: str, said: list[dict[str, object]] | None
) -> None:
    assert find_turn(store, "anna", message_id) == said


def test_another_conversations_turn_is_not_found(store: StrictTrackerStore) -> None:
    assert find_turn(store, "ben", "m3") is None


def test_an_erased_conversation_leaves_nothing_in_any_file(store: StrictTrackerStore, tmp_path: Path) -> None:
    erase_conversation(store, "anna")
    assert read_events(store, "anna") == []
    assert len(read_events(store, "ben")) == 4
    assert b"three" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
