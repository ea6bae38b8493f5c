"""Running it: metrics, the API's description, start and stop of the real process."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import sys
from pathlib import Path

import httpx
import jsonschema
import pytest

from tests.gateway.conftest import Caller, House, free_port, open_house
from tests.gateway.programs import ROOT, Program


async def test_metrics_are_served_on_a_port_of_their_own_and_only_when_wanted(tmp_path: Path) -> None:
    port = free_port()
    async with open_house(tmp_path, metrics_port=port) as house:
        caller = await house.caller()
        await caller.say("hello")
        await caller.post("", wait=0)
        text = (await house.http.get(f"http://127.0.0.1:{port}/metrics")).text
        assert 'usher_turns_total{outcome="done"} 1.0' in text
        assert 'usher_stage_seconds_count{stage="engine"} 1.0' in text
        assert 'usher_refusals_total{code="empty"} 1.0' in text
        assert "usher_waiting_turns 0.0" in text
        assert (await house.http.get("/metrics")).status_code == 404


async def test_the_description_of_the_api_is_true(house: House, caller: Caller) -> None:
    document = (await house.http.get("/api/v1/openapi.json")).json()
    paths = {path for path, _ in _operations(document)}
    assert paths == {f"/api/v1/{name}" for name in ("sessions", "messages", "stream", "actions", "me", "me/memory")}
    session = (await house.http.post("/api/v1/sessions")).json()
    answer = await caller.say("two")
    refused = (await caller.post("")).json()
    for value, name in ((session, "Session"), (answer, "Answer"), (refused, "Problem")):
        schema = {**document, "$ref": f"#/components/schemas/{name}"}
        jsonschema.validate(value, schema)


async def test_each_described_operation_exists(house: House) -> None:
    document = (await house.http.get("/api/v1/openapi.json")).json()
    for path, method in _operations(document):
        answer = await house.http.request(method, path, headers={"Authorization": "Bearer none"})
        assert answer.status_code == (201 if path.endswith("sessions") else 401), (method, path)


def _operations(document: dict[str, dict[str, dict[str, object]]]) -> list[tuple[str, str]]:
    return [(path, method.upper()) for path, item in document["paths"].items() for method in item]


def test_the_description_is_valid_json_schema() -> None:
    document = json.loads((ROOT / "bot/gateway/openapi.json").read_text())
    for schema in document["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


def gateway(folder: Path, port: int, **environment: str) -> Program:
    variables = {"USHER_PORT": str(port), "USHER_BUILD": str(folder), "USHER_ENGINE_PORT": str(free_port())}
    command = (sys.executable, "-m", "bot.gateway")
    url = f"http://127.0.0.1:{port}/health/live"
    return Program("gateway", command, {**variables, **environment}, url, folder / "log")


async def test_the_process_starts_without_an_engine_and_stops_when_told(tmp_path: Path) -> None:
    program = gateway(tmp_path, port := free_port())
    program.start()
    try:
        await program.wait_ready(30)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
            assert (await http.get("/health/ready")).status_code == 503
            assert (await http.post("/api/v1/sessions")).status_code == 201
        assert program.child is not None
        program.child.send_signal(signal.SIGTERM)
        await asyncio.to_thread(program.child.wait, 15)
    finally:
        program.kill()
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [("USHER_PORT", "none", "USHER_PORT is 'none'"), ("USHER_SECRET", "short", "USHER_SECRET holds 5 bytes")],
)
def test_a_start_that_cannot_be_is_one_sentence(tmp_path: Path, name: str, value: str, sentence: str) -> None:
    program = gateway(tmp_path, free_port(), **{name: value})
    program.start()
    assert program.child is not None
    assert program.child.wait(30) == 1
    (line,) = program.log.read_text().splitlines()
    assert sentence in line


def test_a_damaged_inbox_is_said_and_left_as_it_is(tmp_path: Path) -> None:
    damaged = tmp_path / "gateway.sqlite"
    damaged.write_bytes(b"not a database at all" * 100)
    program = gateway(tmp_path, free_port())
    program.start()
    assert program.child is not None
    assert program.child.wait(30) == 1
    (line,) = program.log.read_text().splitlines()
    assert "gateway.sqlite" in line
    assert damaged.read_bytes().startswith(b"not a database")


def test_a_taken_port_is_said_and_the_inbox_left_alone(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        program = gateway(tmp_path, taken.getsockname()[1])
        program.start()
        assert program.child is not None
        assert program.child.wait(30) == 1
    assert "USHER_PORT" in program.log.read_text()
    assert not (tmp_path / "gateway.sqlite").exists()
