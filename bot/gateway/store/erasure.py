"""SQL for export, erasure and retention; each function runs inside a transaction of its caller."""

from __future__ import annotations

from typing import Literal

from bot.gateway.store.connection import Connection
from bot.gateway.store.people import conversations_of, renew_conversation

Kind = Literal["conversation", "person"]


def erase_person(connection: Connection, person: str, now: float) -> None:
    """Delete all we hold of a person, the session included, and note what others must delete."""
    for conversation in conversations_of(connection, person):
        _ask(connection, conversation, "conversation", now)
    connection.execute("DELETE FROM messages WHERE person = ?", (person,))
    connection.execute("DELETE FROM turns WHERE person = ?", (person,))
    connection.execute("DELETE FROM conversations WHERE person = ?", (person,))
    connection.execute("DELETE FROM people WHERE id = ?", (person,))
    _ask(connection, person, "person", now)


def forget_words(connection: Connection, person: str, keep_from: int, now: float) -> None:
    """Delete what a person said and heard before number `keep_from`; the session goes on, in a new conversation.

    What still waits for its turn stays: it was accepted, and was said without knowing the answer that forgets.
    """
    for conversation in conversations_of(connection, person):
        _ask(connection, conversation, "conversation", now)
    waiting = "SELECT id FROM turns WHERE person = :person AND state = 'waiting'"
    connection.execute(
        "DELETE FROM messages WHERE person = :person AND sequence < :keep_from"  # noqa: S608 - constant query
        f" AND (author = 'bot' OR id NOT IN ({waiting}))",
        {"person": person, "keep_from": keep_from},
    )
    # The ids stay without their words, so that what is sent again is still known.
    connection.execute(
        "UPDATE turns SET text = '', engine_text = '', choice = NULL WHERE person = ? AND state <> 'waiting'", (person,)
    )
    connection.execute("DELETE FROM conversations WHERE person = ?", (person,))
    renew_conversation(connection, person, now)
    _ask(connection, person, "person", now)


def expire(connection: Connection, *, messages_before: float, turns_before: float, people_before: float) -> int:
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
    left = "SELECT id FROM people WHERE seen < ? OR (seen < ? AND last_sequence = 0)"
    for row in connection.execute(left, (people_before, turns_before)).fetchall():
        erase_person(connection, row["id"], people_before)
        gone += 1
    return gone


def open_erasures(connection: Connection) -> list[tuple[str, Kind]]:
    """Return what engine and memory have still to erase, conversations first."""
    rows = connection.execute("SELECT subject, kind FROM erasures ORDER BY kind")
    return [(row["subject"], row["kind"]) for row in rows]


def close_erasure(connection: Connection, subject: str, kind: Kind) -> None:
    """Note that it is erased everywhere."""
    connection.execute("DELETE FROM erasures WHERE subject = ? AND kind = ?", (subject, kind))


def _ask(connection: Connection, subject: str, kind: Kind, now: float) -> None:
    connection.execute(
        "INSERT INTO erasures (subject, kind, asked) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (subject, kind, now)
    )
