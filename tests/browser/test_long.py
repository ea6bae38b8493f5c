"""A conversation of a thousand messages stays quick."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from playwright.sync_api import expect

from bot.gateway.store.messages import add_message
from tests.browser.conftest import Visit
from tests.browser.films import LIKE_HER, card
from tests.browser.house import House

MESSAGES = 1000
FILMS = [card(film) for film in LIKE_HER]


def _fill(path: Path, person: str) -> None:
    """Write a long conversation, every second message of it with five films."""
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        for number in range(MESSAGES // 2):
            now = time.time() - MESSAGES + number
            add_message(connection, person, "person", f"question {number}", now, message_id=f"old-{number}")
            shown = {"kind": "recommendations", "language": "en", "films": FILMS, "options": []}
            add_message(connection, person, "bot", f"answer {number}", now, reply_to=f"old-{number}", custom=shown)
    connection.close()


def test_a_thousand_messages(visit: Visit, house: House, tmp_path: Path) -> None:
    visitor = visit()
    visitor.say("echo hello")
    visitor.hears("echo hello")
    visitor.page.wait_for_timeout(200)
    person = house.engine.turns[-1].person
    house.stop()
    visitor.expected = ("Failed to load resource", "WebSocket connection")
    _fill(tmp_path / "gateway.sqlite", person)
    house.start()

    started = time.monotonic()
    visitor.page.reload()
    expect(visitor.log.get_by_text(f"answer {MESSAGES // 2 - 1}")).to_be_in_viewport(timeout=20_000)
    assert time.monotonic() - started < 15
    assert visitor.films.count() < 200, "only the end of it is drawn"

    keystrokes = visitor.page.evaluate(
        """async () => {
            const field = document.querySelector("usher-chat").shadowRoot.querySelector("textarea");
            const began = performance.now();
            for (let place = 0; place < 20; place++) {
                field.value += "x";
                field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
                await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
            }
            return (performance.now() - began) / 20;
        }"""
    )
    assert keystrokes < 150

    visitor.say("echo still quick")
    expect(visitor.log.get_by_text("echo still quick")).to_have_count(2)
    before = len(visitor.said())
    visitor.log.evaluate("log => log.scrollTop = 0")
    visitor.button("Earlier messages").click()
    expect(visitor.log.get_by_text("question 445")).to_be_attached(timeout=20_000)
    assert len(visitor.said()) == before + 60
