"""SQL for turns; each function runs inside a transaction of its caller."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.gateway.errors import IdReused, NoToken
from bot.gateway.identity import new_id
from bot.gateway.records import Message, Request, State, Turn, Utterance
from bot.gateway.store.connection import Connection
from bot.gateway.store.messages import add_message
from bot.gateway.store.people import find_person, touch_person

_COLUMNS = "person, id, key, conversation, text, engine_text, language, choice, state, apologised, sequence, accepted"


def accept_turn(
    connection: Connection, person: str, request: Request, now: float, idle_seconds: float
) -> tuple[Turn, bool]:
    """Put a message into the inbox and return its turn and whether it is new; the same id again changes nothing."""
    if find_person(connection, person) is None:
        raise NoToken
    known = find_turn(connection, person, request.id)
    if known is not None:
        # A text that retention has emptied can no longer be compared.
        if known.text and known.text != request.text:
            raise IdReused(field="id")
        return known, False
    conversation = touch_person(connection, person, request.language, now, idle_seconds)
    message = add_message(connection, person, "person", request.text, now, message_id=request.id)
    turn = Turn(
        person=person,
        id=request.id,
        key=new_id(),
        conversation=conversation,
        text=request.text,
        engine_text=request.engine_text,
        language=request.language,
        choice=request.choice,
        state="waiting",
        apologised=False,
        sequence=message.sequence,
        accepted=now,
    )
    connection.execute(
        f"INSERT INTO turns ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?)",  # noqa: S608 - constant names
        (
            *(person, turn.id, turn.key, conversation, turn.text, turn.engine_text, turn.language),
            *(None if turn.choice is None else json.dumps(turn.choice, ensure_ascii=False), turn.sequence, now),
        ),
    )
    return turn, True


def find_turn(connection: Connection, person: str, message_id: str) -> Turn | None:
    """Return the turn of a message id, None if there is none."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM turns WHERE person = ? AND id = ?",  # noqa: S608 - constant names
        (person, message_id),
    ).fetchone()
    return _turn(row) if row else None


def next_turn(connection: Connection, person: str) -> Turn | None:
    """Return the oldest turn of a person that still waits."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM turns WHERE person = ? AND state = 'waiting' ORDER BY sequence LIMIT 1",  # noqa: S608 - constant names
        (person,),
    ).fetchone()
    return _turn(row) if row else None


def waiting_turns(connection: Connection) -> list[Turn]:
    """Return every waiting turn, the oldest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM turns WHERE state = 'waiting' ORDER BY accepted")  # noqa: S608 - constant names
    return [_turn(row) for row in rows]


def finish_turn(
    connection: Connection, turn: Turn, utterances: Sequence[Utterance], state: State, now: float
) -> list[Message]:
    """Put the answer into the outbox and close the turn, both or neither; a turn that is closed stays as it is."""
    changed = connection.execute(
        "UPDATE turns SET state = ? WHERE person = ? AND id = ? AND state = 'waiting'", (state, turn.person, turn.id)
    )
    if changed.rowcount == 0:
        return []
    return [
        add_message(connection, turn.person, "bot", said.text, now, reply_to=turn.id, custom=said.custom)
        for said in utterances
    ]


def apologise_once(connection: Connection, turn: Turn, apology: Utterance, now: float) -> list[Message]:
    """Put an apology into the outbox unless the turn was answered or apologised for already."""
    changed = connection.execute(
        "UPDATE turns SET apologised = 1 WHERE person = ? AND id = ? AND state = 'waiting' AND apologised = 0",
        (turn.person, turn.id),
    )
    if changed.rowcount == 0:
        return []
    return [add_message(connection, turn.person, "bot", apology.text, now, reply_to=turn.id, custom=apology.custom)]


def _turn(row: Mapping[str, Any]) -> Turn:
    choice = None if row["choice"] is None else json.loads(row["choice"])
    return Turn(**{**dict(row), "choice": choice, "apologised": bool(row["apologised"])})
