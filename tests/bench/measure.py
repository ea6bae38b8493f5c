"""Stopwatches: start to first answer, turns of one and of many people, memory of a process and its children."""

from __future__ import annotations

import asyncio
import os
import socket
import statistics
import subprocess
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

Say = Callable[[httpx.AsyncClient, int, str], Awaitable[bool]]
MESSAGES = (
    "films like Her",
    "something shorter",
    "why the second one?",
    "who directed it?",
    "Filme wie Arrival",
    "thanks",
)


def free_port() -> int:
    """A port that nobody is listening on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(
    command: Sequence[str], folder: Path, log: Path, environment: Mapping[str, str]
) -> Iterator[psutil.Process]:
    """A process in its own folder, stopped with its children at the end."""
    with log.open("wb") as output:
        child = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        yield psutil.Process(child.pid)
    finally:
        child.terminate()
        try:
            child.wait(60)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


async def first_answer_seconds(say: Say, started: float, *, limit_seconds: float = 300) -> float:
    """Seconds from `started` (monotonic) until the first message is answered."""
    async with httpx.AsyncClient(timeout=30, trust_env=False) as client:
        while time.monotonic() - started < limit_seconds:
            try:
                if await say(client, 0, "films like Her"):
                    return time.monotonic() - started
            except (httpx.HTTPError, KeyError):
                pass
            await asyncio.sleep(0.1)
    raise TimeoutError(f"no answer within {limit_seconds:.0f} s")


async def turn_milliseconds(say: Say, *, people: int, turns: int) -> list[float]:
    """The time of each answered turn in milliseconds, `people` talking at once, `turns` each."""
    taken: list[float] = []

    async def talk(client: httpx.AsyncClient, person: int) -> None:
        for turn in range(turns):
            began = time.monotonic()
            if not await say(client, person, MESSAGES[turn % len(MESSAGES)]):
                raise RuntimeError(f"message {MESSAGES[turn % len(MESSAGES)]!r} was not answered")
            taken.append((time.monotonic() - began) * 1000)

    limits = httpx.Limits(max_connections=people)
    async with httpx.AsyncClient(timeout=60, trust_env=False, limits=limits) as client:
        await asyncio.gather(*(talk(client, person) for person in range(people)))
    return taken


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0–1) of `values` lie."""
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]


def memory_megabytes(process: psutil.Process) -> dict[str, float]:
    """Proportional set size in MB of a process and each of its children, by command."""
    sizes: dict[str, float] = {}
    for member in (process, *process.children(recursive=True)):
        words = member.cmdline()
        name = words[words.index("-m") + 1] if "-m" in words else Path(words[-1]).name
        sizes[name] = sizes.get(name, 0) + member.memory_full_info().pss / 1024**2
    return sizes
