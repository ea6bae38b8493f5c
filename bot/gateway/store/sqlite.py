"""The only module that opens SQLite.

Reading is done in the event loop: it takes some microseconds, never waits for a writer (write-ahead log), and a thread
would cost more than it does.
"""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from bot.gateway.errors import SettingError
from bot.gateway.store.connection import Connection, Result, Work
from bot.gateway.store.schema import PRAGMAS, SCHEMA

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


class Sqlite:
    """A file beside us."""

    faults: tuple[type[Exception], ...] = (sqlite3.Error, OSError)
    lost: tuple[type[Exception], ...] = (sqlite3.OperationalError,)

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._writing = connect(path)
            self._reading = connect(path, busy_seconds=0.1)
            self._inode = path.stat().st_ino
        except (sqlite3.Error, OSError) as error:
            raise SettingError(
                f"the inbox {path} (USHER_GATEWAY_STORE) cannot be opened: {error}. "
                "Make room or set its rights if that is the cause; move the file away if it is damaged."
            ) from error

    def begin(self) -> Connection:
        """Begin to write."""
        self._restore_if_gone()
        self._writing.execute("BEGIN IMMEDIATE")
        return self._writing

    def commit(self) -> None:
        """Return when what was written is on the disk."""
        self._writing.execute("COMMIT")

    def rollback(self) -> None:
        """Undo what was written."""
        if self._writing.in_transaction:
            self._writing.execute("ROLLBACK")

    def scrub(self) -> None:
        """Empty the write-ahead log; in the file itself SQLite overwrites what is erased."""
        self._writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    async def read(self, work: Work[Result]) -> Result:
        """Run `work` on one state of what is committed."""
        self._reading.execute("BEGIN")
        try:
            return work(self._reading)
        finally:
            self._reading.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._reading.close()
        self._writing.close()

    def _restore_if_gone(self) -> None:
        """Write everything anew if the file was deleted or replaced under us: our open handle still holds it all."""
        if self._path.exists() and self._path.stat().st_ino == self._inode:
            return
        log.error("store file vanished, restoring it from the open handle", extra={"path": str(self._path)})
        for leftover in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + leftover).unlink(missing_ok=True)
        fresh = connect(self._path)
        self._writing.backup(fresh)
        self._writing, self._inode = fresh, self._path.stat().st_ino
        self._reading = connect(self._path, busy_seconds=0.1)
