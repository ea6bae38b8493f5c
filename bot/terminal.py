"""Usher in a terminal: the public API, with numbered films instead of cards."""

from __future__ import annotations

import uuid
from typing import Any

import httpx
from rich.console import Console
from rich.markup import escape

PATIENCE_SECONDS = 20


def chat_in_terminal(address: str, console: Console, *, language: str) -> None:
    """Hold a conversation with the gateway at `address` until end of input or Ctrl-C."""
    with httpx.Client(base_url=address, timeout=PATIENCE_SECONDS + 5, trust_env=False) as client:
        try:
            session = client.post("/api/v1/sessions").raise_for_status().json()
        except httpx.HTTPError:
            console.print(f"Usher does not answer on {address}. Start it with: make run")
            return
        client.headers["Authorization"] = f"Bearer {session['token']}"
        _converse(client, console, language)


def _converse(client: httpx.Client, console: Console, language: str) -> None:
    while True:
        try:
            text = console.input("[bold cyan]> [/]").strip()
        except (EOFError, KeyboardInterrupt):
            return
        if text:
            for message in _say(client, text, language):
                _print_message(console, message)


def _say(client: httpx.Client, text: str, language: str) -> list[dict[str, Any]]:
    body = {"id": str(uuid.uuid4()), "text": text, "language": language}
    answer = client.post("/api/v1/messages", params={"wait": PATIENCE_SECONDS}, json=body)
    if answer.is_error:
        return [{"text": answer.json().get("detail") or answer.json().get("title", answer.reason_phrase)}]
    replies: list[dict[str, Any]] = answer.json()["replies"]
    return replies


def _print_message(console: Console, message: dict[str, Any]) -> None:
    console.print(escape(message["text"]), highlight=False)
    for film in (message.get("custom") or {}).get("films", []):
        for reason in film["reasons"]:
            console.print(f"   [dim]{escape(film['title'])}: {escape(reason['text'])}[/]", highlight=False)
