"""Export and erasure over everything that holds a person's words: inbox, outbox, tracker, memory."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Protocol

from bot.gateway.engine import Engine
from bot.gateway.errors import EngineError, StoreDown
from bot.gateway.hub import Hub
from bot.gateway.records import Json, Message, Person
from bot.gateway.store import Store
from bot.gateway.store.erasure import Kind
from bot.gateway.turns import Turns

log = logging.getLogger(__name__)

_AGAIN_SECONDS = 5.0
_ERASE_SECONDS = 10.0


class PersonMemory(Protocol):
    """What the gateway asks of `actions.memory`."""

    def export(self, person: str) -> dict[str, Any]:
        """Return everything remembered about a person."""

    def forget(self, person: str) -> None:
        """Erase a person."""


class Privacy:
    """Erases here at once, and elsewhere as soon as it can be reached, even after a restart."""

    def __init__(self, store: Store, engine: Engine, memory: PersonMemory, turns: Turns, hub: Hub) -> None:
        self._store, self._engine, self._memory, self._turns, self._hub = store, engine, memory, turns, hub
        self._wanted = asyncio.Event()
        self._lock = asyncio.Lock()
        turns.forgotten = self._wanted.set

    async def export(self, person: Person) -> Json:
        """Return everything held about a person."""
        conversations = await self._store.conversations_of(person.id)
        return {
            "person": person.id,
            "language": person.language,
            "messages": [message.as_json() for message in await self._all_messages(person.id)],
            "memory": await self.remembered(person.id),
            "conversations": [{"id": each, "events": await self._engine.export(each)} for each in conversations],
        }

    async def remembered(self, person: str) -> Json:
        """Return what the bot's memory holds about a person."""
        return await asyncio.to_thread(self._memory.export, person)

    async def erase(self, person: str) -> bool:
        """Erase a person, session included, and return whether nothing is left anywhere."""
        await self._turns.leave(person)
        await self._store.erase_person(person)
        self._hub.notify(person)
        try:
            return await asyncio.wait_for(self.work_off(), _ERASE_SECONDS)
        except TimeoutError:
            self._wanted.set()
            return False

    async def work_off(self) -> bool:
        """Erase in engine and memory what is asked for; False leaves the rest for the next round."""
        async with self._lock:
            complete = True
            for subject, kind in await self._store.open_erasures():
                complete = await self._erase_elsewhere(subject, kind, close=complete) and complete
        if not complete:
            self._wanted.set()
        return complete

    async def run(self) -> None:
        """Work off for as long as the gateway runs."""
        self._wanted.set()
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                finished = await self.work_off()
            except StoreDown:
                finished = False
            if not finished:
                await asyncio.sleep(_AGAIN_SECONDS)
                self._wanted.set()

    async def _erase_elsewhere(self, subject: str, kind: Kind, *, close: bool) -> bool:
        """Erase once; a person's memory is only done with when no turn can write to it any more (`close`)."""
        try:
            if kind == "conversation":
                await self._engine.erase(subject)
            else:
                await asyncio.to_thread(self._memory.forget, subject)
            if close or kind == "conversation":
                await self._store.close_erasure(subject, kind)
        except Exception as error:  # what is not erased stays on the list, and is tried until it is
            if not isinstance(error, EngineError | StoreDown):
                log.exception("not erased yet", extra={"kind": kind})
            return False
        return True

    async def _all_messages(self, person: str) -> list[Message]:
        messages: list[Message] = []
        while batch := await self._store.messages_after(person, messages[-1].sequence if messages else 0):
            messages += batch
        return messages
