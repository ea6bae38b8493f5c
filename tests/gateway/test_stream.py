"""The stream: each message once and in order, over a WebSocket or as events, also after a break."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

from tests.gateway.conftest import Caller, House, open_house


def address(house: House) -> str:
    return house.url.replace("http", "ws") + "/api/v1/stream"


async def greet(socket: ClientConnection, caller: Caller, after: int = 0) -> None:
    await socket.send(json.dumps({"type": "hello", "token": caller.token, "after": after}))


async def take(socket: ClientConnection, count: int) -> list[dict[str, Any]]:
    """Read frames until `count` messages came."""
    messages: list[dict[str, Any]] = []
    async with asyncio.timeout(10):
        while len(messages) < count:
            frame = json.loads(await socket.recv())
            if frame["type"] == "message":
                messages.append(frame)
                await socket.send(json.dumps({"type": "ack", "sequence": frame["sequence"]}))
    return messages


async def test_messages_come_as_they_are_said_with_typing_before_the_answer(house: House, caller: Caller) -> None:
    async with connect(address(house)) as socket:
        await greet(socket, caller)
        await asyncio.sleep(0.1)
        await caller.post("slow 0.2", wait=None)
        frames = [json.loads(await socket.recv()) for _ in range(3)]
    assert [frame["type"] for frame in frames].count("typing") == 1
    assert [frame["text"] for frame in frames if frame["type"] == "message"] == ["slow 0.2", "echo slow 0.2"]
    assert frames[-1]["type"] == "message"


async def test_after_a_break_what_was_missed_comes_once_and_in_order(house: House, caller: Caller) -> None:
    async with connect(address(house)) as socket:
        await greet(socket, caller)
        await caller.say("one")
        seen = await take(socket, 2)
    await caller.say("two")
    await caller.say("three")
    async with connect(address(house)) as socket:
        await greet(socket, caller, after=seen[-1]["sequence"])
        seen += await take(socket, 4)
    assert [each["sequence"] for each in seen] == [1, 2, 3, 4, 5, 6]


async def test_two_tabs_see_the_same(house: House, caller: Caller) -> None:
    async with connect(address(house)) as left, connect(address(house)) as right:
        await greet(left, caller)
        await greet(right, caller)
        await caller.say("two")
        assert await take(left, 3) == await take(right, 3)


async def test_the_page_says_hello_with_its_cookie(house: House, caller: Caller) -> None:
    await caller.say("one")
    headers = {"Cookie": f"usher={caller.token}"}
    async with connect(address(house), origin=Origin(house.url), additional_headers=headers) as socket:
        await socket.send(json.dumps({"type": "hello", "after": 0}))
        assert len(await take(socket, 2)) == 2


@pytest.mark.parametrize(
    ("first", "code", "status"),
    [
        ({"type": "hello", "token": "u1.x.y"}, "no_token", 4401),
        ({"type": "hello"}, "no_token", 4401),
        ({"type": "message"}, "malformed", 4422),
        ({"type": "hello", "after": "x"}, "malformed", 4422),
        ([], "malformed", 4422),
    ],
)
async def test_a_bad_hello_is_told_and_closed(house: House, first: object, code: str, status: int) -> None:
    async with connect(address(house)) as socket:
        await socket.send(json.dumps(first))
        frame = json.loads(await socket.recv())
        assert (frame["type"], frame["code"]) == ("problem", code)
        with pytest.raises(ConnectionClosed):
            await socket.recv()
        assert socket.close_code == status


async def test_a_foreign_website_gets_no_stream_even_with_the_cookie(house: House, caller: Caller) -> None:
    headers = {"Cookie": f"usher={caller.token}"}
    async with connect(address(house), origin=Origin("https://evil.example"), additional_headers=headers) as socket:
        assert json.loads(await socket.recv())["code"] == "foreign_origin"


async def test_connections_of_one_address_are_limited(tmp_path: Path) -> None:
    async with open_house(tmp_path, connections_per_address=2) as house:
        caller = await house.caller()
        async with connect(address(house)) as one, connect(address(house)) as two, connect(address(house)) as three:
            await greet(one, caller)
            await greet(two, caller)
            assert json.loads(await three.recv())["code"] == "too_many_connections"


async def test_a_starting_engine_is_said_on_the_stream(house: House, caller: Caller) -> None:
    house.switch.cut = True
    async with connect(address(house)) as socket:
        await greet(socket, caller)
        await caller.post("hello", wait=None)
        async with asyncio.timeout(10):
            while (frame := json.loads(await socket.recv()))["type"] != "problem":
                pass
        assert frame["code"] == "not_ready"
        house.switch.cut = False
        async with asyncio.timeout(10):
            while (frame := json.loads(await socket.recv()))["type"] != "ready":
                pass


async def read_events(house: House, caller: Caller, count: int, **headers: str) -> list[dict[str, Any]]:
    async def lines() -> AsyncIterator[str]:
        async with house.http.stream("GET", "/api/v1/stream", headers={**caller.headers, **headers}) as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            async for line in answer.aiter_lines():
                yield line

    events: list[dict[str, Any]] = []
    number = None
    async with asyncio.timeout(10):
        async for line in lines():
            if line.startswith("id: "):
                number = int(line[4:])
            if line.startswith("data: ") and (frame := json.loads(line[6:]))["type"] == "message":
                assert frame["sequence"] == number
                events.append(frame)
            if len(events) == count:
                break
    return events


async def test_server_sent_events_say_the_same_and_go_on_after_the_last_one(house: House, caller: Caller) -> None:
    await caller.say("one")
    await caller.say("two")
    events = await read_events(house, caller, 5)
    assert [event["sequence"] for event in events] == [1, 2, 3, 4, 5]
    assert await read_events(house, caller, 2, **{"Last-Event-ID": "3"}) == events[3:]
