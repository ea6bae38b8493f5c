"""`make crash`: kill -9 of a random process, again and again, while people write; nothing may get lost or doubled.

python -m tests.gateway.crash [--kills 100] [--people 5] [--fake]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sqlite3
import sys
import tempfile
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from tests.gateway.programs import Stack, build_bot, fake_stack, real_stack, running

TEXTS = ("films like Her", "something shorter", "why the first one?", "who directed Arrival?", "etwas Trauriges")


@dataclass
class Person:
    """Someone who writes one message after the other and resends until it is accepted."""

    url: str
    number: int
    token: str = ""
    sent: list[tuple[str, str]] = field(default_factory=list)
    heard: list[int] = field(default_factory=list)
    answers: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    reaction_seconds: list[float] = field(default_factory=list)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def begin(self, http: httpx.AsyncClient) -> None:
        self.token = (await http.post(f"{self.url}/api/v1/sessions")).raise_for_status().json()["token"]

    async def write(self, http: httpx.AsyncClient, ended: asyncio.Event, *, numbered: bool) -> None:
        """Write until told to end; a message is sent again with its id until it is answered at all."""
        while not ended.is_set():
            text = f"message {len(self.sent)}" if numbered else random.choice(TEXTS)
            message_id = str(uuid.uuid4())
            self.sent.append((message_id, text))
            started = time.monotonic()
            while not (replies := await self.try_send(http, message_id, text)):
                await asyncio.sleep(0.1)
            self.reaction_seconds.append(time.monotonic() - started)
            self.answers[message_id] = replies
            await asyncio.sleep(random.uniform(0, 0.2))

    async def try_send(self, http: httpx.AsyncClient, message_id: str, text: str) -> list[dict[str, Any]]:
        body = {"id": message_id, "text": text}
        try:
            answer = await http.post(f"{self.url}/api/v1/messages?wait=15", json=body, headers=self.headers)
        except httpx.TransportError:
            return []
        assert answer.status_code in (200, 202, 503), answer.text
        return list(answer.json().get("replies", []))

    async def listen(self) -> None:
        """Keep a stream open, coming back after each break with the last number heard."""
        address = self.url.replace("http", "ws") + "/api/v1/stream"
        while True:
            try:
                async with connect(address, open_timeout=5) as socket:
                    after = self.heard[-1] if self.heard else 0
                    await socket.send(json.dumps({"type": "hello", "token": self.token, "after": after}))
                    async for text in socket:
                        frame = json.loads(text)
                        if frame["type"] == "message":
                            self.heard.append(frame["sequence"])
                            await socket.send(json.dumps({"type": "ack", "sequence": frame["sequence"]}))
            except (OSError, WebSocketException, TimeoutError):
                await asyncio.sleep(0.1)

    async def thread(self, http: httpx.AsyncClient) -> list[dict[str, Any]]:
        """Read everything that was said."""
        messages: list[dict[str, Any]] = []
        while True:
            after = messages[-1]["sequence"] if messages else 0
            answer = await http.get(f"{self.url}/api/v1/messages?after={after}", headers=self.headers)
            batch = answer.raise_for_status().json()["messages"]
            if not batch:
                return messages
            messages += batch


@dataclass
class Report:
    """What a run found; `faults` is empty when every promise was kept."""

    kills: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    apologies: int = 0
    slowest_reaction_seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        killed = ", ".join(f"{name} {count}" for name, count in sorted(self.kills.items()))
        head = f"{sum(self.kills.values())} kills ({killed}), {self.messages} messages, {self.apologies} apologies"
        tail = "nothing lost, doubled or out of order" if not self.faults else "\n".join(self.faults)
        return f"{head}, slowest first reaction {self.slowest_reaction_seconds:.1f} s\n{tail}"


async def run_crashes(stack: Stack, *, kills: int, people_count: int, pause_seconds: float) -> Report:
    """Let people write while processes are killed, wait for every answer, and check the promises."""
    report, ended = Report(), asyncio.Event()
    people = [Person(stack.url, number) for number in range(people_count)]
    async with running(stack), httpx.AsyncClient(timeout=20, trust_env=False) as http:
        for person in people:
            await person.begin(http)
        ears = [asyncio.create_task(person.listen()) for person in people]
        writers = [asyncio.create_task(person.write(http, ended, numbered=not stack.real)) for person in people]
        for number in range(kills):
            await asyncio.sleep(random.uniform(0.2, 1.0) * pause_seconds)
            await crash_one(stack, report)
            print(f"\r{number + 1} of {kills} kills", end="", file=sys.stderr, flush=True)
            failed = [writer for writer in writers if writer.done() and writer.exception()]
            assert not failed, failed[0].exception()
        ended.set()
        await asyncio.wait_for(asyncio.gather(*writers), 180)
        for person in people:
            await check_person(person, http, report)
        for ear in ears:
            ear.cancel()
        await asyncio.gather(*ears, return_exceptions=True)
    check_engine(stack, people, report)
    report.messages = sum(len(person.sent) for person in people)
    report.slowest_reaction_seconds = max(max(person.reaction_seconds, default=0.0) for person in people)
    return report


async def crash_one(stack: Stack, report: Report) -> None:
    """Kill one process and start it again."""
    program = random.choice(stack.programs)
    program.kill()
    report.kills[program.name] += 1
    await asyncio.sleep(random.uniform(0, 0.3))
    program.start()
    if random.random() < 0.7:  # sometimes the next one is killed while this one still starts
        await program.wait_ready()


def is_apology(message: dict[str, Any]) -> bool:
    """Whether a message is the gateway's own apology."""
    return (message["custom"] or {}).get("problem") in {"later", "given_up"}


