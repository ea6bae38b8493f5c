"""SQL for export, erasure and retention; each function runs inside a transaction of its caller."""

from __future__ import annotations

import sqlite3
from typing import Literal

from bot.gateway.store.people import conversations_of, renew_conversation

Kind = Literal["conversation", "person"]


def erase_person(connection: sqlite3.Connection, person: str, now: float) -> None:
    """Delete all we hold of a person, the session included, and note what others must delete."""
    _erase_words(connection, person, now)
    connection.execute("DELETE FROM conversations WHERE person = ?", (person,))
    connection.execute("DELETE FROM people WHERE id = ?", (person,))
    _ask(connection, person, "person", now)


def forget_words(connection: sqlite3.Connection, person: str, keep_from: int, now: float) -> None:
    """Delete what a person said and heard before number `keep_from`; the session goes on, in a new conversation."""
    kept = connection.execute(
        "SELECT * FROM messages WHERE person = ? AND sequence >= ? AND author = 'bot'", (person, keep_from)
    ).fetchall()
    _erase_words(connection, person, now)
    connection.execute("DELETE FROM conversations WHERE person = ?", (person,))
    connection.executemany(
        "INSERT INTO messages (person, sequence, author, id, reply_to, text, custom, created)"
        " VALUES (:person, :sequence, :author, :id, :reply_to, :text, :custom, :created)",
        [dict(row) for row in kept],
    )
    renew_conversation(connection, person, now)
    _ask(connection, person, "person", now)


def expire(connection: sqlite3.Connection, *, messages_before: float, turns_before: float, people_before: float) -> int:
    """Delete what is older than it may be, and return how many rows that was."""
    gone = connection.execute("DELETE FROM messages WHERE created < ?", (messages_before,)).rowcount
    gone += connection.execute("DELETE FROM turns WHERE accepted < ? AND state <> 'waiting'", (turns_before,)).rowcount
    connection.execute(
        "UPDATE turns SET text = '', engine_text = '', choice = NULL WHERE accepted < ? AND state <> 'waiting'",
        (messages_before,),
    )
    old = (
        "SELECT c.id FROM conversations c JOIN people p ON p.id = c.person WHERE c.used < ? AND c.id <> p.conversation"
    )
    for row in connection.execute(old, (messages_before,)).fetchall():
        _ask(connection, row["id"], "conversation", messages_before)
        gone += connection.execute("DELETE FROM conversations WHERE id = ?", (row["id"],)).rowcount
    for row in connection.execute("SELECT id FROM people WHERE seen < ?", (people_before,)).fetchall():
        erase_person(connection, row["id"], people_before)
        gone += 1
    return gone


def open_erasures(connection: sqlite3.Connection) -> list[tuple[str, Kind]]:
    """Return what engine and memory have still to erase."""
    return [(row["subject"], row["kind"]) for row in connection.execute("SELECT subject, kind FROM erasures")]


def close_erasure(connection: sqlite3.Connection, subject: str, kind: Kind) -> None:
    """Note that it is erased everywhere."""
    connection.execute("DELETE FROM erasures WHERE subject = ? AND kind = ?", (subject, kind))


def _erase_words(connection: sqlite3.Connection, person: str, now: float) -> None:
    for conversation in conversations_of(connection, person):
        _ask(connection, conversation, "conversation", now)
    connection.execute("DELETE FROM messages WHERE person = ?", (person,))
    connection.execute("DELETE FROM turns WHERE person = ?", (person,))


def _ask(connection: sqlite3.Connection, subject: str, kind: Kind, now: float) -> None:
    connection.execute("INSERT OR IGNORE INTO erasures (subject, kind, asked) VALUES (?, ?, ?)", (subject, kind, now))
