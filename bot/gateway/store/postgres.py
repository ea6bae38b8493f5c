"""The only module that imports psycopg: the same inbox and outbox in a PostgreSQL database.

A database on another machine can be slow to answer or gone, so reading is done by a few threads and never in the event
loop, and every wait has an end.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import re
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg.rows import dict_row

from bot.gateway.errors import SettingError
from bot.gateway.store.connection import Connection, Result, Rows, Values, Work
from bot.gateway.store.schema import SCHEMA

_READERS = 4
_LOCK_SECONDS = 10.0
_OPTIONS: Mapping[str, Any] = {
    "connect_timeout": 3,
    # A host that is gone is noticed within seconds, not after the system's quarter of an hour.
    "keepalives_idle": 5,
    "tcp_user_timeout": 5000,
    "application_name": "usher gateway",
}
_SESSION = (
    # Whatever the server's default: an accepted message is on the disk.
    "SET synchronous_commit = 'on'",
    "SET lock_timeout = '4s'",
    "SET statement_timeout = '8s'",
)
# One gateway at a time runs the turns of an inbox. Held as long as its connection lives.
_LOCK = "SELECT pg_try_advisory_lock(hashtext('usher gateway ' || current_schema())) AS held"


class Session:
    """A connection that takes the statements of this package."""

    def __init__(self, url: str) -> None:
        self.raw = psycopg.connect(url, autocommit=True, row_factory=dict_row, **_OPTIONS)
        for statement in _SESSION:
            self.raw.execute(statement)

    def execute(self, sql: str, values: Values = (), /) -> Rows:
        """Run one statement."""
        return self.raw.execute(_translate(sql).encode(), _storable(values))


class Postgres:
    """A database on a server, with tables of its own."""

    faults: tuple[type[Exception], ...] = (psycopg.Error, OSError)
    lost: tuple[type[Exception], ...] = (psycopg.OperationalError, psycopg.InterfaceError)

    def __init__(self, url: str, *, alone: bool) -> None:
        self._url, self._alone = url, alone
        self._threads = ThreadPoolExecutor(_READERS, thread_name_prefix="store-read")
        self._idle: queue.SimpleQueue[Session] = queue.SimpleQueue()
        try:
            self._writing = self._open_writer()
            for statement in SCHEMA.replace(") WITHOUT ROWID", ")").split(";\n"):
                self._writing.raw.execute(statement.encode())
        except psycopg.Error as error:
            parts = urlsplit(url)
            raise SettingError(
                f"the inbox postgresql://{parts.hostname}{parts.path} (USHER_GATEWAY_STORE) cannot be opened: "
                f"{str(error).strip()}. Start the server, or correct the address, its user and its password."
            ) from error

    def begin(self) -> Connection:
        """Begin to write, on a new connection if the old one was lost: nothing is at stake yet."""
        self._writing = _begin(self._writing, self._open_writer, "BEGIN")
        return self._writing

    def commit(self) -> None:
        """Return when what was written is on the disk."""
        self._writing.raw.execute("COMMIT")

    def rollback(self) -> None:
        """Undo what was written; a connection that is lost took it along."""
        with contextlib.suppress(psycopg.Error):
            self._writing.raw.execute("ROLLBACK")

    def scrub(self) -> None:
        """Leave it to the server: its vacuum clears away what was erased."""

    async def read(self, work: Work[Result]) -> Result:
        """Run `work` on one state of what is committed."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, work)

    def close(self) -> None:
        """Close all connections."""
        self._threads.shutdown()
        while not self._idle.empty():
            self._idle.get().raw.close()
        self._writing.raw.close()

    def _read(self, work: Work[Result]) -> Result:
        session = Session(self._url) if self._idle.empty() else self._idle.get()
        session = _begin(session, lambda: Session(self._url), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            outcome = work(session)
            session.raw.execute("COMMIT")
        except BaseException:
            session.raw.close()
            raise
        self._idle.put(session)
        return outcome

    def _open_writer(self) -> Session:
        session, ends = Session(self._url), time.monotonic() + _LOCK_SECONDS
        while self._alone and not session.execute(_LOCK).fetchone()["held"]:
            if time.monotonic() > ends:
                session.raw.close()
                raise psycopg.OperationalError("another gateway uses it")
            # A gateway that was killed a moment ago may still seem to be there.
            time.sleep(0.1)
        return session


def _begin(session: Session, reopen: Callable[[], Session], statement: str) -> Session:
    try:
        session.raw.execute(statement.encode())
    except (psycopg.OperationalError, psycopg.InterfaceError):
        session.raw.close()
        session = reopen()
        session.raw.execute(statement.encode())
    return session


@cache
def _translate(sql: str) -> str:
    """Return a statement with psycopg's marks for values."""
    return re.sub(r":(\w+)", r"%(\1)s", sql).replace("?", "%s")


def _storable(values: Values) -> Values:
    """Take out NUL, which PostgreSQL refuses in a text; SQLite's would keep it."""
    if isinstance(values, Mapping):
        return {name: _clean(value) for name, value in values.items()}
    return [_clean(value) for value in values]


def _clean(value: Any) -> Any:
    return value.replace("\0", "") if isinstance(value, str) else value