async def check_person(person: Person, http: httpx.AsyncClient, report: Report) -> None:
    """Wait until each message is answered and check the thread: nothing lost, doubled or out of order."""
    ends, name = time.monotonic() + 120, f"person {person.number}"
    wanted = [message_id for message_id, _ in person.sent]
    while True:
        thread = await person.thread(http)
        real = [each["reply_to"] for each in thread if each["author"] == "bot" and not is_apology(each)]
        if set(real) == set(wanted) and person.heard[-1:] == [thread[-1]["sequence"]]:
            break
        if time.monotonic() > ends:
            report.faults.append(f"{name}: {len(set(wanted) - set(real))} answers lost, heard {len(person.heard)}")
            break
        await asyncio.sleep(0.3)
    report.apologies += sum(map(is_apology, thread))
    numbers = [each["sequence"] for each in thread]
    said = [each["id"] for each in thread if each["author"] == "person"]
    checks = {
        "messages are missing, doubled or out of order": said == wanted,
        "answers came out of order": list(dict.fromkeys(real)) == [each for each in wanted if each in set(real)],
        "numbers have gaps": numbers == list(range(1, len(numbers) + 1)),
        "the stream lost or doubled messages": person.heard == numbers,
        "an answer changed when its message was sent again": all(
            reply in thread for replies in person.answers.values() for reply in replies
        ),
    }
    report.faults += [f"{name}: {fault}" for fault, kept in checks.items() if not kept]


def check_engine(stack: Stack, people: list[Person], report: Report) -> None:
    """Check what the engine stored: each message is one turn, in the order in which it was written."""
    keys, texts = (read_real_turns if stack.real else read_fake_turns)(stack.folder)
    doubled = [key for key, count in Counter(keys).items() if count > 1]
    if doubled:
        report.faults.append(f"the engine made {len(doubled)} turns twice")
    for person in people:
        sent = [text for _, text in person.sent]
        if sent not in texts.values():
            report.faults.append(f"person {person.number}: the engine's turns are not what was written, in order")


def read_fake_turns(folder: Path) -> tuple[list[str], dict[str, list[str]]]:
    """Return the message ids of all turns, and the texts by conversation."""
    texts: dict[str, list[str]] = {}
    keys = []
    query = "SELECT sender, id, text FROM turns ORDER BY number"
    for sender, key, text in sqlite3.connect(folder / "engine.sqlite").execute(query):
        keys.append(key)
        texts.setdefault(sender, []).append(text)
    return keys, texts


def read_real_turns(folder: Path) -> tuple[list[str], dict[str, list[str]]]:
    """The same from Rasa's tracker store."""
    texts: dict[str, list[str]] = {}
    keys = []
    query = "SELECT sender_id, data FROM events WHERE type_name = 'user' ORDER BY id"
    for sender, data in sqlite3.connect(folder / "tracker.sqlite").execute(query):
        event = json.loads(data)
        if event.get("text", "").startswith("/"):
            continue  # what Rasa notes for itself when a session starts
        keys.append(event["message_id"])
        texts.setdefault(sender, []).append(event["text"])
    return keys, texts


def main() -> int:
    """Run and print what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--people", type=int, default=5)
    parser.add_argument("--fake", action="store_true", help="a fake engine instead of the whole bot")
    parser.add_argument("--seed", type=int, default=None)
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    if not arguments.fake:
        build_bot()
    with tempfile.TemporaryDirectory(prefix="usher-crash-") as name:
        stack = (
            fake_stack(Path(name), engine_seconds=0.03, USHER_MESSAGES_PER_MINUTE="100000")
            if arguments.fake
            else real_stack(Path(name), USHER_MESSAGES_PER_MINUTE="100000")
        )
        pause = 1.0 if arguments.fake else 6.0
        run = run_crashes(stack, kills=arguments.kills, people_count=arguments.people, pause_seconds=pause)
        report = asyncio.run(run)
    print(f"\n{report}")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
