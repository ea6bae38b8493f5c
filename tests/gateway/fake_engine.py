"""A stand-in for the engine's channel: same addresses, stores turns in a file, and fails on request.

What it does is steered by the text: `slow <s>`, `fail`, `garbage`, `empty`, `forget`, `card`; anything else is echoed.
Run as a program it is the engine of the crash and load tests: `python fake_engine.py <port> <file>`.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

SCHEMA = """
CREATE TABLE IF NOT EXISTS turns (number INTEGER PRIMARY KEY,
    sender TEXT, id TEXT, text TEXT, metadata TEXT, said TEXT);
CREATE INDEX IF NOT EXISTS by_id ON turns (sender, id);
"""


class FakeEngine:
    """Remembers every turn it made; `down` and `failing` break it from outside."""

    def __init__(self, path: str = ":memory:") -> None:
        self.store = sqlite3.connect(path, isolation_level=None, timeout=30)
        self.store.execute("PRAGMA journal_mode=WAL")
        self.store.executescript(SCHEMA)
        self.failing = False
        self.actions_away = False
        self.calls: list[str] = []
        self.open = 0
        self.most_open = 0
        self.seconds = 0.0
        self.lose_answers = 0
        self.secret_button = "b.none"
        self.running: dict[str, asyncio.Lock] = {}
        self.app = Starlette(
            routes=[
                Route("/webhooks/rest/webhook", self.receive, methods=["POST"]),
                Route("/webhooks/rest/turns/{sender}/{id}", self.find, methods=["GET"]),
                Route("/webhooks/rest/conversations/{sender}", self.conversation, methods=["GET", "DELETE"]),
            ]
        )

    @property
    def texts(self) -> list[str]:
        return [row[0] for row in self.store.execute("SELECT text FROM turns ORDER BY number")]

    @property
    def metadata(self) -> dict[str, Any]:
        row = self.store.execute("SELECT metadata FROM turns ORDER BY number DESC").fetchone()
        metadata: dict[str, Any] = json.loads(row[0])
        return metadata

    async def receive(self, request: Request) -> Response:
        body = await request.json()
        self.calls.append(body["message"])
        async with self.running.setdefault(body["sender"], asyncio.Lock()):
            self.open += 1
            self.most_open = max(self.open, self.most_open)
            try:
                return await self.turn(body)
            finally:
                self.open -= 1

    async def turn(self, body: dict[str, Any]) -> Response:
        text = body["message"]
        await asyncio.sleep(float(text.split()[1]) if text.startswith("slow ") else self.seconds)
        if self.actions_away:
            return JSONResponse({"title": "The turn failed", "detail": "action server: ClientConnectorError"}, 503)
        if self.failing or text == "fail":
            return JSONResponse({"title": "The turn failed", "status": 503}, 503)
        if text == "garbage":
            return PlainTextResponse("<html>")
        if text == "empty":
            return JSONResponse([])
        said = self.say(text, body)
        self.store.execute(
            "INSERT INTO turns (sender, id, text, metadata, said) VALUES (?, ?, ?, ?, ?)",
            (body["sender"], body["message_id"], text, json.dumps(body["metadata"]), json.dumps(said)),
        )
        if self.lose_answers:
            self.lose_answers -= 1
            return JSONResponse({"title": "lost"}, 503)
        return JSONResponse(said)

    def say(self, text: str, body: dict[str, Any]) -> list[dict[str, Any]]:
        if text == "forget":
            return [{"text": "All gone.", "custom": {"kind": "notice", "language": "en", "forget": True}}]
        if text == "card":
            options = [{"label": "Why?", "payload": self.secret_button}]
            film = {"id": "her-2013", "title": "Her", "options": options}
            return [{"text": "Her", "custom": {"kind": "recommendations", "language": "en", "films": [film]}}]
        if text == "german":
            return [{"text": "Hallo", "custom": {"kind": "answer", "language": "de"}}]
        if text == "two":
            return [{"text": "one", "custom": {}}, {"text": "two", "custom": {}}]
        return [{"text": f"echo {text}", "custom": {}}]

    async def find(self, request: Request) -> Response:
        key = (request.path_params["sender"], request.path_params["id"])
        row = self.store.execute("SELECT said FROM turns WHERE sender = ? AND id = ?", key).fetchone()
        return JSONResponse(json.loads(row[0])) if row else JSONResponse({"title": "unknown"}, 404)

    async def conversation(self, request: Request) -> Response:
        sender = (request.path_params["sender"],)
        if request.method == "DELETE":
            self.store.execute("DELETE FROM turns WHERE sender = ?", sender)
            return Response(status_code=204)
        rows = self.store.execute("SELECT text FROM turns WHERE sender = ? ORDER BY number", sender).fetchall()
        return JSONResponse({"events": [{"event": "user", "text": row[0]} for row in rows]})


if __name__ == "__main__":
    import uvicorn

    engine = FakeEngine(sys.argv[2])
    engine.seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 0.0
    uvicorn.run(engine.app, host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
