"""What the engine does otherwise than stock Rasa, held against the pinned Rasa."""

from __future__ import annotations

import asyncio
import inspect
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest
import rasa
import rasa.core.actions.action
import rasa.core.agent
import rasa.core.processor
import rasa.core.tracker_store
from aiohttp import web
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.patches import (
    SESSION_TURNS,
    QuickLockStore,
    StrictActionEndpoint,
    StrictAgent,
    StrictProcessor,
    StrictTrackerStore,
    TurnFailed,
)

DOMAIN = Domain.from_yaml("actions: [action_x]\nsession_config: {session_expiration_time: 60}")


def test_rasa_is_the_one_we_cure() -> None:
    assert rasa.__version__ == "3.6.21"
    assert "FailSafeTrackerStore(tracker_store)" in inspect.getsource(rasa.core.agent.Agent._create_tracker_store)
    assert "except Exception" in inspect.getsource(rasa.core.processor.MessageProcessor._run_action)
    assert "DEFAULT_REQUEST_TIMEOUT" in inspect.getsource(RemoteAction.run)
    assert "print_error_and_exit" in inspect.getsource(rasa.core.tracker_store.SQLTrackerStore.session_scope)
    assert "session_expiration_time" in inspect.getsource(StrictProcessor.__mro__[1]._has_session_expired)


def _store(tmp_path: Path) -> StrictTrackerStore:
    return StrictTrackerStore(domain=DOMAIN, dialect="sqlite", db=str(tmp_path / "tracker.sqlite"))


def _tracker(sender: str, turns: int = 1) -> DialogueStateTracker:
    events = [SessionStarted(), *(UserUttered(f"turn {turn}") for turn in range(turns)), ActionExecuted("action_x")]
    return DialogueStateTracker.from_events(sender, events)


def _run_action(url: str, timeout_seconds: float = 0.5) -> None:
    action = RemoteAction("action_x", StrictActionEndpoint(url, timeout_seconds=timeout_seconds))
    nlg = TemplatedNaturalLanguageGenerator({})
    asyncio.run(action.run(CollectingOutputChannel(), nlg, _tracker("a"), DOMAIN))


def test_an_action_server_that_is_down_fails_the_turn() -> None:
    with pytest.raises(TurnFailed):
        _run_action("http://127.0.0.1:9/webhook")


def test_a_failed_turn_is_no_exception_that_rasa_would_swallow() -> None:
    assert not issubclass(TurnFailed, Exception)


@pytest.mark.parametrize(("status", "wait_seconds"), [(500, 0.0), (400, 0.0), (200, 3.0)])
def test_an_action_that_fails_or_hangs_fails_the_turn_in_time(status: int, wait_seconds: float) -> None:
    async def webhook(_: web.Request) -> web.Response:
        await asyncio.sleep(wait_seconds)
        return web.json_response({"error": "no", "action_name": "action_x"}, status=status)

    async def ask() -> None:
        app = web.Application()
        app.router.add_post("/webhook", webhook)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
        try:
            endpoint = StrictActionEndpoint(f"http://127.0.0.1:{port}/webhook", timeout_seconds=0.5)
            await endpoint.request(json={}, method="post", timeout=300)
        finally:
            await runner.cleanup()

    start = time.monotonic()
    with pytest.raises(TurnFailed):
        asyncio.run(ask())
    assert time.monotonic() - start < 2.5 + wait_seconds


def test_conversations_survive_a_restart(tmp_path: Path) -> None:
    asyncio.run(_store(tmp_path).save(_tracker("anna", turns=3)))
    again = asyncio.run(_store(tmp_path).retrieve("anna"))
    assert again is not None
    assert sum(isinstance(event, UserUttered) for event in again.events) == 3


def test_an_id_the_database_refuses_fails_the_turn_and_not_the_process(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="surrogates"):
        asyncio.run(_store(tmp_path).save(_tracker("\ud800")))


def test_a_store_that_cannot_write_says_so(tmp_path: Path) -> None:
    store = _store(tmp_path)
    asyncio.run(store.save(_tracker("anna")))
    with sqlite3.connect(tmp_path / "tracker.sqlite") as other:
        other.execute("DROP TABLE events")
    with pytest.raises(Exception, match="no such table"):
        asyncio.run(store.save(_tracker("anna", turns=2)))


def test_what_is_deleted_is_overwritten(tmp_path: Path) -> None:
    store = _store(tmp_path)
    with store.engine.connect() as connection:
        pragmas = {name: connection.execute(f"PRAGMA {name}").scalar() for name in ("secure_delete", "journal_mode")}
    assert pragmas == {"secure_delete": 1, "journal_mode": "wal"}


def test_the_agent_uses_the_store_as_it_is(tmp_path: Path) -> None:
    store = _store(tmp_path)
    assert StrictAgent(tracker_store=store, lock_store=QuickLockStore()).tracker_store is store


def test_the_agent_wants_a_store() -> None:
    with pytest.raises(ValueError, match="endpoints"):
        StrictAgent()


def _processor() -> Any:
    processor = StrictProcessor.__new__(StrictProcessor)
    processor.domain = DOMAIN
    return processor


def test_a_long_session_ends() -> None:
    assert not _processor()._has_session_expired(_tracker("a", turns=SESSION_TURNS - 1))
    assert _processor()._has_session_expired(_tracker("a", turns=SESSION_TURNS))


def test_a_silent_turn_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    async def say_nothing(*_: object) -> None: ...

    monkeypatch.setattr(rasa.core.processor.MessageProcessor, "_run_prediction_loop", say_nothing)
    with pytest.raises(TurnFailed, match="nothing was said"):
        asyncio.run(_processor()._run_prediction_loop(CollectingOutputChannel(), _tracker("a")))


def test_whoever_waits_for_a_conversation_is_next_at_once() -> None:
    async def wait_for_each_other() -> float:
        locks = QuickLockStore()

        async def hold() -> None:
            async with locks.lock("anna"):
                await asyncio.sleep(0.05)

        start = time.monotonic()
        await asyncio.gather(hold(), hold(), hold())
        return time.monotonic() - start

    assert asyncio.run(wait_for_each_other()) < 0.9
