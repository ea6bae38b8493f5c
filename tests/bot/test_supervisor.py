"""The supervisor starts, restarts and stops real (small) processes, and explains what does not start."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

import psutil
import pytest

from bot.settings import Settings
from bot.supervisor import Process, ProcessPlan, SupervisorFault, check_ports, plan_processes, supervise
from tests.bench.measure import free_port

SERVER = """
import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""


def plan(folder: Path, name: str = "one", code: str = SERVER) -> ProcessPlan:
    port = free_port()
    command = (sys.executable, "-c", code, str(port))
    return ProcessPlan(name, command, os.environ, folder, folder / f"{name}.log", f"http://127.0.0.1:{port}/")


async def run(settings: Settings, plans: list[ProcessPlan], monkeypatch, during) -> None:
    ready = asyncio.Event()
    seen: list[Process] = []

    def on_ready(processes) -> None:
        seen.extend(processes)
        ready.set()

    monkeypatch.setattr(sys.modules[supervise.__module__], "plan_processes", lambda _: plans)
    running = asyncio.create_task(supervise(settings, on_ready=on_ready, on_wait=lambda _: None))
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    try:
        if not running.done():
            await during(seen)
            os.kill(os.getpid(), signal.SIGTERM)
    finally:
        await running


async def test_all_start_and_a_signal_stops_all(tmp_path, monkeypatch):
    pids: list[int] = []

    async def during(processes):
        pids.extend(process.pid for process in processes)

    await run(Settings(), [plan(tmp_path, "one"), plan(tmp_path, "two")], monkeypatch, during)
    assert len(pids) == 2
    assert not any(psutil.pid_exists(pid) for pid in pids)


async def test_a_killed_process_comes_back(tmp_path, monkeypatch):
    async def during(processes):
        (process,) = processes
        before = process.pid
        os.kill(before, signal.SIGKILL)
        for _ in range(100):
            await asyncio.sleep(0.05)
            if process.pid not in (None, before):
                break
        assert process.pid not in (None, before)
        assert process.restarts == 1

    await run(Settings(), [plan(tmp_path)], monkeypatch, during)


async def test_a_process_that_never_starts_is_explained_with_its_log(tmp_path, monkeypatch):
    broken = plan(tmp_path, "broken", code="raise SystemExit('the index is missing')")
    settings = Settings(start_timeout_seconds=2)
    with pytest.raises(SupervisorFault, match=r"the broken did not start.*\n*.*the index is missing"):
        await run(settings, [broken], monkeypatch, None)


def test_a_busy_port_is_named_with_its_setting():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SupervisorFault, match=rf"port {port} is taken .* Set USHER_ENGINE_PORT to a free one"):
            check_ports(Settings(port=free_port(), engine_port=port, actions_port=free_port()))


def test_three_ports_must_differ():
    with pytest.raises(SupervisorFault, match="must differ"):
        check_ports(Settings(port=5005))


def test_the_gateway_is_started_last_and_so_stopped_first():
    assert [plan.name for plan in plan_processes(Settings())] == ["actions", "engine", "gateway"]
