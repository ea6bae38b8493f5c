"""Whether a message would be answered now, found out by sending one."""

from __future__ import annotations

import asyncio
import time

from bot.gateway.engine import Engine
from bot.gateway.errors import EngineError
from bot.gateway.identity import new_id
from bot.gateway.records import Turn

_GOOD_FOR_SECONDS = 10.0
_CANARY_SECONDS = 4.5
# Goes all the way through engine, actions and index, whatever the catalogue holds.
_QUESTION = "recommend me something"


class Readiness:
    """Sends a canary message at most every few seconds and remembers what came of it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._person = "canary" + new_id()[:26]
        # One conversation only: what a lost canary leaves in the tracker is erased with the next one.
        self._conversation = f"canary-{new_id()}"
        self._asked = -1e9
        self._ready = False
        self._lock = asyncio.Lock()

    async def check(self) -> bool:
        """Return whether the canary was answered lately; a failure is asked again at once."""
        async with self._lock:
            if not self._ready or time.monotonic() - self._asked > _GOOD_FOR_SECONDS:
                self._ready = await self._ask()
                self._asked = time.monotonic()
            return self._ready

    async def _ask(self) -> bool:
        canary = Turn(
            person=self._person,
            id=new_id(),
            key=new_id(),
            conversation=self._conversation,
            text=_QUESTION,
            engine_text=_QUESTION,
            language="en",
            choice=None,
            state="waiting",
            apologised=False,
            sequence=0,
            accepted=time.time(),
        )
        try:
            async with asyncio.timeout(_CANARY_SECONDS):
                said = await self._engine.send(canary)
                await self._engine.erase(canary.conversation)
        except (EngineError, TimeoutError):
            return False
        return not any((utterance.custom or {}).get("problem") for utterance in said)
