"""Taste, seen films, watchlist and language of each person, in one SQLite file (write-ahead log).

Every write is keyed by the id of the message it came from: a repeated turn changes nothing, even when a later
message has undone the first.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from actions.memory.records import Entry, Shelf, Verdict

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    person TEXT NOT NULL, shelf TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
    verdict TEXT, words TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (person, shelf, kind, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS people (person TEXT PRIMARY KEY, language TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS writes (
    person TEXT NOT NULL, message TEXT NOT NULL, what TEXT NOT NULL, PRIMARY KEY (person, message, what)
) WITHOUT ROWID;
"""
_COLUMNS = "shelf, kind, key, name, verdict, words, at"


class MemoryFault(Exception):
    """The memory file cannot be opened, read or written."""


class Memory:
    """The store. One object a process; safe to call from several threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path, *, timeout_seconds: float = 5.0) -> Self:
        """Open the file at `path`, making it and its tables when absent."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=timeout_seconds, isolation_level=None, check_same_thread=False)
            path.chmod(0o600)
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
                connection.execute(f"PRAGMA {pragma}")
            connection.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as fault:
            raise MemoryFault(f"the memory at {path} (USHER_MEMORY) cannot be opened: {fault}") from fault
        return cls(connection)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def note(self, person: str, entry: Entry, message: str) -> bool:
        """Put `entry` on its shelf, replacing an older one; `False` when this message already did."""
        with self._write(person, message, f"note/{entry.code}") as fresh:
            if fresh:
                self._put(person, (entry,))
        return fresh

    def note_all(self, person: str, entries: Iterable[Entry], message: str) -> bool:
        """Put many entries on their shelves, all or none; `False` when this message already did."""
        with self._write(person, message, "note_all") as fresh:
            if fresh:
                self._put(person, entries)
        return fresh

    def _put(self, person: str, entries: Iterable[Entry]) -> None:
        self._connection.executemany(
            f"INSERT OR REPLACE INTO entries (person, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - constant names
            [
                (person, entry.shelf, entry.kind, entry.key, entry.name, entry.verdict, entry.words, entry.at)
                for entry in entries
            ],
        )

    def remove(self, person: str, entry: Entry, message: str) -> bool:
        """Take `entry` off its shelf; `False` when this message already did."""
        with self._write(person, message, f"remove/{entry.code}") as fresh:
            if fresh:
                self._connection.execute(
                    "DELETE FROM entries WHERE person = ? AND shelf = ? AND kind = ? AND key = ?",
                    (person, entry.shelf, entry.kind, entry.key),
                )
        return fresh

    def entries(self, person: str, shelf: Shelf | None = None) -> tuple[Entry, ...]:
        """What is remembered, oldest first; one shelf or all."""
        rows = self._read(
            f"SELECT {_COLUMNS} FROM entries WHERE person = ? AND (? IS NULL OR shelf = ?) ORDER BY at, kind, key",  # noqa: S608 - constant names
            (person, shelf, shelf),
        )
        return tuple(Entry(row[0], row[1], row[2], row[3], row[5], row[6], row[4]) for row in rows)

    def films(self, person: str, shelf: Shelf, verdict: Verdict | None = None) -> tuple[str, ...]:
        """Ids of the films on a shelf; on the taste shelf those with `verdict`."""
        return tuple(
            entry.key
            for entry in self.entries(person, shelf)
            if entry.kind == "film" and (verdict is None or entry.verdict == verdict)
        )

    def find(self, person: str, code: str) -> Entry | None:
        """The entry that a button's code names."""
        return next((entry for entry in self.entries(person) if entry.code == code), None)

    def language(self, person: str) -> str | None:
        """The language the person last chose."""
        rows = self._read("SELECT language FROM people WHERE person = ?", (person,))
        return rows[0][0] if rows else None

    def keep_language(self, person: str, language: str, message: str) -> None:
        """Remember the language the person asked for."""
        with self._write(person, message, "language") as fresh:
            if fresh:
                self._connection.execute("INSERT OR REPLACE INTO people VALUES (?, ?)", (person, language))

    def export(self, person: str) -> dict[str, Any]:
        """Everything remembered about a person, as JSON."""
        return {
            "language": self.language(person),
            "entries": [entry.export() for entry in self.entries(person)],
        }

    def forget(self, person: str) -> None:
        """Erase a person wholly; nothing of it stays in the file or in the log beside it."""
        with self._guard():
            self._connection.execute("BEGIN IMMEDIATE")
            for table in ("entries", "people", "writes"):
                self._connection.execute(f"DELETE FROM {table} WHERE person = ?", (person,))  # noqa: S608 - constant names
            self._connection.execute("COMMIT")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _read(self, query: str, values: Iterable[object]) -> list[tuple[Any, ...]]:
        with self._guard():
            return self._connection.execute(query, tuple(values)).fetchall()

    @contextmanager
    def _write(self, person: str, message: str, what: str) -> Iterator[bool]:
        """One transaction; yields whether the message has not made this change before."""
        with self._guard():
            self._connection.execute("BEGIN IMMEDIATE")
            done = self._connection.execute("INSERT OR IGNORE INTO writes VALUES (?, ?, ?)", (person, message, what))
            yield done.rowcount == 1
            self._connection.execute("COMMIT")

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """Hold the connection alone; a fault rolls back and becomes a `MemoryFault`."""
        with self._lock:
            try:
                yield
            except sqlite3.Error as fault:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise MemoryFault(f"the memory (USHER_MEMORY) cannot be used: {fault}") from fault


def now() -> str:
    """The time of an entry, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
