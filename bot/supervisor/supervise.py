"""Runs actions, engine and gateway together: `usher serve` after everything is built."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence

import httpx

from bot.settings import LOOPBACK, ROOT, Settings
from bot.supervisor.process import Process, ProcessPlan


class SupervisorFault(Exception):
    """The processes cannot be started; the message says which, why and what to do."""


def plan_processes(settings: Settings) -> list[ProcessPlan]:
    """The three processes in the order in which they are started (and, backwards, stopped)."""
    build = settings.build_folder
    app = sys.executable
    engine = str(build / "env" / "engine" / "bin" / "python")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "RASA_TELEMETRY_ENABLED": "false", "HF_HUB_OFFLINE": "1"}
    plans = {
        "actions": ((app, "-m", "actions"), f"http://{LOOPBACK}:{settings.actions_port}/health"),
        "engine": ((engine, "-m", "bot.engine"), f"http://{LOOPBACK}:{settings.engine_port}/webhooks/rest/"),
        "gateway": ((app, "-m", "bot.gateway"), f"{settings.address}/health/ready"),
    }
    return [
        ProcessPlan(name, command, environment, ROOT, build / "logs" / f"{name}.log", health_url)
        for name, (command, health_url) in plans.items()
    ]


def check_ports(settings: Settings) -> None:
    """Raise SupervisorFault for the first port that somebody else is listening on."""
    ports = {"USHER_PORT": settings.port, "USHER_ENGINE_PORT": settings.engine_port}
    ports["USHER_ACTIONS_PORT"] = settings.actions_port
    if len(set(ports.values())) < len(ports):
        raise SupervisorFault(f"USHER_PORT, USHER_ENGINE_PORT and USHER_ACTIONS_PORT must differ, but are {ports}.")
    for name, port in ports.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError as fault:
                raise SupervisorFault(f"port {port} is taken ({fault.strerror}). Set {name} to a free one.") from fault


async def supervise(
    settings: Settings, *, on_ready: Callable[[Sequence[Process]], None], on_wait: Callable[[str], None]
) -> None:
    """Start all processes, call `on_ready` once a canary message was answered, run until told to stop.

    `on_wait` hears the names of those that are not ready yet. SIGINT and SIGTERM stop everything, the gateway first.
    """
    processes = [Process(plan) for plan in plan_processes(settings)]
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    keepers: list[asyncio.Task[None]] = []
    try:
        for process in processes:
            await process.start()
        keepers = [asyncio.create_task(process.keep_running()) for process in processes]
        await _wait_ready(processes, settings.start_timeout_seconds, stopped, on_wait)
        if not stopped.is_set():
            on_ready(processes)
        await stopped.wait()
    finally:
        for process in reversed(processes):
            await process.stop()
        for keeper in keepers:
            keeper.cancel()


async def _wait_ready(
    processes: Sequence[Process], timeout_seconds: float, stopped: asyncio.Event, on_wait: Callable[[str], None]
) -> None:
    waiting = list(processes)
    deadline = asyncio.get_running_loop().time() + timeout_seconds
    async with httpx.AsyncClient(timeout=5, trust_env=False) as client:
        while waiting and not stopped.is_set():
            on_wait(", ".join(process.plan.name for process in waiting))
            if not await _answers(client, waiting[0].plan.health_url):
                _give_up_if_hopeless(waiting[0], deadline)
                await asyncio.sleep(0.1)
            else:
                waiting.pop(0)


def _give_up_if_hopeless(process: Process, deadline: float) -> None:
    if process.restarts >= 3 or asyncio.get_running_loop().time() > deadline:
        raise SupervisorFault(
            f"the {process.plan.name} did not start. The end of {process.plan.log} says:\n{process.last_lines()}"
        )


async def _answers(client: httpx.AsyncClient, url: str) -> bool:
    try:
        return (await client.get(url)).status_code == 200
    except httpx.HTTPError:
        return False
