"""How a turn waits: between two tries of the engine, and for a store that is locked or full."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.gateway.errors import ActionsUnreachable, EngineError, StoreDown, TurnFailed
from bot.gateway.metrics import Metrics
from bot.gateway.records import Turn
from bot.gateway.settings import GatewaySettings

_LONGEST_PAUSE_SECONDS = 4.0
Result = TypeVar("Result")


class Patience:
    """Sleeps that end early when the engine is back or the gateway stops."""

    def __init__(self, settings: GatewaySettings, metrics: Metrics) -> None:
        self._settings, self._metrics = settings, metrics
        self._wake = asyncio.Event()
        self.stopping = False

    def stop(self) -> None:
        """End every sleep, and those to come."""
        self.stopping = True
        self._wake.set()

    def wake(self) -> None:
        """End every sleep of now."""
        self._wake.set()
        if not self.stopping:
            self._wake = asyncio.Event()

    def ended(self, turn: Turn, error: EngineError) -> bool:
        """Return whether a turn has been tried for as long as this error deserves."""
        settings = self._settings
        failed = isinstance(error, TurnFailed) and not isinstance(error, ActionsUnreachable)
        patience = settings.failure_patience_seconds if failed else settings.patience_seconds
        return time.time() - turn.accepted > patience

    async def pause(self, failures: int) -> None:
        """Wait longer after each failure."""
        seconds = min(self._settings.retry_seconds * 2 ** (failures - 1), _LONGEST_PAUSE_SECONDS)
        await self.sleep(seconds * random.uniform(0.8, 1.2))  # noqa: S311 - spreads retries, guards nothing

    async def sleep(self, seconds: float = _LONGEST_PAUSE_SECONDS) -> None:
        """Sleep, but not past the order to stop or the engine's return."""
        try:
            await asyncio.wait_for(self._wake.wait(), seconds)
        except TimeoutError:
            return

    async def persist(self, work: Callable[[], Awaitable[Result]]) -> Result:
        """Use the store, again and again while it is locked or full: an answer we have is not given up."""
        pause = 0.2
        while True:
            try:
                return await work()
            except StoreDown:
                self._metrics.errors.labels("store").inc()
                if self.stopping:
                    raise
                await self.sleep(pause)
                pause = min(pause * 2, 2.0)
