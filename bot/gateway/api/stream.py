"""GET /api/v1/stream: messages as they come, over a WebSocket, or as server-sent events where there is none."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.gateway.api.common import COOKIE, address_of, caller_of, gateway_of, person_of, read_after
from bot.gateway.errors import ForeignOrigin, Malformed, NoToken, NotReady, Problem, StoreDown
from bot.gateway.hub import Subscription
from bot.gateway.origins import is_own_origin
from bot.gateway.problems import language_of, problem_document
from bot.gateway.records import Json, Person
from bot.gateway.wording import Language

_HELLO_SECONDS = 10.0
_BEAT_SECONDS = 15.0


class Feed:
    """One connection's view of a thread: every message after a number once, in order, and passing frames."""

    def __init__(self, connection: WebSocket | Request, person: Person, after: int, ear: Subscription) -> None:
        self._gateway = gateway_of(connection)
        self._person = person
        self._ear = ear
        self._language: Language = language_of(connection)
        self.sent = after

    async def frames(self) -> AsyncIterator[Json | None]:
        """Yield frames for as long as the person exists and the gateway runs; None now and then as a beat."""
        if self._gateway.turns.troubled:
            yield self._problem(NotReady())
        while not self._gateway.hub.closing:
            messages = await self._read()
            for message in messages:
                self.sent = message["sequence"]
                yield {"type": "message", **message}
            for frame in self._ear.take_frames():
                yield self._problem(NotReady()) if frame["type"] == "problem" else frame
            if messages:
                continue
            if not await self._ear.wait(_BEAT_SECONDS):
                yield None
            if await self._gateway.store.find_person(self._person.id) is None:
                yield self._problem(NoToken())
                return

    async def _read(self) -> list[Json]:
        try:
            return [each.as_json() for each in await self._gateway.store.messages_after(self._person.id, self.sent, 50)]
        except StoreDown:
            await asyncio.sleep(1.0)
            return []

    def _problem(self, problem: Problem) -> Json:
        return problem_frame(problem, self._language)


def problem_frame(problem: Problem, language: Language) -> Json:
    """Return a problem as a frame: the document without its `type`, which names the frame here."""
    return {**problem_document(problem, language), "type": "problem"}


async def stream_events(request: Request) -> Response:
    """Answer with server-sent events; `Last-Event-ID` counts as `after`."""
    gateway, person = gateway_of(request), await caller_of(request)
    after, last = read_after(request), request.headers.get("last-event-id", "")
    if last.isdecimal() and len(last) < 16:
        after = int(last)

    gateway.connections.check(address_of(request))

    async def events() -> AsyncIterator[str]:
        """Write the frames as events for as long as the client listens."""
        with gateway.connections.hold(address_of(request)), gateway.hub.listen(person.id, frames=True) as ear:
            yield "retry: 2000\n\n"
            async for frame in Feed(request, person, after, ear).frames():
                yield _event(frame)

    return StreamingResponse(events(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


def _event(frame: Json | None) -> str:
    if frame is None:
        return ": beat\n\n"
    number = f"id: {frame['sequence']}\n" if frame["type"] == "message" else ""
    return f"{number}event: {frame['type']}\ndata: {json.dumps(frame, ensure_ascii=False)}\n\n"


async def stream_socket(socket: WebSocket) -> None:
    """Serve one WebSocket: hello first, then messages out and acknowledgements in."""
    gateway = gateway_of(socket)
    origin = socket.headers.get("origin", "").lower()
    await socket.accept()
    try:
        if origin and not is_own_origin(socket.headers) and origin not in gateway.settings.allowed_origins:
            raise ForeignOrigin
        with gateway.connections.hold(address_of(socket)):
            person, after = await _greet(socket)
            with gateway.hub.listen(person.id, frames=True) as ear:
                await _serve(socket, Feed(socket, person, after, ear))
        await socket.close(1012 if gateway.hub.closing else 4401)
    except Problem as problem:
        gateway.metrics.refusals.labels(problem.code).inc()
        await _refuse(socket, problem)
    except (WebSocketDisconnect, RuntimeError):
        return  # the client went away; what it missed it gets on its next hello


async def _greet(socket: WebSocket) -> tuple[Person, int]:
    """Read the first frame, which says who listens and what they have."""
    try:
        hello = await asyncio.wait_for(_receive(socket), _HELLO_SECONDS)
    except TimeoutError as error:
        raise Malformed(field="hello", expected="json") from error
    after = hello.get("after", 0)
    if hello.get("type") != "hello" or not isinstance(after, int) or isinstance(after, bool) or after < 0:
        raise Malformed(field="hello", expected="json")
    token = hello.get("token")
    if token is None and is_own_origin(socket.headers):
        token = socket.cookies.get(COOKIE, "")
    return await person_of(socket, token if isinstance(token, str) else ""), after


async def _serve(socket: WebSocket, feed: Feed) -> None:
    """Send and receive at once until either ends."""
    tasks = [asyncio.create_task(_send(socket, feed)), asyncio.create_task(_listen(socket))]
    done, rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    for task in done:
        task.result()


async def _send(socket: WebSocket, feed: Feed) -> None:
    async for frame in feed.frames():
        if frame is not None:  # no beats here: the server pings by itself
            await socket.send_text(json.dumps(frame, ensure_ascii=False))


async def _listen(socket: WebSocket) -> None:
    """Take acknowledgements; what a client has it says in its next hello, so they only have to be well formed."""
    while True:
        frame = await _receive(socket)
        if frame.get("type") != "ack" or not isinstance(frame.get("sequence"), int):
            raise Malformed(field="type", expected="json")


async def _receive(socket: WebSocket) -> Json:
    event: Any = await socket.receive()
    if event["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(event.get("code", 1005))
    try:
        frame = json.loads(event.get("text") or "")
    except (ValueError, RecursionError) as error:
        raise Malformed(field="frame", expected="json") from error
    if not isinstance(frame, dict):
        raise Malformed(field="frame", expected="json")
    return frame


async def _refuse(socket: WebSocket, problem: Problem) -> None:
    try:
        await socket.send_text(json.dumps(problem_frame(problem, language_of(socket)), ensure_ascii=False))
        await socket.close(4000 + problem.status)
    except (WebSocketDisconnect, RuntimeError):
        return
