"""A breaker: after several failures in a row the engine is left alone, and one call at a time probes it."""

from __future__ import annotations

import time
from collections.abc import Callable


class Breaker:
    """Closed while calls succeed; open for a while after `limit` failures; then one probe decides."""

    def __init__(
        self, *, limit: int = 5, open_seconds: float = 2.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit = limit
        self._open_seconds = open_seconds
        self._clock = clock
        self._failures = 0
        self._opened = 0.0
        self._probing = False

    @property
    def open(self) -> bool:
        """Whether the engine is thought to be down."""
        return self._failures >= self._limit

    def allows(self) -> bool:
        """Return whether a call may be made now; while open, one probe at a time may."""
        if not self.open:
            return True
        if self._probing or self._clock() - self._opened < self._open_seconds:
            return False
        self._probing = True
        return True

    def succeeded(self) -> bool:
        """Note an answer; True if that closed the breaker."""
        closed = self.open
        self._failures, self._probing = 0, False
        return closed

    def abandoned(self) -> None:
        """Note that a call was cancelled and says nothing about the engine."""
        self._probing = False

    def failed(self) -> bool:
        """Note that nothing answered; True if that opened the breaker."""
        was_open = self.open
        self._failures += 1
        self._probing = False
        if self.open:
            self._opened = self._clock()
        return self.open and not was_open
