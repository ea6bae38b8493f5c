"""The real engine with an action server that is down, slow or talks nonsense: never silent, never twice."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from tests.gateway.conftest import Caller
from tests.gateway.crash import is_apology
from tests.gateway.programs import Program, build_bot, real_stack

pytestmark = pytest.mark.stack


class FaultyActions:
    """An action server that does what it is told to."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.fault = ""
        self._app = Starlette(routes=[Route("/webhook", self.run, methods=["POST"])])

    async def run(self, request: Request) -> Response:
        await request.body()
        while self.fault == "slow":
            await asyncio.sleep(0.1)
        if self.fault == "broken":
            return JSONResponse({"error": "no", "action_name": "x"}, 500)
        if self.fault == "nonsense":
            return PlainTextResponse("<html>")
        if self.fault == "silent":
            return JSONResponse({"events": [], "responses": []})
        said = {"text": "healthy", "custom": {"kind": "answer", "language": "en"}}
        return JSONResponse({"events": [], "responses": [said]})

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        config = uvicorn.Config(self._app, port=self.port, log_level="error", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
        task = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        try:
            yield
        finally:
            server.should_exit = True
            await task


async def meet_fault(caller: Caller, actions: FaultyActions, fault: str) -> None:
    """Say something while the fault lasts: an apology comes in time, and the answer once it is over."""
    before = len(await caller.read())
    actions.fault = fault
    started = time.monotonic()
    answer = await caller.post("recommend me something", wait=20)
    assert time.monotonic() - started < 15.5, fault
    (apology,) = answer.json()["replies"]
    assert is_apology(apology), fault
    actions.fault = ""
    messages = await caller.read_until(before + 3, seconds=40)
    assert messages[-1]["text"] == "healthy", fault


@pytest.mark.timeout(1500)  # the index may have to be built first
async def test_whatever_the_action_server_does_people_hear_of_it_and_each_turn_is_made_once(tmp_path: Path) -> None:
    await asyncio.to_thread(build_bot)
    stack = real_stack(tmp_path, USHER_RETRY_SECONDS="0.3")
    actions_program, engine, gateway = stack.programs
    actions = FaultyActions(int(httpx.URL(actions_program.ready_url).port or 0))
    programs: tuple[Program, ...] = (engine, gateway)
    try:
        for program in programs:
            program.start()
            await program.wait_ready(200)
        async with httpx.AsyncClient(base_url=stack.url, timeout=30, trust_env=False) as http:
            caller = await Caller(http).start()
            async with actions.serving():
                assert (await caller.say("recommend me something", wait=60))["replies"][0]["text"] == "healthy"
                for fault in ("broken", "nonsense", "silent", "slow"):
                    await meet_fault(caller, actions, fault)
            answer = await caller.post("recommend me something", wait=20)
            assert is_apology(answer.json()["replies"][0]), "it is down"
            async with actions.serving():
                assert (await caller.read_until(17, seconds=40))[-1]["text"] == "healthy"
    finally:
        for program in reversed(programs):
            program.stop()
    rows = sqlite3.connect(tmp_path / "tracker.sqlite").execute("SELECT data FROM events WHERE type_name = 'user'")
    turns = [json.loads(data) for (data,) in rows]
    people = [turn["message_id"] for turn in turns if turn["text"] == "recommend me something"]
    assert len(people) == len(set(people))
