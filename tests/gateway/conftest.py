"""A real gateway on a free port with a fake engine behind it, both in the test's own event loop."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.gateway.__main__ import Server, server_config
from bot.gateway.app import build_gateway
from bot.gateway.engine import HttpEngine
from bot.gateway.gateway import Gateway
from bot.gateway.settings import GatewaySettings
from tests.gateway.fake_engine import FakeEngine


class Switch(httpx.AsyncBaseTransport):
    """The way to the fake engine, which can be cut."""

    def __init__(self, engine: FakeEngine) -> None:
        self._inner = httpx.ASGITransport(engine.app)
        self.cut = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.cut:
            raise httpx.ConnectError("cut", request=request)
        return await self._inner.handle_async_request(request)


@dataclass
class Caller:
    """One person's client."""

    http: httpx.AsyncClient
    token: str = ""
    session: str = ""
    sent: dict[str, str] = field(default_factory=dict)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def start(self, **body: Any) -> Caller:
        answer = await self.http.post("/api/v1/sessions", json=body)
        assert answer.status_code == 201, answer.text
        self.token, self.session = answer.json()["token"], answer.json()["session"]
        return self

    async def post(self, text: Any, *, key: str | None = None, wait: float | None = 10, **more: Any) -> httpx.Response:
        params = {} if wait is None else {"wait": wait}
        body = {"id": key or str(uuid.uuid4()), "text": text, **more}
        return await self.http.post("/api/v1/messages", params=params, json=body, headers=self.headers)

    async def say(self, text: str, **more: Any) -> dict[str, Any]:
        answer = await self.post(text, **more)
        assert answer.status_code == 200, answer.text
        document: dict[str, Any] = answer.json()
        return document

    async def read(self, after: int = 0, wait: float = 0) -> list[dict[str, Any]]:
        params = {"after": after, "wait": wait}
        answer = await self.http.get("/api/v1/messages", params=params, headers=self.headers)
        assert answer.status_code == 200, answer.text
        messages: list[dict[str, Any]] = answer.json()["messages"]
        return messages

    async def read_until(self, count: int, seconds: float = 10) -> list[dict[str, Any]]:
        """Read all messages as soon as there are `count`."""
        async with asyncio.timeout(seconds):
            while len(messages := await self.read()) < count:
                await asyncio.sleep(0.05)
        return messages

    async def echoes(self, count: int) -> list[str]:
        """Wait for `count` real answers and return all there are, without apologies."""
        async with asyncio.timeout(10):
            while True:
                echoes = [each["text"] for each in await self.read() if each["text"].startswith("echo")]
                if len(echoes) >= count:
                    return echoes
                await asyncio.sleep(0.05)


@dataclass
class House:
    """A running gateway and its engine."""

    url: str
    gateway: Gateway
    engine: FakeEngine
    switch: Switch
    http: httpx.AsyncClient

    async def caller(self, **body: Any) -> Caller:
        return await Caller(self.http).start(**body)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def settings_in(folder: Path, **values: Any) -> GatewaySettings:
    quick = {"retry_seconds": 0.05, "turn_deadline_seconds": 2.0, "drain_seconds": 2.0}
    return GatewaySettings(build=folder, secret="s" * 32, _env_file=None, **(quick | values))


@contextlib.asynccontextmanager
async def open_house(folder: Path, engine: FakeEngine | None = None, **values: Any) -> AsyncIterator[House]:
    """Run a gateway for as long as the block lasts."""
    engine = engine or FakeEngine()
    switch = Switch(engine)
    settings = settings_in(folder, **values)
    gateway = build_gateway(settings, engine=HttpEngine("http://engine", attempt_seconds=5, transport=switch))
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = Server(server_config(gateway), gateway)
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    try:
        while not server.started:
            assert not serving.done(), serving.exception()
            await asyncio.sleep(0.01)
        while gateway.turns.troubled and not engine.failing and not engine.lose_answers:
            await asyncio.sleep(0.01)
        engine.calls.clear()
        async with httpx.AsyncClient(base_url=url, timeout=30) as http:
            yield House(url, gateway, engine, switch, http)
    finally:
        server.should_exit = True
        await serving


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with open_house(tmp_path) as house:
        yield house


@pytest.fixture
async def caller(house: House) -> Caller:
    return await house.caller()
