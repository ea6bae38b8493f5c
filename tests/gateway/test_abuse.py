"""What people send who mean no good, below the level of messages."""

from __future__ import annotations

import asyncio
import json

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from bot.gateway import protocol
from tests.gateway.conftest import Caller, House


async def send_raw(house: House, data: bytes, *, seconds: float = 5) -> bytes:
    """Send bytes and return everything that comes back until the gateway closes."""
    host, _, port = house.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        async with asyncio.timeout(seconds):
            try:
                writer.write(data)
                await writer.drain()
                return await reader.read()
            except ConnectionError:
                return b""
    finally:
        writer.close()


async def test_a_connection_that_says_nothing_is_closed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.3)
    assert await send_raw(house, b"") == b""


async def test_a_head_that_never_ends_is_cut_off(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.3)
    assert await send_raw(house, b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ") == b""


async def test_a_head_that_is_too_large_is_refused(house: House) -> None:
    head = b"GET / HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"y" * 1000) for n in range(100))
    assert (await send_raw(house, head)).startswith(b"HTTP/1.1 400") or await send_raw(house, head) == b""


@pytest.mark.parametrize(
    "head", [b"\x16\x03\x01\x02\x00", b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x00" * 99]
)
async def test_what_is_no_http_is_refused(house: House, head: bytes) -> None:
    answer = await send_raw(house, head, seconds=15)
    assert answer == b"" or answer.startswith((b"HTTP/1.1 400", b"HTTP/1.1 404", b"HTTP/1.1 505"))
    assert (await house.http.get("/health/live")).status_code == 200


async def test_a_declared_body_that_is_too_large_is_refused_before_it_is_read(house: House, caller: Caller) -> None:
    head = (
        f"POST /api/v1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {caller.token}\r\n"
        "Content-Type: application/json\r\nContent-Length: 99999999\r\n\r\n"
    )
    answer = await send_raw(house, head.encode() + b"x" * 20000)
    assert answer.startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize("frame", ["", "nonsense", "[]", '{"type": "message"}', '{"type": "ack"}', "x" * 20000])
async def test_a_frame_that_means_nothing_ends_the_stream(house: House, caller: Caller, frame: str) -> None:
    async with connect(house.url.replace("http", "ws") + "/api/v1/stream") as socket:
        await socket.send(json.dumps({"type": "hello", "token": caller.token, "after": 0}))
        await socket.send(frame)
        with pytest.raises(ConnectionClosed):
            async with asyncio.timeout(5):
                while True:
                    await socket.recv()
