"""Everything held about a person can be shown and erased, wherever it lies."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from actions.memory import Choice, Entry, Memory, MemoryFault, verify
from tests.gateway.conftest import Caller, House, open_house
from tests.gateway.fake_engine import FakeEngine

SECRET = "my very own secret sentence"


def person_of(caller: Caller) -> str:
    return caller.token.split(".")[1]


def remember(house: House, caller: Caller) -> Memory:
    memory = Memory.open(house.gateway.settings.memory_path)
    entry = Entry("watchlist", "film", "her-2013", "Her", "put Her on my list", "2026-01-01T00:00:00+00:00")
    memory.note(person_of(caller), entry, "m1")
    return memory


def bytes_of(house: House) -> bytes:
    return b"".join(path.read_bytes() for path in house.gateway.settings.build.iterdir() if path.is_file())


async def test_the_export_holds_messages_memory_and_tracker(house: House, caller: Caller) -> None:
    await caller.say(SECRET)
    remember(house, caller)
    document = (await house.http.get("/api/v1/me", headers=caller.headers)).json()
    assert [each["text"] for each in document["messages"]] == [SECRET, f"echo {SECRET}"]
    assert document["memory"]["entries"][0]["key"] == "her-2013"
    assert document["conversations"][0]["events"] == [{"event": "user", "text": SECRET}]


async def test_what_is_remembered_comes_with_the_button_that_takes_it_back(house: House, caller: Caller) -> None:
    remember(house, caller)
    entry = (await house.http.get("/api/v1/me/memory", headers=caller.headers)).json()["entries"][0]
    assert (entry["shelf"], entry["name"]) == ("watchlist", "Her")
    choice = verify(house.gateway.secret, person_of(caller), entry["options"][0]["payload"])
    assert choice == Choice("forget_entry", entry["code"])
    stranger = {"Authorization": "Bearer none"}
    assert (await house.http.get("/api/v1/me/memory", headers=stranger)).status_code == 401


async def test_an_erased_person_is_gone_everywhere(house: House, caller: Caller) -> None:
    other = await house.caller()
    await other.say("I stay")
    await caller.say(SECRET)
    memory = remember(house, caller)
    answer = await house.http.delete("/api/v1/me", headers=caller.headers)
    assert answer.status_code == 204
    assert (await house.http.get("/api/v1/messages", headers=caller.headers)).status_code == 401
    assert house.engine.texts == ["I stay"]
    assert memory.export(person_of(caller))["entries"] == []
    assert SECRET.encode() not in bytes_of(house)
    assert len(await other.read()) == 2


async def test_an_erasure_is_finished_later_if_the_engine_is_away_even_after_a_restart(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with open_house(tmp_path, engine) as house:
        caller = await house.caller()
        await caller.say(SECRET)
        house.switch.cut = True
        answer = await house.http.delete("/api/v1/me", headers=caller.headers)
        assert answer.status_code == 202
        assert engine.texts == [SECRET]
    async with open_house(tmp_path, engine) as house, asyncio.timeout(10):
        while engine.texts or await house.gateway.store.open_erasures():
            await asyncio.sleep(0.05)


async def test_a_turn_that_runs_while_its_person_is_erased_leaves_nothing(house: House, caller: Caller) -> None:
    await caller.post("slow 0.5", wait=None)
    await asyncio.sleep(0.1)
    await house.http.delete("/api/v1/me", headers=caller.headers)
    await asyncio.sleep(1.0)
    assert house.engine.texts == []


async def test_forget_in_the_conversation_erases_all_but_the_promise(house: House, caller: Caller) -> None:
    await caller.say(SECRET)
    memory = remember(house, caller)
    answer = await caller.say("forget")
    async with asyncio.timeout(10):
        while len(messages := await caller.read()) > 1:
            await asyncio.sleep(0.05)
    assert [each["text"] for each in messages] == ["All gone."]
    assert messages[0]["sequence"] == answer["sequence"], "numbers go on"
    async with asyncio.timeout(10):
        while house.engine.texts or memory.export(person_of(caller))["entries"]:
            await asyncio.sleep(0.05)
    assert SECRET.encode() not in bytes_of(house)
    await caller.say("hello")
    assert [each["text"] for each in await caller.read()] == ["All gone.", "hello", "echo hello"]


async def test_old_messages_and_people_expire(house: House, caller: Caller) -> None:
    await caller.say(SECRET)
    store = house.gateway.store
    month_ago = time.time() - 31 * 86400

    def age(connection: object) -> None:
        connection.execute("UPDATE messages SET created = ?", (month_ago,))  # type: ignore[attr-defined]
        connection.execute("UPDATE turns SET accepted = ?", (month_ago,))  # type: ignore[attr-defined]

    await store._database.write(age)
    await store.expire(messages_days=30, turns_days=7, people_days=365)
    assert await caller.read() == []
    assert await store.find_person(person_of(caller)) is not None
    await store._database.write(lambda c: c.execute("UPDATE people SET seen = 0").rowcount)
    await store.expire(messages_days=30, turns_days=7, people_days=365)
    assert await store.find_person(person_of(caller)) is None
    assert await house.gateway.privacy.work_off()
    assert house.engine.texts == []


async def test_logs_hold_no_words_tokens_or_people(house: House, caller: Caller, caplog: object) -> None:
    caplog.set_level("DEBUG", logger="bot")  # type: ignore[attr-defined]
    await caller.say(SECRET)
    await house.http.delete("/api/v1/me", headers=caller.headers)
    logged = "".join(str(vars(record)) for record in caplog.records if record.name.startswith("bot"))  # type: ignore[attr-defined]
    assert "turn ended" in logged
    for word in (SECRET, caller.token, person_of(caller), caller.session):
        assert word not in logged


async def test_what_was_sent_while_forgetting_is_still_answered(house: House, caller: Caller) -> None:
    await caller.say(SECRET)
    house.engine.seconds = 0.3
    for text in ("forget", "hello"):
        await caller.post(text, wait=0)
    house.engine.seconds = 0.0
    async with asyncio.timeout(10):
        while [each["text"] for each in await caller.read()] != ["hello", "All gone.", "echo hello"]:
            await asyncio.sleep(0.05)
        while house.engine.texts != ["hello"]:
            await asyncio.sleep(0.05)
    assert len(await house.gateway.store.conversations_of(person_of(caller))) == 1


async def test_people_who_never_said_a_word_do_not_stay(house: House, caller: Caller) -> None:
    await house.gateway.store._database.write(lambda c: c.execute("UPDATE people SET seen = seen - 8 * 86400").rowcount)
    await house.gateway.store.expire(messages_days=30, turns_days=7, people_days=365)
    assert await house.gateway.store.find_person(person_of(caller)) is None


async def test_a_memory_that_cannot_be_read_is_said(
    house: House, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> None:
        raise MemoryFault("locked")

    monkeypatch.setattr(house.gateway.privacy._memory, "export", fail)
    answer = await house.http.get("/api/v1/me/memory", headers=caller.headers)
    assert (answer.status_code, answer.json()["code"]) == (503, "store_down")
