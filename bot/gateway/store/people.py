"""SQL for people and their conversations; each function runs inside a transaction of its caller."""

from __future__ import annotations

from bot.gateway.identity import new_id
from bot.gateway.records import Person
from bot.gateway.store.connection import Connection
from bot.gateway.wording import Language


def create_person(connection: Connection, language: Language, now: float) -> Person:
    """Add a person with a first conversation."""
    person = Person(new_id(), new_id(), language, 0)
    connection.execute(
        "INSERT INTO people (id, conversation, language, created, seen) VALUES (?, ?, ?, ?, ?)",
        (person.id, person.conversation, language, now, now),
    )
    _add_conversation(connection, person.conversation, person.id, now)
    return person


def find_person(connection: Connection, person: str) -> Person | None:
    """Return a person, None if unknown or erased."""
    row = connection.execute(
        "SELECT id, conversation, language, last_sequence FROM people WHERE id = ?", (person,)
    ).fetchone()
    return Person(**dict(row)) if row else None


def touch_person(connection: Connection, person: str, language: Language, now: float, idle: float) -> str:
    """Note that a person wrote and return their conversation, a new one after `idle` seconds of silence.

    The language hint counts until the bot has answered for the first time; then its own language does.
    """
    row = connection.execute("SELECT conversation, seen FROM people WHERE id = ?", (person,)).fetchone()
    conversation = str(row["conversation"]) if now - row["seen"] < idle else new_id()
    connection.execute(
        "UPDATE people SET conversation = ?, seen = ?, language = CASE last_sequence WHEN 0 THEN ? ELSE language END"
        " WHERE id = ?",
        (conversation, now, language, person),
    )
    _add_conversation(connection, conversation, person, now)
    return conversation


def renew_conversation(connection: Connection, person: str, now: float) -> None:
    """Give a person a new conversation, so that nothing of the old one can be carried on."""
    conversation = new_id()
    connection.execute("UPDATE people SET conversation = ? WHERE id = ?", (conversation, person))
    connection.execute(
        "UPDATE turns SET conversation = ? WHERE person = ? AND state = 'waiting'", (conversation, person)
    )
    _add_conversation(connection, conversation, person, now)


def set_language(connection: Connection, person: str, language: Language) -> None:
    """Note the language a person is spoken to in."""
    connection.execute("UPDATE people SET language = ? WHERE id = ?", (language, person))


def conversations_of(connection: Connection, person: str) -> list[str]:
    """Return every conversation of a person, the latest last."""
    rows = connection.execute("SELECT id FROM conversations WHERE person = ? ORDER BY used, id", (person,))
    return [row["id"] for row in rows]


def _add_conversation(connection: Connection, conversation: str, person: str, now: float) -> None:
    connection.execute(
        "INSERT INTO conversations (id, person, used) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET used = excluded.used",
        (conversation, person, now),
    )
