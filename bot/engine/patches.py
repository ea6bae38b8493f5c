"""What stock Rasa 3.6.21 does wrong in production and Usher does otherwise, all in one place.

Nothing of Rasa is changed at run time: each cure is a subclass, and `bot/engine/server.py` builds the engine from
them. `tests/engine/dialogue/test_patches.py` holds every one against the pinned Rasa.

- A failed action is swallowed and the person hears nothing (`MessageProcessor._run_action`): `StrictActionEndpoint`
  fails the turn.
- An action may take 300 seconds, longer than a conversation's lock lives (`RemoteAction.run`): 8 seconds here.
- An action's invalid answer leaves silence that is stored as a turn: `StrictProcessor` fails the turn.
- A store that fails is replaced by memory that is never read back (`Agent._create_tracker_store`): `StrictAgent` fails
  the turn.
- Every ValueError in the store ends the process (`SQLTrackerStore.session_scope`): `StrictTrackerStore` fails the turn.
- SQLite keeps what was deleted, and a writer blocks all readers: `StrictTrackerStore` asks for secure delete and WAL.
- Who waits for a conversation looks once a second (`LockStore.lock`): `QuickLockStore` looks every 20 ms.
- A long session makes every turn slower (`MessageProcessor._has_session_expired`): `StrictProcessor` begins a new one,
  slots carried over.
- A first message too short to tell its language is answered in English: `StrictProcessor` starts with the browser's.
- A text that starts with `/` is an intent with entities: `bot/engine/channel.py` never lets one through.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from typing import Any

import sqlalchemy.event
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore, ensure_schema_exists
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

logger = logging.getLogger(__name__)

SESSION_TURNS = 40  # a turn after 40 others takes about twice as long as the first


class TurnFailed(BaseException):
    """The turn could not be done; nothing of it may be stored.

    No `Exception`, because `MessageProcessor._run_action` logs each of those and carries on as if the action had run.
    """


class StrictActionEndpoint(EndpointConfig):
    """The action server: an answer within `timeout_seconds`, or the turn fails."""

    def __init__(self, url: str, *, timeout_seconds: float) -> None:
        super().__init__(url)
        self.timeout_seconds = timeout_seconds

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """Send one request; whatever goes wrong ends the turn instead of being logged and forgotten."""
        kwargs["timeout"] = self.timeout_seconds
        try:
            return await super().request(*args, **kwargs)
        except Exception as error:  # Rasa would log anything else and answer as if all were well
            logger.warning("The action server at %s failed, the turn is given up: %r", self.url, error)
            raise TurnFailed(f"action server: {type(error).__name__}") from error


class StrictTrackerStore(SQLTrackerStore):
    """Conversations in SQL; a value the database refuses fails the turn, not the process."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.engine.dialect.name == "sqlite":
            sqlalchemy.event.listen(self.engine, "connect", _prepare_sqlite)
            self.engine.dispose()

    @contextlib.contextmanager
    def session_scope(self) -> Iterator[Any]:
        """Open a session and close it again; errors go to whoever asked."""
        session = self.sessionmaker()
        try:
            ensure_schema_exists(session)
            yield session
        finally:
            session.close()


def _prepare_sqlite(connection: Any, _: Any) -> None:
    for pragma in ("journal_mode=WAL", "secure_delete=ON", "busy_timeout=2000", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


class QuickLockStore(InMemoryLockStore):
    """Locks in memory that are taken 20 ms after they are free, not up to a second."""

    def __init__(self, endpoint: EndpointConfig | None = None) -> None:
        del endpoint
        super().__init__()

    async def _acquire_lock(self, conversation_id: str, ticket: int, wait_time_in_seconds: float) -> Any:
        return await super()._acquire_lock(conversation_id, ticket, min(wait_time_in_seconds, 0.02))


class StrictProcessor(MessageProcessor):
    """A processor that never stores a silent turn, and begins a new session before history makes turns slow."""

    async def _run_prediction_loop(self, output_channel: OutputChannel, tracker: DialogueStateTracker) -> None:
        await super()._run_prediction_loop(output_channel, tracker)
        if not getattr(output_channel, "messages", True):
            raise TurnFailed("nothing was said")

    async def parse_message(
        self, message: UserMessage, tracker: DialogueStateTracker | None = None, only_output_properties: bool = True
    ) -> dict[str, Any]:
        """Parse one message; words that fit either language are read in that of the conversation."""
        spoken = tracker.get_slot("language") if tracker and tracker.latest_message else None
        if spoken:
            message.metadata = {**(message.metadata or {}), "language_hint": spoken}
        return dict(await super().parse_message(message, tracker, only_output_properties))

    async def _update_tracker_session(
        self, tracker: DialogueStateTracker, output_channel: OutputChannel, metadata: Any = None
    ) -> None:
        first = not tracker.applied_events()
        await super()._update_tracker_session(tracker, output_channel, metadata)
        hint = (metadata or {}).get("language_hint")
        if first and hint in ("en", "de"):
            tracker.update(SlotSet("language", hint), self.domain)

    def _has_session_expired(self, tracker: DialogueStateTracker) -> bool:
        turns = sum(isinstance(event, UserUttered) for event in tracker.events)
        return turns >= SESSION_TURNS or bool(super()._has_session_expired(tracker))


class StrictAgent(Agent):
    """An agent whose tracker store is used as it is, and whose processor is ours."""

    @staticmethod
    def _create_tracker_store(store: TrackerStore | None, domain: Domain) -> TrackerStore:
        if store is None:
            raise ValueError("The engine needs a tracker store: see bot/engine/endpoints.yml.")
        store.domain = domain
        return store

    def load_model(self, model_path: Any, fingerprint: str | None = None) -> None:
        """Load a trained model; the same as Rasa's, with our processor."""
        self.processor = StrictProcessor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store or InMemoryLockStore(),
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
        )
        self.domain = self.processor.domain
        self._set_fingerprint(fingerprint)
        self.tracker_store.domain = self.domain
        if isinstance(self.nlg, TemplatedNaturalLanguageGenerator):
            self.nlg.responses = self.domain.responses
