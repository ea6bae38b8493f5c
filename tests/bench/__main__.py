"""Measure Usher next to stock Rasa and print one table; nothing is judged. Figures belong in docs/benchmarks.md."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
import uuid
from collections.abc import Mapping
from pathlib import Path

import httpx
import psutil
from rich.console import Console
from rich.table import Table

from bot.settings import ROOT, load_settings
from tests.bench import stock
from tests.bench.measure import (
    Say,
    first_answer_seconds,
    free_port,
    memory_megabytes,
    quantile,
    running,
    turn_milliseconds,
)

PEOPLE = {1: 40, 16: 12}


def main() -> None:
    """Run the whole bench (about five minutes on two cores)."""
    engine = load_settings().build_folder / "env" / "engine" / "bin"
    console = Console()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        console.print("Training the two projects to compare with …")
        stock.make_project(folder / "bare", engine, config=stock.BARE_CONFIG)
        stock.make_project(folder / "stock", engine, config=stock.DEFAULT_CONFIG)
        results = {}
        for name in ("bare", "stock"):
            console.print(f"Measuring {name} Rasa …")
            results[name] = asyncio.run(_measure_stock(folder / name, engine))
        console.print("Measuring Usher …")
        results["usher"] = asyncio.run(_measure_usher(folder))
    _print(console, results)


async def _measure_stock(folder: Path, engine: Path) -> dict[str, float]:
    port = free_port()
    names = [uuid.uuid4().hex for _ in range(max(PEOPLE))]

    async def say(client: httpx.AsyncClient, person: int, _text: str) -> bool:
        body = {"sender": names[person], "message": stock.MESSAGE}
        answer = await client.post(f"http://127.0.0.1:{port}/webhooks/rest/webhook", json=body)
        return answer.status_code == 200 and bool(answer.json())

    started = time.monotonic()
    with running(stock.serve_command(engine, port), folder, folder / "log", {}) as process:
        return await _figures(say, started, process)


async def _measure_usher(folder: Path) -> dict[str, float]:
    port = free_port()
    environment = {"USHER_PORT": str(port), "USHER_MESSAGES_PER_MINUTE": "10000"}
    environment |= {"USHER_ENGINE_PORT": str(free_port()), "USHER_ACTIONS_PORT": str(free_port())}
    tokens: dict[int, str] = {}

    async def say(client: httpx.AsyncClient, person: int, text: str) -> bool:
        address = f"http://127.0.0.1:{port}/api/v1"
        if person not in tokens:
            tokens[person] = (await client.post(f"{address}/sessions")).json()["token"]
        answer = await client.post(
            f"{address}/messages",
            params={"wait": 30},
            headers={"Authorization": f"Bearer {tokens[person]}"},
            json={"id": str(uuid.uuid4()), "text": text},
        )
        replies = answer.json()["replies"] if answer.status_code == 200 else []
        return any((reply["custom"] or {}).get("kind") != "notice" for reply in replies)  # an apology is no answer

    started = time.monotonic()
    serve = [sys.executable, "-m", "bot.cli", "serve"]
    with running(serve, ROOT, folder / "usher.log", environment) as process:
        return await _figures(say, started, process)


async def _figures(say: Say, started: float, process: psutil.Process) -> dict[str, float]:
    figures = {"restart to first answer (s)": await first_answer_seconds(say, started)}
    for _ in range(10):
        await turn_milliseconds(say, people=1, turns=1)
    await asyncio.sleep(3)
    sizes = memory_megabytes(process)
    figures["memory after ten turns (MB)"] = sum(sizes.values())
    if len(sizes) > 1:
        figures |= {f"  of which {name} (MB)": size for name, size in sizes.items()}
    for people, turns in PEOPLE.items():
        taken = await turn_milliseconds(say, people=people, turns=turns)
        figures[f"turn p50, {people} at once (ms)"] = quantile(taken, 0.50)
        figures[f"turn p95, {people} at once (ms)"] = quantile(taken, 0.95)
    return figures


def _print(console: Console, results: Mapping[str, Mapping[str, float]]) -> None:
    table = Table("", "bare Rasa", "stock Rasa", "Usher", "Usher / bare", "Usher / stock")
    for name, value in results["usher"].items():
        bare, other = results["bare"].get(name), results["stock"].get(name)
        ratios = [f"{value / figure:.2f}" if figure else "–" for figure in (bare, other)]
        table.add_row(name, *(f"{figure:.0f}" if figure else "–" for figure in (bare, other, value)), *ratios)
    console.print(table)


if __name__ == "__main__":
    main()
