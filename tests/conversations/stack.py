"""Starts engine and actions for a test run: on free ports, with their own memory, the shared index and model."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / (os.environ.get("USHER_BUILD") or "build")
ENGINE_PYTHON = BUILD / "env/engine/bin/python"
SHARED = ("index", "models", "encoder", "training-cache")
START_SECONDS = 240


# One client, and no certificates to load: all of it is on loopback.
WEB = httpx.Client(verify=False, trust_env=False, timeout=60)


@dataclass(frozen=True)
class Stack:
    """A running bot."""

    engine: str
    tracker: Path
    secret: str
    films: frozenset[str]

    def say(self, sender: str, text: str, language: str, choice: dict[str, str] | None = None) -> list[dict[str, Any]]:
        """One turn through the engine's channel, as the gateway would send it from a browser set to `language`."""
        body = {
            "sender": sender,
            "message": text,
            "message_id": uuid.uuid4().hex,
            "metadata": {"person": f"person-{sender}", "language_hint": language}
            | ({"choice": choice} if choice else {}),
        }
        answer = WEB.post(f"{self.engine}/webhooks/rest/webhook", json=body)
        assert answer.status_code == 200, f"{answer.status_code} {answer.text[:500]}"
        return list(answer.json())

    def understood(self, sender: str) -> dict[str, Any]:
        """What the engine made of the last message: intent and entities, from the tracker it stored."""
        return dict(self._last(sender, "user")["parse_data"])

    def slot(self, sender: str, name: str) -> Any:
        """A slot's value after the last turn."""
        events = [event for event in self._events(sender, "slot") if event["name"] == name]
        return events[-1]["value"] if events else None

    def _last(self, sender: str, kind: str) -> dict[str, Any]:
        return self._events(sender, kind)[-1]

    def _events(self, sender: str, kind: str) -> list[dict[str, Any]]:
        with sqlite3.connect(f"file:{self.tracker}?mode=ro", uri=True, timeout=10) as connection:
            rows = connection.execute(
                "SELECT data FROM events WHERE sender_id = ? AND type_name = ? ORDER BY id", (sender, kind)
            ).fetchall()
        return [json.loads(row[0]) for row in rows]


def prepare() -> None:
    """Bring the index and the dialogue model up to date; both do nothing when nothing changed."""
    if not ENGINE_PYTHON.exists():
        raise RuntimeError(f"{ENGINE_PYTHON} is missing: `make test` sets both environments up")
    _run([sys.executable, "-m", "bot.cli", "index", "build"])
    _run([str(ENGINE_PYTHON), "-m", "bot.engine", "train"])


def start(folder: Path) -> tuple[Stack, list[subprocess.Popen[bytes]]]:
    """Start both processes with their files in `folder` and wait until they answer."""
    for name in SHARED:
        if (BUILD / name).exists():
            (folder / name).symlink_to(BUILD / name)
    actions, engine = _free_port(), _free_port()
    titles = BUILD / "index/films/titles.json"
    environment = {
        **os.environ,
        "USHER_BUILD": str(folder),
        "USHER_ACTIONS_PORT": str(actions),
        "USHER_ENGINE_PORT": str(engine),
        "USHER_TITLES": str(titles),
        "USHER_CATALOGUE": "films",
        "USHER_SECRET": "a secret for conversations only",
    }
    processes = [
        _spawn([sys.executable, "-m", "actions"], environment, folder / "actions.log"),
        _spawn([str(ENGINE_PYTHON), "-m", "bot.engine"], environment, folder / "engine.log"),
    ]
    try:
        _await(f"http://127.0.0.1:{actions}/health", processes[0], folder / "actions.log")
        _await(f"http://127.0.0.1:{engine}/webhooks/rest/", processes[1], folder / "engine.log")
    except BaseException:
        stop(processes)
        raise
    films = frozenset(film["id"] for film in json.loads(titles.read_text("utf-8"))["films"])
    address = f"http://127.0.0.1:{engine}"
    return Stack(address, folder / "tracker.sqlite", environment["USHER_SECRET"], films), processes


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """End both processes."""
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")


def _spawn(command: list[str], environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as file:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT)


def _await(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            if WEB.get(address, timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.5)
    raise RuntimeError(f"{address} does not answer:\n{log.read_text('utf-8', 'replace')[-3000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
