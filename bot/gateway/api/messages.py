"""POST and GET /api/v1/messages: what a person says and what came of it."""

from __future__ import annotations

import time

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.gateway.api.common import (
    address_of,
    caller_of,
    gateway_of,
    language_for,
    read_after,
    read_body,
    read_id,
    read_number,
)
from bot.gateway.errors import Draining, Empty, Malformed, NoToken, Overloaded, TooLong
from bot.gateway.gateway import Gateway
from bot.gateway.records import Json, Message, Person, Turn
from bot.gateway.records import Request as Said
from bot.gateway.text import clean_text, plain_for_engine


async def post_message(request: Request) -> Response:
    """Accept a message and answer with the replies, if they come within `wait` seconds."""
    person = await caller_of(request)
    body = await read_body(request)
    said = read_message(body, request, person)
    return await accept_and_wait(request, person, said)


async def get_messages(request: Request) -> Response:
    """Return the messages after a number, waiting for the first one if there is none."""
    gateway, person = gateway_of(request), await caller_of(request)
    after, wait = read_after(request), _read_wait(request)
    with gateway.connections.hold(address_of(request)), gateway.hub.listen(person.id) as ear:
        messages = await gateway.store.messages_after(person.id, after)
        ends = time.monotonic() + wait
        while not messages and not gateway.hub.closing and await ear.wait(max(0.0, ends - time.monotonic())):
            messages = await gateway.store.messages_after(person.id, after)
    current = await gateway.store.find_person(person.id)
    last = messages[-1].sequence if messages else (current or person).last_sequence
    return JSONResponse({"messages": [message.as_json() for message in messages], "last": last})


def read_message(body: Json, request: Request, person: Person) -> Said:
    """Check and clean a message."""
    message_id, text = read_id(body), body.get("text")
    if not isinstance(text, str):
        raise Malformed(field="text", expected="text")
    most = gateway_of(request).settings.text_characters
    cleaned = clean_text(text)
    if len(cleaned) > most:
        raise TooLong(field="text", limit=most, unit="characters")
    plain = plain_for_engine(cleaned)
    if not plain:
        raise Empty(field="text")
    return Said(message_id, cleaned, plain, language_for(request, person))


async def accept_and_wait(request: Request, person: Person, said: Said) -> Response:
    """Commit a message to the inbox, then wait for its turn as long as the caller wants."""
    gateway, wait = gateway_of(request), _read_wait(request)
    turn = await _accept(gateway, person, said)
    with gateway.connections.hold(address_of(request)), gateway.hub.listen(person.id) as ear:
        ends = time.monotonic() + wait
        while True:
            current, replies = await _look(gateway, turn)
            # Not cut short while the gateway drains: a running turn still ends and is answered here.
            if current.state != "waiting" or replies or not await ear.wait(max(0.0, ends - time.monotonic())):
                break
    return _answer(current, replies)


async def _accept(gateway: Gateway, person: Person, said: Said) -> Turn:
    if gateway.hub.closing:
        raise Draining(retry_after=5)
    known = await gateway.store.find_turn(person.id, said.id)
    if known is None:
        gateway.messages.check(person.id)
        if len(gateway.turns) >= gateway.settings.waiting_turns:
            raise Overloaded(retry_after=5)
    with gateway.metrics.stages.labels("accept").time():
        turn, new = await gateway.store.accept(person.id, said)
    if new:
        gateway.turns.add(turn)
        gateway.hub.notify(person.id)
    return turn


async def _look(gateway: Gateway, turn: Turn) -> tuple[Turn, list[Message]]:
    current, replies = await gateway.store.look(turn.person, turn.id)
    if current is None:
        raise NoToken
    return current, replies


def _answer(turn: Turn, replies: list[Message]) -> Response:
    sequence = replies[-1].sequence if replies else turn.sequence
    document = {"id": turn.id, "sequence": sequence, "replies": [message.as_json() for message in replies]}
    return JSONResponse(document, 202 if turn.state == "waiting" else 200)


def _read_wait(request: Request) -> float:
    return read_number(request, "wait", most=gateway_of(request).settings.longest_wait_seconds)
