"""Never silent, nothing lost: what people hear when something behind the gateway fails."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
import uuid
from pathlib import Path

import httpx
import jsonschema
import pytest

from bot.gateway.store.sqlite import Sqlite
from bot.gateway.wording import say
from tests.gateway.conftest import Caller, House, open_house
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.programs import ROOT


async def test_a_dead_engine_is_apologised_for_and_answered_when_it_is_back(house: House, caller: Caller) -> None:
    house.switch.cut = True
    started = time.monotonic()
    answer = await caller.post("hello", wait=15)
    assert time.monotonic() - started < 3
    assert answer.status_code == 202
    (apology,) = answer.json()["replies"]
    assert apology["text"] == say("apology.later", "en")
    jsonschema.validate(apology["custom"], json.loads((ROOT / "docs" / "reply.schema.json").read_text()))
    house.switch.cut = False
    messages = await caller.read_until(3)
    assert messages[2]["text"] == "echo hello"
    assert messages[2]["reply_to"] == messages[0]["id"]
    assert house.engine.texts == ["hello"]


async def test_the_apology_speaks_the_persons_language(house: House) -> None:
    caller = await house.caller(language="de")
    house.switch.cut = True
    (apology,) = (await caller.post("hallo", wait=15)).json()["replies"]
    assert apology["text"] == say("apology.later", "de")
    house.switch.cut = False


async def test_the_apology_speaks_the_language_of_the_conversation_not_of_the_page(house: House) -> None:
    caller = await house.caller(language="en")
    await caller.say("german", language="en")
    house.switch.cut = True
    (apology,) = (await caller.post("hallo", wait=15, language="en")).json()["replies"]
    assert apology["text"] == say("apology.later", "de")
    house.switch.cut = False


async def test_a_slow_turn_is_apologised_for_at_the_deadline_and_answered_later(house: House, caller: Caller) -> None:
    answer = await caller.post("slow 2.6", wait=15)
    assert [each["text"] for each in answer.json()["replies"]] == [say("apology.later", "en")]
    assert (await caller.read_until(3))[2]["text"] == "echo slow 2.6"
    assert house.engine.calls == ["slow 2.6"], "it was not sent again"


@pytest.mark.parametrize("text", ["fail", "garbage", "empty"])
async def test_a_turn_that_keeps_failing_is_given_up_honestly(tmp_path: Path, text: str) -> None:
    async with open_house(tmp_path, failure_patience_seconds=0.5) as house:
        caller = await house.caller()
        await caller.post(text, wait=0)
        messages = await caller.read_until(3)
        assert [each["text"] for each in messages[1:]] == [say("apology.later", "en"), say("apology.given_up", "en")]
        assert messages[2]["custom"]["options"] == [{"label": "Ask again", "payload": text}]
        answer = await caller.say("hello")
        assert answer["replies"][0]["text"] == "echo hello", "the conversation goes on"


async def test_a_failing_action_server_that_recovers_loses_nothing(house: House, caller: Caller) -> None:
    house.engine.failing = True
    await caller.post("one", wait=0)
    await caller.post("hello", wait=0)
    await asyncio.sleep(0.5)
    house.engine.failing = False
    assert await caller.echoes(2) == ["echo one", "echo hello"]


async def test_conversations_that_fail_take_no_place_from_others(tmp_path: Path) -> None:
    async with open_house(tmp_path, turns_at_once=1, failure_patience_seconds=60) as house:
        for _ in range(3):
            await (await house.caller()).post("fail", wait=0)
        await asyncio.sleep(0.5)
        async with asyncio.timeout(2):
            await (await house.caller()).say("hello")


async def test_a_call_cancelled_while_it_probes_does_not_keep_the_breaker_open(house: House, caller: Caller) -> None:
    house.switch.cut = True
    await caller.post("hello", wait=15)
    async with asyncio.timeout(10):
        while not house.gateway.turns.breaker.open:
            await asyncio.sleep(0.05)
    await house.http.delete("/api/v1/me", headers=caller.headers)
    house.switch.cut = False
    other = await house.caller()
    await other.post("hello", wait=0)
    assert await other.echoes(1) == ["echo hello"]


async def test_a_fault_of_ours_is_apologised_for_and_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_house(tmp_path, failure_patience_seconds=0.5) as house:
        caller = await house.caller()

        async def fail(_: object) -> None:
            raise KeyError("a mistake")

        monkeypatch.setattr(house.gateway.engine, "send", fail)
        await caller.post("hello", wait=0)
        messages = await caller.read_until(3)
        assert messages[2]["text"] == say("apology.given_up", "en")


async def test_an_action_server_that_is_away_is_waited_for_longer_than_a_turn_that_fails(tmp_path: Path) -> None:
    async with open_house(tmp_path, failure_patience_seconds=0.1) as house:
        caller = await house.caller()
        house.engine.actions_away = True
        await caller.post("hello", wait=0)
        await asyncio.sleep(1.5)
        house.engine.actions_away = False
        assert await caller.echoes(1) == ["echo hello"]


async def test_an_answer_that_got_lost_is_taken_from_the_tracker(house: House, caller: Caller) -> None:
    house.engine.lose_answers = 1
    assert (await caller.say("hello"))["replies"][0]["text"] == "echo hello"
    assert house.engine.texts == ["hello"], "one turn"


async def test_after_a_restart_waiting_turns_are_answered_once(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with open_house(tmp_path, engine, drain_seconds=0.1) as house:
        caller = await house.caller()
        house.switch.cut = True
        for text in ("one", "hello"):
            await caller.post(text, wait=0)
        token = caller.token
    async with open_house(tmp_path, engine) as house:
        again = Caller(house.http, token)
        assert await again.echoes(2) == ["echo one", "echo hello"]
        assert engine.texts == ["one", "hello"]


async def test_a_turn_stored_before_a_restart_is_not_made_again(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with open_house(tmp_path, engine, drain_seconds=0.1) as house:
        caller = await house.caller()
        engine.lose_answers = 10**6
        await caller.post("hello", wait=0)
        await asyncio.sleep(0.1)
        token = caller.token
    async with open_house(tmp_path, engine) as house:
        again = Caller(house.http, token)
        assert await again.echoes(1) == ["echo hello"]
        assert engine.texts.count("hello") == 1


async def test_a_stopping_gateway_lets_a_running_turn_end(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with open_house(tmp_path, engine) as house:
        caller = await house.caller()
        http = httpx.AsyncClient(base_url=house.url)
        waiting = asyncio.create_task(Caller(http, caller.token).post("slow 0.5", wait=10))
        await asyncio.sleep(0.2)
    assert (await waiting).json()["replies"][0]["text"] == "echo slow 0.5"
    await http.aclose()
    async with open_house(tmp_path, engine) as house:
        messages = await Caller(house.http, caller.token).read()
        assert [each["text"] for each in messages] == ["slow 0.5", "echo slow 0.5"]


def inbox_of(house: House) -> Path:
    place = house.gateway.settings.store_place
    assert isinstance(place, Path)
    return place


def lock(path: Path) -> sqlite3.Connection:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


async def test_a_locked_inbox_refuses_in_time_and_takes_the_message_later(house: House, caller: Caller) -> None:
    message_id, other = str(uuid.uuid4()), lock(inbox_of(house))
    started = time.monotonic()
    answer = await caller.post("hello", key=message_id, wait=15)
    assert time.monotonic() - started < 10
    assert (answer.status_code, answer.json()["code"]) == (503, "store_down")
    assert int(answer.headers["retry-after"]) > 0
    assert await caller.read() == [], "reading goes on"
    other.execute("ROLLBACK")
    assert (await caller.say("hello", key=message_id))["replies"][0]["text"] == "echo hello"


async def test_an_answer_waits_for_a_locked_outbox(house: House, caller: Caller) -> None:
    waiting = asyncio.create_task(caller.post("slow 0.4", wait=12))
    await asyncio.sleep(0.2)
    other = lock(inbox_of(house))
    await asyncio.sleep(5)
    other.execute("ROLLBACK")
    answer = await waiting
    assert [each["text"] for each in answer.json()["replies"]][-1].startswith(("echo", "Sorry"))
    messages = await caller.read_until(2)
    assert "echo slow 0.4" in [each["text"] for each in messages]
    assert house.engine.texts == ["slow 0.4"]


async def test_a_deleted_store_file_is_restored_with_all_it_held(house: House, caller: Caller) -> None:
    await caller.say("one")
    inbox_of(house).unlink()
    await caller.say("hello")
    assert len(await caller.read()) == 4
    rows = sqlite3.connect(inbox_of(house)).execute("SELECT count(*) FROM messages")
    assert rows.fetchone()[0] == 4


async def test_too_many_waiting_turns_are_refused_with_a_reason(tmp_path: Path) -> None:
    async with open_house(tmp_path, waiting_turns=2) as house:
        caller = await house.caller()
        house.switch.cut = True
        for _ in range(2):
            await caller.post("hello", wait=0)
        answer = await caller.post("hello", wait=0)
        assert (answer.status_code, answer.json()["code"]) == (503, "overloaded")
        house.switch.cut = False
        await caller.read_until(4)


async def test_readiness_follows_the_engine(house: House) -> None:
    assert (await house.http.get("/health/ready")).status_code == 200
    house.gateway.readiness._asked = -1e9
    house.switch.cut = True
    answer = await house.http.get("/health/ready")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
    assert (await house.http.get("/health/live")).status_code == 200
    house.switch.cut = False
    assert (await house.http.get("/health/ready")).status_code == 200
    assert house.engine.texts == [], "canaries leave nothing behind"


async def test_a_full_disk_refuses_honestly_and_takes_messages_again_when_there_is_room(
    house: House, caller: Caller
) -> None:
    def set_limit(pages: int) -> None:
        driver = house.gateway.store._database._driver
        assert isinstance(driver, Sqlite)
        driver._writing.execute(f"PRAGMA max_page_count = {pages}")

    await caller.say("hello")
    set_limit(1)  # SQLite keeps at least what is used, and then reports what a full disk reports
    refused = None
    for number in range(18):
        answer = await caller.post("x" * 990 + str(number), wait=3)
        if answer.status_code == 503:
            refused = answer
            break
    assert refused is not None
    assert refused.json()["code"] == "store_down"
    set_limit(1_000_000)
    before = len(await caller.read())
    assert (await caller.say("hello again"))["replies"][0]["text"] == "echo hello again"
    assert len(await caller.read()) >= before + 2
