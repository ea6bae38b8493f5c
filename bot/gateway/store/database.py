"""The only module that opens SQLite.

One thread writes, in groups that share one sync of the disk. Reading is done in the event loop: it takes some
microseconds, never waits for a writer (write-ahead log), and a thread would cost more than it does.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from bot.gateway.errors import SettingError, StoreDown
from bot.gateway.store.schema import PRAGMAS, SCHEMA

Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]
_Job = tuple[Callable[[sqlite3.Connection], Any], "Future[Any]", bool]
_GROUP = 64

log = logging.getLogger(__name__)


def connect(path: Path, *, busy_seconds: float = 4.0) -> sqlite3.Connection:
    """Open the file, creating it and its tables if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=busy_seconds)
    connection.row_factory = sqlite3.Row
    for pragma in PRAGMAS:
        connection.execute(pragma)
    connection.executescript(SCHEMA)
    return connection


class Database:
    """Runs functions of a connection; `write` returns once its transaction is on the disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._connection = connect(path)
            self._reading = connect(path, busy_seconds=0.1)
            self._inode = path.stat().st_ino
        except (sqlite3.Error, OSError) as error:
            raise SettingError(
                f"the inbox {path} (USHER_GATEWAY_STORE) cannot be opened: {error}. "
                "Make room or set its rights if that is the cause; move the file away if it is damaged."
            ) from error
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write_forever, name="store-write", daemon=True)
        self._writer.start()

    async def write(self, work: Work[Result], *, scrub: bool = False) -> Result:
        """Run `work` in a transaction and return when it is synced, with `scrub` from the write-ahead log too."""
        future: Future[Result] = Future()
        self._jobs.put((work, future, scrub))
        # A caller that goes away must not take the write with it: the job is not cancelled.
        return await asyncio.shield(asyncio.wrap_future(future))

    def read(self, work: Work[Result]) -> Result:
        """Run `work` on one state of what is committed; a locked writer does not hold it up."""
        try:
            self._reading.execute("BEGIN")
            try:
                return work(self._reading)
            finally:
                self._reading.execute("COMMIT")
        except sqlite3.Error as error:
            raise _told(error) from error

    def close(self) -> None:
        """Finish what is queued and close."""
        self._jobs.put(None)
        self._writer.join(timeout=10)
        self._reading.close()
        self._connection.close()

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
            self._restore_if_gone()
            self._connection.execute("BEGIN IMMEDIATE")
            outcomes = [_run(self._connection, work) for work, _, _ in group]
            self._connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            log.warning("store not written", extra={"cause": str(error), "jobs": len(group)})
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            outcomes = [_told(error)] * len(group)
        if any(scrub for _, _, scrub in group):
            with contextlib.suppress(sqlite3.Error):  # what is left in the log goes with the next one
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for (_, future, _), outcome in zip(group, outcomes, strict=True):
            if isinstance(outcome, Exception):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)

    def _restore_if_gone(self) -> None:
        """Write everything anew if the file was deleted or replaced under us: our open handle still holds it all."""
        if self._path.exists() and self._path.stat().st_ino == self._inode:
            return
        log.error("store file vanished, restoring it from the open handle", extra={"path": str(self._path)})
        for leftover in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + leftover).unlink(missing_ok=True)
        fresh = connect(self._path)
        self._connection.backup(fresh)
        self._connection, self._inode = fresh, self._path.stat().st_ino
        self._reading = connect(self._path, busy_seconds=0.1)


def _run(connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], Any]) -> Any:
    """Run one job of a group; its failure undoes only what it did itself and is handed to its caller."""
    connection.execute("SAVEPOINT job")
    try:
        outcome = work(connection)
    except sqlite3.OperationalError:
        raise
    except Exception as error:  # as in an executor: whatever it is belongs to the caller
        connection.execute("ROLLBACK TO job")
        outcome = error
    connection.execute("RELEASE job")
    return outcome


def _told(error: Exception) -> StoreDown:
    problem = StoreDown(retry_after=5)
    problem.__cause__ = error
    return problem
