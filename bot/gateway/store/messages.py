"""SQL for numbered messages; each function runs inside a transaction of its caller."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bot.gateway.records import Author, Json, Message
from bot.gateway.store.connection import Connection

_COLUMNS = "sequence, author, id, reply_to, text, custom, created"


def add_message(
    connection: Connection,
    person: str,
    author: Author,
    text: str,
    now: float,
    *,
    message_id: str | None = None,
    reply_to: str | None = None,
    custom: Json | None = None,
) -> Message:
    """Append a message to a person's thread under the next number."""
    row = connection.execute(
        "UPDATE people SET last_sequence = last_sequence + 1 WHERE id = ? RETURNING last_sequence", (person,)
    ).fetchone()
    sequence = int(row["last_sequence"])
    stored = None if custom is None else json.dumps(custom, ensure_ascii=False)
    connection.execute(
        f"INSERT INTO messages (person, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - constant names
        (person, sequence, author, message_id, reply_to, text, stored, now),
    )
    return Message(sequence, author, message_id, reply_to, text, custom, now)


def messages_after(connection: Connection, person: str, after: int, limit: int) -> list[Message]:
    """Return up to `limit` messages of a person with a higher number than `after`, in order."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM messages WHERE person = ? AND sequence > ? ORDER BY sequence LIMIT ?",  # noqa: S608 - constant names
        (person, after, limit),
    )
    return [_message(row) for row in rows]


def replies_to(connection: Connection, person: str, message_id: str) -> list[Message]:
    """Return what was answered to one message, in order."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM messages WHERE person = ? AND reply_to = ? ORDER BY sequence",  # noqa: S608 - constant names
        (person, message_id),
    )
    return [_message(row) for row in rows]


def label_of(connection: Connection, person: str, payload: str) -> str | None:
    """Return what stood on the latest button with this payload that the person was shown."""
    rows = connection.execute(
        "SELECT custom FROM messages WHERE person = ? AND custom IS NOT NULL AND replace(custom, ?, '') <> custom"
        " ORDER BY sequence DESC LIMIT 5",
        (person, json.dumps(payload, ensure_ascii=False)),
    )
    for row in rows:
        for option in _options(json.loads(row["custom"])):
            if option.get("payload") == payload and isinstance(option.get("label"), str):
                return str(option["label"])
    return None


def _options(node: object) -> Iterator[Json]:
    """Walk a reply and yield whatever looks like a button, wherever its kind keeps them."""
    if isinstance(node, dict):
        if "payload" in node:
            yield node
        for value in node.values():
            yield from _options(value)
    elif isinstance(node, list):
        for value in node:
            yield from _options(value)


def _message(row: Mapping[str, Any]) -> Message:
    custom = None if row["custom"] is None else json.loads(row["custom"])
    return Message(row["sequence"], row["author"], row["id"], row["reply_to"], row["text"], custom, row["created"])
