"""Runs the inbox: one turn at a time a person, in order, until it is answered or honestly given up."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from bot.gateway.apologies import Apologies
from bot.gateway.breaker import Breaker
from bot.gateway.engine import Engine
from bot.gateway.errors import EngineError, EngineUnreachable, TurnFailed
from bot.gateway.hub import Hub
from bot.gateway.metrics import Metrics
from bot.gateway.patience import Patience
from bot.gateway.records import Json, State, Turn, Utterance
from bot.gateway.settings import GatewaySettings
from bot.gateway.store import Store
from bot.gateway.wording import Language, as_language

log = logging.getLogger(__name__)

_TYPING: Json = {"type": "typing"}
_READY: Json = {"type": "ready"}
_TROUBLED: Json = {"type": "problem", "code": "not_ready"}
_TRIES_BEFORE_APOLOGY = 3


class Turns:
    """Takes accepted messages to the engine and its answers to the outbox."""

    def __init__(self, settings: GatewaySettings, store: Store, engine: Engine, hub: Hub, metrics: Metrics) -> None:
        self._store, self._engine, self._hub, self._metrics = store, engine, hub, metrics
        self._workers: dict[str, asyncio.Task[None]] = {}
        self._patience = Patience(settings, metrics)
        self._apologies = Apologies(
            store, hub, metrics, self._patience, deadline_seconds=settings.turn_deadline_seconds
        )
        self._fresh: set[str] = set()
        self._unseen: set[str] = set()
        self._places = asyncio.Semaphore(settings.turns_at_once)
        self._starting = True
        self.breaker = Breaker()
        self.forgotten: Callable[[], None] = lambda: None

    @property
    def troubled(self) -> bool:
        """Whether the engine has not answered yet, or no longer does."""
        return self._starting or self.breaker.open

    def note_answer(self) -> None:
        """Note that the engine answers; whoever waits for it goes on at once, and open pages hear of it."""
        closed = self.breaker.succeeded()
        if closed or self._starting:
            self._starting = False
            self._patience.wake()
            self._hub.notify_all(_READY)

    def __len__(self) -> int:
        return len(self._apologies)

    async def resume(self) -> None:
        """Take up what was waiting when the gateway last stopped."""
        for turn in await self._store.waiting_turns():
            self._start(turn)

    def add(self, turn: Turn) -> None:
        """Take up a turn that was accepted just now, which the engine therefore cannot know yet."""
        self._fresh.add(turn.key)
        self._start(turn)

    async def leave(self, person: str) -> None:
        """Drop what runs for a person who is being erased."""
        worker = self._workers.pop(person, None)
        leftover = [*self._apologies.take(person), *([worker] if worker else [])]
        for task in leftover:
            task.cancel()
        await asyncio.gather(*leftover, return_exceptions=True)

    async def stop(self, seconds: float) -> None:
        """Let running turns end for a while; what still waits is taken up at the next start."""
        self._patience.stop()
        workers = [worker for worker in self._workers.values() if not worker.done()]
        if workers:
            await asyncio.wait(workers, timeout=seconds)
        leftover = [*workers, *self._apologies.take()]
        for task in leftover:
            task.cancel()
        await asyncio.gather(*leftover, return_exceptions=True)

    def _start(self, turn: Turn) -> None:
        self._apologies.watch(turn)
        self._unseen.add(turn.person)
        if turn.person not in self._workers:
            self._workers[turn.person] = asyncio.create_task(self._work(turn.person), name="turns")

    async def _work(self, person: str) -> None:
        """Answer a person's turns one after the other until none waits."""
        try:
            while not self._patience.stopping:
                # A turn accepted while the inbox is being read sets this again: it may not be in what was read.
                self._unseen.discard(person)
                try:
                    turn = await self._patience.persist(lambda: self._store.next_turn(person))
                    if turn is not None:
                        await self._run(turn)
                    elif person not in self._unseen:
                        return
                except Exception:  # the turn is safe in the inbox; a worker that died would leave it unanswered
                    self._metrics.errors.labels("turns").inc()
                    log.exception("a turn stopped, it is taken up again")
                    await self._patience.sleep()
        finally:
            if self._workers.get(person) is asyncio.current_task():
                del self._workers[person]

    async def _run(self, turn: Turn) -> None:
        self._hub.notify(turn.person, _TYPING)
        said = await self._answer(turn)
        if said is None and self._patience.stopping:
            return
        await self._finish(turn, said)

    async def _finish(self, turn: Turn, said: list[Utterance] | None) -> None:
        state: State = "done" if said else "abandoned"
        utterances = said or [await self._apologies.notice("given_up", turn)]
        language = _language_of(utterances, turn)
        messages = await self._patience.persist(lambda: self._store.finish(turn, utterances, state, language))
        self._apologies.unwatch(turn)
        self._metrics.turns.labels(state).inc()
        self._metrics.stages.labels("turn").observe(max(0.0, time.time() - turn.accepted))
        if any((said.custom or {}).get("kind") == "choice" for said in utterances):
            self._metrics.fallbacks.inc()
        self._hub.notify(turn.person)
        log.info("turn ended", extra={"turn": turn.key, "state": state, "replies": len(messages)})
        if any((said.custom or {}).get("forget") for said in utterances):
            self.forgotten()

    async def _answer(self, turn: Turn) -> list[Utterance] | None:
        """Ask until there is an answer; None when patience ends or the gateway stops."""
        failures = 0
        while not self._patience.stopping:
            try:
                return await self._ask(turn, look_first=turn.key not in self._fresh)
            except Exception as fault:  # a bug of ours is a failed try like any other: the person gets an apology
                error = _as_engine_error(fault)
                failures += 1
                self._metrics.retries.inc()
                log.warning("engine failed", extra={"turn": turn.key, "try": failures, "cause": str(error)})
                if failures >= _TRIES_BEFORE_APOLOGY:
                    await self._apologies.apologise(turn)
                if self._patience.ended(turn, error):
                    return None
            await self._patience.pause(failures)
        return None

    async def _ask(self, turn: Turn, *, look_first: bool) -> list[Utterance]:
        """Call the engine once, after asking whether it holds the turn already."""
        if not self.breaker.allows():
            raise EngineUnreachable("the breaker is open")
        try:
            # Waiting for a place happens out here: a turn that pauses between two tries holds none.
            async with self._places:
                return await self._call(turn, look_first=look_first)
        except EngineUnreachable:
            if self.breaker.failed():
                self._hub.notify_all(_TROUBLED)
            raise
        finally:
            self.breaker.abandoned()

    async def _call(self, turn: Turn, *, look_first: bool) -> list[Utterance]:
        self._fresh.discard(turn.key)
        with self._metrics.stages.labels("engine").time():
            try:
                said = (await self._engine.find(turn) if look_first else None) or await self._engine.send(turn)
            except TurnFailed:
                if self.breaker.open:
                    self.note_answer()
                self.breaker.succeeded()
                raise
        self.note_answer()
        return said


def _as_engine_error(fault: Exception) -> EngineError:
    """Take an unforeseen fault for a failed turn, so that patience ends for it too; its cause goes into the log."""
    if isinstance(fault, EngineError):
        return fault
    log.error("unexpected fault in a turn", exc_info=fault)
    return TurnFailed(type(fault).__name__)


def _language_of(said: list[Utterance], turn: Turn) -> Language:
    for utterance in reversed(said):
        language = as_language((utterance.custom or {}).get("language"))
        if language:
            return language
    return turn.language
