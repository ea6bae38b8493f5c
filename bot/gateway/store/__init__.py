"""Inbox and outbox: what was accepted and what was answered, safe on the disk."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from bot.gateway.records import Message, Person, Request, State, Turn, Utterance
from bot.gateway.store import erasure, messages, people, turns
from bot.gateway.store.connection import Connection, Driver
from bot.gateway.store.database import Database
from bot.gateway.store.erasure import Kind
from bot.gateway.store.sqlite import Sqlite
from bot.gateway.wording import Language

__all__ = ["Store"]

_PAGE = 200


class Store:
    """The gateway's memory; every method that changes it returns once the change is synced to the disk."""

    def __init__(self, place: Path | str, *, idle_seconds: float, alone: bool = False) -> None:
        """Open a SQLite file or the address of a PostgreSQL database, `alone` where no other gateway may use it."""
        self._database = Database(Sqlite(place) if isinstance(place, Path) else _postgres(place, alone=alone))
        self._idle_seconds = idle_seconds

    def close(self) -> None:
        """Finish open writes and close."""
        self._database.close()

    async def create_person(self, language: Language) -> Person:
        """Add a person."""
        return await self._database.write(lambda c: people.create_person(c, language, time.time()))

    async def find_person(self, person: str) -> Person | None:
        """Return a person, None if unknown or erased."""
        return await self._database.read(lambda c: people.find_person(c, person))

    async def conversations_of(self, person: str) -> list[str]:
        """Return the ids under which the engine may know a person."""
        return await self._database.read(lambda c: people.conversations_of(c, person))

    async def accept(self, person: str, request: Request) -> tuple[Turn, bool]:
        """Commit a message to the inbox; the flag says whether it is new."""
        return await self._database.write(
            lambda c: turns.accept_turn(c, person, request, time.time(), self._idle_seconds)
        )

    async def find_turn(self, person: str, message_id: str) -> Turn | None:
        """Return the turn of a client's message id."""
        return await self._database.read(lambda c: turns.find_turn(c, person, message_id))

    async def next_turn(self, person: str) -> Turn | None:
        """Return the oldest waiting turn of a person."""
        return await self._database.read(lambda c: turns.next_turn(c, person))

    async def waiting_turns(self) -> list[Turn]:
        """Return every waiting turn."""
        return await self._database.read(turns.waiting_turns)

    async def finish(self, turn: Turn, said: Sequence[Utterance], state: State, language: Language) -> list[Message]:
        """Commit an answer and close its turn; empty if it was closed before.

        An answer that promises to forget erases what came before it in the same transaction.
        """

        forgets = any((utterance.custom or {}).get("forget") for utterance in said)

        def work(connection: Connection) -> list[Message]:
            """Answer, and forget if that was promised."""
            people.set_language(connection, turn.person, language)
            answered = turns.finish_turn(connection, turn, said, state, time.time())
            if forgets and answered:
                erasure.forget_words(connection, turn.person, answered[0].sequence, time.time())
            return answered

        return await self._database.write(work, scrub=forgets)

    async def apologise(self, turn: Turn, apology: Utterance) -> list[Message]:
        """Commit an apology; empty if there was one or the turn is closed."""
        return await self._database.write(lambda c: turns.apologise_once(c, turn, apology, time.time()))

    async def messages_after(self, person: str, after: int, limit: int = _PAGE) -> list[Message]:
        """Return the next messages of a person in order."""
        return await self._database.read(lambda c: messages.messages_after(c, person, after, limit))

    async def look(self, person: str, message_id: str) -> tuple[Turn | None, list[Message]]:
        """Return a turn and what was answered to it, both at one moment."""
        return await self._database.read(
            lambda c: (turns.find_turn(c, person, message_id), messages.replies_to(c, person, message_id))
        )

    async def label_of(self, person: str, payload: str) -> str | None:
        """Return what stood on a button the person was shown."""
        return await self._database.read(lambda c: messages.label_of(c, person, payload))

    async def erase_person(self, person: str) -> None:
        """Delete a person here and note what engine and memory must delete."""
        await self._database.write(lambda c: erasure.erase_person(c, person, time.time()), scrub=True)

    async def open_erasures(self) -> list[tuple[str, Kind]]:
        """Return what others have still to erase."""
        return await self._database.read(erasure.open_erasures)

    async def close_erasure(self, subject: str, kind: Kind) -> None:
        """Note that it is erased everywhere."""
        await self._database.write(lambda c: erasure.close_erasure(c, subject, kind))

    async def expire(self, *, messages_days: int, turns_days: int, people_days: int) -> int:
        """Delete what is older than it may be."""
        now, day = time.time(), 86400
        return await self._database.write(
            lambda c: erasure.expire(
                c,
                messages_before=now - messages_days * day,
                turns_before=now - turns_days * day,
                people_before=now - people_days * day,
            ),
            scrub=True,
        )


def _postgres(address: str, *, alone: bool) -> Driver:
    from bot.gateway.store.postgres import Postgres  # its library is only loaded by those who use it

    return Postgres(address, alone=alone)
