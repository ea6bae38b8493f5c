"""`make load`: turns a second and latency for 1, 8 and 32 people, what the gateway adds, an abuser beside 20 people.

python -m tests.gateway.load [--fake] [--turns 10]
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import statistics
import sys
import tempfile
import time
import uuid
from collections import Counter
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from tests.gateway.programs import Stack, build_bot, fake_stack, real_stack, running

TEXTS = ("films like Her", "something shorter", "why the first one?", "who directed Arrival?", "etwas Trauriges")
# A session may say twenty things a minute: people here take a new one before that.
TURNS_A_SESSION = 15


class Client:
    """One person, who measures."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http
        self._turns = 0
        self._headers: dict[str, str] = {}

    async def turn(self, text: str) -> float:
        """Say something and return how many seconds the answer took."""
        if self._turns % TURNS_A_SESSION == 0:
            token = (await self._http.post("/api/v1/sessions")).raise_for_status().json()["token"]
            self._headers = {"Authorization": f"Bearer {token}"}
        self._turns += 1
        body = {"id": str(uuid.uuid4()), "text": text}
        started = time.perf_counter()
        answer = await self._http.post("/api/v1/messages?wait=30", json=body, headers=self._headers)
        assert answer.status_code in (200, 202), answer.text
        while answer.status_code == 202:  # an apology came first; the answer counts
            await asyncio.sleep(0.2)
            answer = await self._http.post("/api/v1/messages", json=body, headers=self._headers)
        assert answer.json()["replies"], answer.text
        return time.perf_counter() - started


async def measure(http: httpx.AsyncClient, people: int, turns: int) -> tuple[list[float], float]:
    """Let `people` talk at once, `turns` turns each; return the seconds of each turn, and turns a second."""

    async def talk(offset: int) -> list[float]:
        client = Client(http)
        texts = itertools.islice(itertools.cycle(TEXTS), offset % len(TEXTS), offset % len(TEXTS) + turns)
        return [await client.turn(text) for text in texts]

    started = time.perf_counter()
    seconds = [each for talked in await asyncio.gather(*map(talk, range(people))) for each in talked]
    return seconds, len(seconds) / (time.perf_counter() - started)


async def measure_engine(stack: Stack, turns: int) -> list[float]:
    """Have the engine make the same turns without the gateway."""
    seconds = []
    sender, person = f"load-{uuid.uuid4().hex}", uuid.uuid4().hex
    async with httpx.AsyncClient(base_url=stack.engine_url, timeout=30, trust_env=False) as http:
        for text in itertools.islice(itertools.cycle(TEXTS), turns):
            metadata = {"person": person, "language_hint": "en"}
            body = {"sender": sender, "message": text, "message_id": uuid.uuid4().hex, "metadata": metadata}
            started = time.perf_counter()
            (await http.post("/webhooks/rest/webhook", json=body)).raise_for_status()
            seconds.append(time.perf_counter() - started)
    return seconds


async def abuse(url: str, ended: asyncio.Event) -> Counter[int]:
    """Send as much as one can, too long and too fast, until told to stop."""
    answers: Counter[int] = Counter()
    async with httpx.AsyncClient(base_url=url, timeout=30, trust_env=False) as http:
        token = (await http.post("/api/v1/sessions")).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}

        async def shoot(number: int) -> None:
            while not ended.is_set():
                text = ("x" * 100_000, "films like Her", "word " * 190)[number % 3]
                body = {"id": str(uuid.uuid4()), "text": text}
                answer = await http.post("/api/v1/messages?wait=0", json=body, headers=headers)
                answers[answer.status_code] += 1

        await asyncio.gather(*map(shoot, range(4)))
    return answers


def percentile(seconds: list[float], percent: int) -> float:
    """Return a percentile in milliseconds."""
    return sorted(seconds)[min(len(seconds) - 1, len(seconds) * percent // 100)] * 1000


async def run_load(stack: Stack, turns: int, console: Console) -> bool:
    """Measure, print, and return whether every aim was met."""
    table = Table(title="the whole bot" if stack.real else "the gateway with a fake engine")
    for name in ("people", "turns", "turns/s", "p50 ms", "p95 ms", "p99 ms"):
        table.add_column(name, justify="right")

    def add(name: str, seconds: list[float], rate: float) -> None:
        figures = [f"{percentile(seconds, percent):.0f}" for percent in (50, 95, 99)]
        table.add_row(name, str(len(seconds)), f"{rate:.1f}", *figures)

    async with running(stack), httpx.AsyncClient(base_url=stack.url, timeout=60, trust_env=False) as http:
        await measure(http, 1, len(TEXTS))
        for people in (1, 8, 32):
            add(str(people), *await measure(http, people, turns))
        overhead = await measure_overhead(stack, http, turns * 3)
        alone, rate = await measure(http, 20, turns)
        add("20", alone, rate)
        ended = asyncio.Event()
        abuser = asyncio.create_task(abuse(stack.url, ended))
        beside, rate = await measure(http, 20, turns)
        ended.set()
        add("20 + abuser", beside, rate)
        refused = await abuser
    console.print(table)
    factor = percentile(beside, 95) / percentile(alone, 95)
    console.print(f"The gateway adds {overhead:.1f} ms to a turn (p50; aim: at most 10).")
    console.print(
        f"An abuser makes the p95 of 20 people {factor:.2f} times as long (aim: at most 2); he got {refused}."
    )
    return overhead <= 10 and factor <= 2


async def measure_overhead(stack: Stack, http: httpx.AsyncClient, turns: int) -> float:
    """Return by how many milliseconds a turn is slower through the gateway, in alternating rounds."""
    direct: list[float] = []
    through: list[float] = []
    for _ in range(3):
        direct += await measure_engine(stack, turns // 3)
        through += (await measure(http, 1, turns // 3))[0]
    return (statistics.median(through) - statistics.median(direct)) * 1000


def main() -> int:
    """Run against the whole bot, or the gateway alone with `--fake`."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--fake", action="store_true", help="a fake engine that takes 20 ms, instead of the whole bot")
    parser.add_argument("--turns", type=int, default=15, help="turns a person")
    arguments = parser.parse_args()
    if not arguments.fake:
        build_bot()
    with tempfile.TemporaryDirectory(prefix="usher-load-") as name:
        stack = fake_stack(Path(name), engine_seconds=0.02) if arguments.fake else real_stack(Path(name))
        return 0 if asyncio.run(run_load(stack, arguments.turns, Console())) else 1


if __name__ == "__main__":
    sys.exit(main())
