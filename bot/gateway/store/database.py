"""One thread writes, in groups that share one sync of the disk; reading does not wait for it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from bot.gateway.errors import StoreDown
from bot.gateway.store.connection import Connection, Driver, Result, Work

_Job = tuple[Callable[[Connection], Any], "Future[Any]", bool]
_GROUP = 64

log = logging.getLogger(__name__)


class Database:
    """Runs functions of a connection; `write` returns once its transaction is on the disk."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write_forever, name="store-write", daemon=True)
        self._writer.start()

    async def write(self, work: Work[Result], *, scrub: bool = False) -> Result:
        """Run `work` in a transaction and return when it is synced, with `scrub` from the log of writes too."""
        future: Future[Result] = Future()
        self._jobs.put((work, future, scrub))
        # A caller that goes away must not take the write with it: the job is not cancelled.
        return await asyncio.shield(asyncio.wrap_future(future))

    async def read(self, work: Work[Result]) -> Result:
        """Run `work` on one state of what is committed; a locked writer does not hold it up."""
        try:
            return await self._driver.read(work)
        except self._driver.faults as error:
            raise _told(error) from error

    def close(self) -> None:
        """Finish what is queued and close."""
        self._jobs.put(None)
        self._writer.join(timeout=10)
        self._driver.close()

    def _write_forever(self) -> None:
        while True:
            group, ended = self._next_group()
            if group:
                self._commit(group)
            if ended:
                return

    def _next_group(self) -> tuple[list[_Job], bool]:
        """Wait for a job and take those already behind it: they share one sync of the disk."""
        first = self._jobs.get()
        if first is None:
            return [], True
        group = [first]
        while len(group) < _GROUP and not self._jobs.empty():
            job = self._jobs.get()
            if job is None:
                return group, True
            group.append(job)
        return group, False

    def _commit(self, group: list[_Job]) -> None:
        try:
            connection = self._driver.begin()
            outcomes = [self._run(connection, work) for work, _, _ in group]
            self._driver.commit()
        except self._driver.faults as error:
            log.warning("store not written", extra={"cause": str(error), "jobs": len(group)})
            self._driver.rollback()
            outcomes = [_told(error)] * len(group)
        if any(scrub for _, _, scrub in group):
            with contextlib.suppress(*self._driver.faults):  # what is left in the log goes with the next one
                self._driver.scrub()
        for (_, future, _), outcome in zip(group, outcomes, strict=True):
            if isinstance(outcome, Exception):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)

    def _run(self, connection: Connection, work: Callable[[Connection], Any]) -> Any:
        """Run one job of a group; its failure undoes only what it did itself and is handed to its caller."""
        connection.execute("SAVEPOINT job")
        try:
            outcome = work(connection)
        except self._driver.lost:
            raise
        except Exception as error:  # as in an executor: whatever it is belongs to the caller
            connection.execute("ROLLBACK TO SAVEPOINT job")
            outcome = error
        connection.execute("RELEASE SAVEPOINT job")
        return outcome


def _told(error: Exception) -> StoreDown:
    problem = StoreDown(retry_after=5)
    problem.__cause__ = error
    return problem
