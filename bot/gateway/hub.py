"""Tells open connections that something happened; what happened they read from the store."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from bot.gateway.records import Json


class Subscription:
    """One connection's ear: wakes when the person's thread changed, and holds passing frames such as typing."""

    def __init__(self, *, frames: bool) -> None:
        self._awake = asyncio.Event()
        self._wants_frames = frames
        self._frames: list[Json] = []

    async def wait(self, timeout_seconds: float | None) -> bool:
        """Wait for a change; False when the time is over. Changes since the last wait count."""
        try:
            async with asyncio.timeout(timeout_seconds):
                await self._awake.wait()
        except TimeoutError:
            return False
        self._awake.clear()
        return True

    def take_frames(self) -> list[Json]:
        """Return passing frames since the last call."""
        frames, self._frames = self._frames, []
        return frames

    def wake(self, frame: Json | None = None) -> None:
        """Wake the connection, with a passing frame if there is one; who wants none is not woken by one."""
        if frame is not None:
            if not self._wants_frames:
                return
            if frame not in self._frames:
                self._frames.append(frame)
        self._awake.set()


class Hub:
    """All open connections, by person."""

    def __init__(self) -> None:
        self._ears: dict[str, set[Subscription]] = defaultdict(set)
        self.closed: float | None = None

    @property
    def closing(self) -> bool:
        """Whether the gateway is stopping."""
        return self.closed is not None

    @contextmanager
    def listen(self, person: str, *, frames: bool = False) -> Iterator[Subscription]:
        """Listen for as long as the block runs, to passing frames too if wanted."""
        ear = Subscription(frames=frames)
        self._ears[person].add(ear)
        try:
            yield ear
        finally:
            self._ears[person].discard(ear)
            if not self._ears[person]:
                del self._ears[person]

    def notify(self, person: str, frame: Json | None = None) -> None:
        """Wake the connections of one person."""
        for ear in tuple(self._ears.get(person, ())):
            ear.wake(frame)

    def notify_all(self, frame: Json) -> None:
        """Give every connection a passing frame."""
        for person in tuple(self._ears):
            self.notify(person, frame)

    def close(self) -> None:
        """Wake everyone for the last time: the gateway stops."""
        self.closed = self.closed or time.monotonic()
        for person in tuple(self._ears):
            self.notify(person)

    def __len__(self) -> int:
        return sum(len(ears) for ears in self._ears.values())
