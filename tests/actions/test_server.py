"""The webhook: what it refuses, and that an action is run and always says something."""

from __future__ import annotations

import json
import time
import zlib
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from actions.server import build_app, build_executor
from actions.wiring import House, furnish
from index.film import Film
from index.reason import Answer
from index.wish import Wish
from tests.actions.conftest import FakeRecommender, film

LIMIT = 20_000
CALL = {
    "next_action": "action_recommend_films",
    "sender_id": "c1",
    "version": "3.6.21",
    "domain": {},
    "tracker": {
        "sender_id": "c1",
        "slots": {"language": "de"},
        "latest_message": {"text": "Filme wie Her", "entities": [film("her-2013")], "intent": {"name": "recommend"}},
        "events": [],
        "latest_action_name": None,
        "active_loop": {},
        "paused": False,
        "followup_action": None,
    },
}


@pytest.fixture
def client(house: House) -> TestClient:
    return TestClient(build_app(build_executor(), body_bytes=LIMIT))


def test_health(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}


def test_an_action_runs(client: TestClient) -> None:
    result = client.post("/webhook", json=CALL).json()
    assert result["responses"][0]["seeds"] == "Her (2013)"
    assert {event["name"] for event in result["events"]} == {"wish", "shown", "last_shown", "focus"}


def test_a_deflated_call_runs(client: TestClient) -> None:
    body = zlib.compress(json.dumps(CALL).encode())
    assert client.post("/webhook", content=body, headers={"Content-Encoding": "deflate"}).status_code == 200


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"x" * (LIMIT + 1), {}, 413),
        (zlib.compress(b"x" * 50_000_000), {"Content-Encoding": "deflate"}, 413),
        (b"no deflate", {"Content-Encoding": "deflate"}, 400),
        (b"no json", {}, 400),
        (b"[]", {}, 400),
        (b"{}", {}, 400),
    ],
)
def test_bad_bodies_are_refused(client: TestClient, body: bytes, headers: dict[str, str], status: int) -> None:
    assert client.post("/webhook", content=body, headers=headers).status_code == status


def test_an_unknown_action_is_not_found(client: TestClient) -> None:
    assert client.post("/webhook", json=CALL | {"next_action": "action_fly"}).status_code == 404


class Slow(FakeRecommender):
    def recommend(self, wish: Wish) -> Answer:
        time.sleep(0.3)
        return super().recommend(wish)


def test_an_action_that_takes_too_long_apologises(house: House) -> None:
    films: dict[str, Film] = dict(FakeRecommender().films)
    furnish(replace(house, recommender=Slow(films=films), deadline_seconds=0.05))
    client = TestClient(build_app(build_executor(), body_bytes=LIMIT))
    result = client.post("/webhook", json=CALL).json()
    assert [each["response"] for each in result["responses"]] == ["utter_failed"]
    assert result["events"] == []
