"""The engine's client: the only module that imports httpx."""

from __future__ import annotations

import json
from typing import Any, Protocol

import httpx

from bot.gateway.errors import ActionsUnreachable, EngineUnreachable, TurnFailed
from bot.gateway.records import Json, Turn, Utterance

_WEBHOOK = "/webhooks/rest/webhook"
_TURNS = "/webhooks/rest/turns"
_CONVERSATIONS = "/webhooks/rest/conversations"
# What aiohttp, with which the engine calls the action server, says when nobody is there.
_AWAY = frozenset({"ClientConnectorError", "ServerDisconnectedError", "ClientOSError", "ConnectionResetError"})


class Engine(Protocol):
    """What the gateway asks of the engine; the tests stand in for it here."""

    async def send(self, turn: Turn) -> list[Utterance]:
        """Have a turn made and stored, and return what the bot said."""

    async def find(self, turn: Turn) -> list[Utterance] | None:
        """Return what the bot said to a turn that is stored already, None if it is not."""

    async def export(self, conversation: str) -> list[Json]:
        """Return the events that the tracker of a conversation holds."""

    async def erase(self, conversation: str) -> None:
        """Delete the tracker of a conversation; fine if there is none."""

    async def close(self) -> None:
        """Close all connections."""


class HttpEngine:
    """The engine's own channel over HTTP on loopback."""

    def __init__(self, url: str, *, attempt_seconds: float, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._url = url
        # Taken apart once: for each call that would be a tenth of its time.
        self._webhook = httpx.URL(url + _WEBHOOK)
        self._client = httpx.AsyncClient(
            timeout=httpx.Timeout(attempt_seconds, connect=2.0),
            limits=httpx.Limits(max_connections=100, max_keepalive_connections=20),
            transport=transport,
            trust_env=False,
        )

    async def send(self, turn: Turn) -> list[Utterance]:
        """Have a turn made and stored, and return what the bot said."""
        metadata: Json = {"person": turn.person, "language_hint": turn.language}
        if turn.choice is not None:
            metadata["choice"] = turn.choice
        body = {
            "sender": turn.conversation,
            "message": turn.engine_text,
            "message_id": turn.key,
            "metadata": metadata,
        }
        return read_utterances(await self._call("POST", _WEBHOOK, body=body))

    async def find(self, turn: Turn) -> list[Utterance] | None:
        """Return what the bot said to a turn that is stored already, None if it is not."""
        answer = await self._call("GET", f"{_TURNS}/{turn.conversation}/{turn.key}", missing_is_none=True)
        return None if answer is None else read_utterances(answer)

    async def export(self, conversation: str) -> list[Json]:
        """Return the events that the tracker of a conversation holds."""
        answer = await self._call("GET", f"{_CONVERSATIONS}/{conversation}", missing_is_none=True)
        events = answer.get("events", []) if isinstance(answer, dict) else answer
        return events if isinstance(events, list) else []

    async def erase(self, conversation: str) -> None:
        """Delete the tracker of a conversation; fine if there is none."""
        await self._call("DELETE", f"{_CONVERSATIONS}/{conversation}", missing_is_none=True)

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def _call(self, method: str, path: str, *, body: Json | None = None, missing_is_none: bool = False) -> Any:
        place = path.split("/")[3]  # what follows names a conversation, which no log may
        url = self._webhook if path == _WEBHOOK else httpx.URL(self._url + path)
        try:
            response = await self._client.request(method, url, json=body)
        except httpx.RequestError as error:
            raise EngineUnreachable(f"{type(error).__name__} at {place}") from error
        if missing_is_none and response.status_code == 404:
            return None
        if response.status_code not in (200, 204):
            raise read_failure(response, place)
        if not response.content:
            return None
        try:
            return read_json(response.content)
        except ValueError as error:
            raise TurnFailed(f"not JSON from {place}") from error


def read_failure(response: httpx.Response, place: str) -> TurnFailed:
    """Return what the engine's problem document says went wrong; `detail` ends with the name of the cause."""
    try:
        cause = str(response.json()["detail"]).rpartition(": ")[2]
    except (ValueError, KeyError, TypeError):
        cause = ""
    kind = ActionsUnreachable if cause in _AWAY else TurnFailed
    return kind(f"{response.status_code} {cause[:60]} from {place}")


def read_json(content: bytes) -> Any:
    """Parse JSON that can be stored and sent on: no NaN, no infinity, no lone surrogate."""
    value = json.loads(content, parse_constant=_refuse)
    json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def read_utterances(answer: object) -> list[Utterance]:
    """Check that an answer is a list of utterances and return it; garbage is a failed turn."""
    if isinstance(answer, dict):
        answer = answer.get("replies")
    if not isinstance(answer, list):
        raise TurnFailed(f"the answer is {type(answer).__name__}, not a list")
    said = [_utterance(item) for item in answer]
    if not said:
        raise TurnFailed("the answer is empty")
    return said


def _utterance(item: object) -> Utterance:
    if not isinstance(item, dict):
        raise TurnFailed(f"an utterance is {type(item).__name__}, not an object")
    text, custom = item.get("text"), item.get("custom")
    if not isinstance(text or "", str) or not isinstance(custom or {}, dict) or not (text or custom):
        raise TurnFailed("an utterance has neither text nor custom")
    return Utterance(text or "", custom or None)
