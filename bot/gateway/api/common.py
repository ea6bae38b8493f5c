"""What every endpoint needs: the gateway, the caller, the body."""

from __future__ import annotations

import asyncio
import json
import math
import uuid
from collections.abc import Mapping
from typing import Any, cast

from starlette.datastructures import State
from starlette.requests import HTTPConnection, Request

from bot.gateway.errors import Malformed, NoToken, TooLong, WrongType
from bot.gateway.gateway import Gateway
from bot.gateway.origins import is_own_origin
from bot.gateway.records import Json, Person
from bot.gateway.wording import Language, as_language, negotiate_language

COOKIE = "usher"
_BODY_SECONDS = 10.0
_DIGITS = 15


def gateway_of(connection: HTTPConnection) -> Gateway:
    """Return the running gateway."""
    return cast(Gateway, cast(State, connection.app.state).gateway)


def address_of(connection: HTTPConnection) -> str:
    """Return the caller's network address."""
    return connection.client.host if connection.client else "unknown"


async def caller_of(connection: HTTPConnection) -> Person:
    """Return who calls: by bearer token, or by cookie from our own page only."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if not scheme and is_own_origin(connection.headers):
        token = connection.cookies.get(COOKIE, "")
    elif scheme.lower() != "bearer":
        token = ""
    return await person_of(connection, token.strip())


async def person_of(connection: HTTPConnection, token: str) -> Person:
    """Return the person of a token, and speak their language from here on."""
    gateway = gateway_of(connection)
    known = gateway.signer.person(token)
    person = await gateway.store.find_person(known) if known else None
    if person is None:
        raise NoToken
    connection.state.person = person
    return person


async def read_body(request: Request) -> Json:
    """Return the JSON object of a body within its limit."""
    kind = request.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        raise WrongType
    try:
        body = json.loads(await _read_bytes(request))
    except (ValueError, RecursionError) as error:
        raise Malformed(field="body", expected="json") from error
    if not isinstance(body, dict):
        raise Malformed(field="body", expected="json")
    language = as_language(body.get("language"))
    if body.get("language") is not None and language is None:
        raise Malformed(field="language", expected="language")
    request.state.language = language
    return cast(Json, body)


async def _read_bytes(request: Request) -> bytes:
    most = gateway_of(request).settings.body_bytes
    content = bytearray()
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for chunk in request.stream():
                content += chunk
                if len(content) > most:
                    raise TooLong(limit=most, unit="bytes")
    except TimeoutError as error:
        raise Malformed(field="body", expected="json") from error
    return bytes(content)


def read_id(body: Mapping[str, Any]) -> str:
    """Return the client's message id, a UUID in its usual form."""
    value = body.get("id")
    try:
        return str(uuid.UUID(value)) if isinstance(value, str) and len(value) <= 36 else _refuse_id()
    except ValueError:
        return _refuse_id()


def _refuse_id() -> str:
    raise Malformed(field="id", expected="uuid")


def read_number(request: HTTPConnection, name: str, *, most: float) -> float:
    """Return a number from the address, capped; 0 where there is none."""
    try:
        value = float(request.query_params.get(name, "0"))
    except ValueError:
        value = -1.0
    if not 0 <= value < math.inf:
        raise Malformed(field=name, expected="number")
    return min(value, most)


def read_after(request: HTTPConnection) -> int:
    """Return the sequence number after which messages are wanted, capped at what a database holds."""
    text = request.query_params.get("after", "0")
    if not (text.isascii() and text.isdecimal()):
        raise Malformed(field="after", expected="number")
    return int(text) if len(text) < _DIGITS else 10**_DIGITS


def language_for(request: Request, person: Person | None = None) -> Language:
    """Return the language hint of a message: the body's, the browser's, or the person's last."""
    accepted = negotiate_language(request.headers.get("accept-language", ""))
    return as_language(request.state.language) or accepted or (person.language if person else "en")
