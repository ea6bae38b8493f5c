"""How much one session or one address may ask."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.gateway.errors import TooMany, TooManyConnections

_FORGET_AFTER = 10_000


class RateLimit:
    """At most so many events in any `window_seconds` for each key."""

    def __init__(self, most: int, *, window_seconds: float = 60.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._window_seconds = window_seconds
        self._clock = clock
        self._times: dict[str, deque[float]] = {}

    def check(self, key: str) -> None:
        """Count one event; over the limit raise the problem that says how long to wait."""
        now = self._clock()
        if len(self._times) > _FORGET_AFTER:
            self._drop_idle(now)
        times = self._times.setdefault(key, deque())
        while times and times[0] <= now - self._window_seconds:
            times.popleft()
        if len(times) >= self._most:
            raise TooMany(retry_after=times[0] + self._window_seconds - now)
        times.append(now)

    def give_back(self, key: str) -> None:
        """Uncount the latest event: it was a repetition."""
        if self._times.get(key):
            self._times[key].pop()

    def _drop_idle(self, now: float) -> None:
        idle = [key for key, times in self._times.items() if not times or times[-1] <= now - self._window_seconds]
        for key in idle:
            del self._times[key]


class ConnectionLimit:
    """At most so many open connections for each address."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: Counter[str] = Counter()

    def check(self, address: str) -> None:
        """Refuse one more connection of an address that has as many as it may."""
        if self._open[address] >= self._most:
            raise TooManyConnections(retry_after=5)

    @contextmanager
    def hold(self, address: str) -> Iterator[None]:
        """Count a connection for as long as the block runs."""
        self.check(address)
        self._open[address] += 1
        try:
            yield
        finally:
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]

    def __len__(self) -> int:
        return self._open.total()
