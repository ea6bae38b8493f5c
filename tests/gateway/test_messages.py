"""Messages: what goes in, what comes out, and what is refused."""

from __future__ import annotations

import asyncio
import json
import uuid

import pytest

from tests.gateway.conftest import Caller, House


async def test_a_message_is_answered_in_the_same_request(caller: Caller) -> None:
    message_id = str(uuid.uuid4())
    answer = await caller.say("films like Her", key=message_id)
    assert answer["id"] == message_id
    assert answer["sequence"] == 2
    (reply,) = answer["replies"]
    assert reply["text"] == "echo films like Her"
    assert (reply["author"], reply["reply_to"], reply["sequence"]) == ("bot", message_id, 2)


async def test_the_thread_holds_both_sides_in_order(caller: Caller) -> None:
    await caller.say("two")
    await caller.say("hello")
    messages = await caller.read()
    assert [(each["author"], each["text"]) for each in messages] == [
        ("person", "two"),
        ("bot", "one"),
        ("bot", "two"),
        ("person", "hello"),
        ("bot", "echo hello"),
    ]
    assert [each["sequence"] for each in messages] == [1, 2, 3, 4, 5]
    assert await caller.read(after=4) == messages[4:]


async def test_the_same_id_again_gives_the_same_answer_and_no_second_turn(house: House, caller: Caller) -> None:
    message_id = str(uuid.uuid4())
    first = await caller.say("hello", key=message_id)
    assert await caller.say("hello", key=message_id) == first
    assert house.engine.texts == ["hello"]


async def test_the_same_id_for_another_text_is_refused(caller: Caller) -> None:
    message_id = str(uuid.uuid4())
    await caller.say("hello", key=message_id)
    answer = await caller.post("something else", key=message_id)
    assert (answer.status_code, answer.json()["code"]) == (422, "id_reused")


async def test_the_same_id_sent_at_once_many_times_makes_one_turn(house: House, caller: Caller) -> None:
    message_id = str(uuid.uuid4())
    answers = await asyncio.gather(*(caller.say("slow 0.2", key=message_id) for _ in range(8)))
    assert all(answer == answers[0] for answer in answers)
    assert house.engine.texts == ["slow 0.2"]


async def test_two_people_may_use_the_same_id(house: House, caller: Caller) -> None:
    other, message_id = await house.caller(), str(uuid.uuid4())
    await caller.say("mine", key=message_id)
    assert (await other.say("yours", key=message_id))["replies"][0]["text"] == "echo yours"


async def test_without_wait_the_answer_follows(caller: Caller) -> None:
    answer = await caller.post("slow 0.3", wait=None)
    assert answer.status_code == 202
    assert answer.json()["replies"] == []
    assert answer.json()["sequence"] == 1
    (reply,) = await caller.read(after=1, wait=5)
    assert reply["text"] == "echo slow 0.3"


async def test_waiting_for_messages_ends_when_the_time_is_over(caller: Caller) -> None:
    assert await caller.read(wait=0.1) == []


async def test_messages_of_one_person_are_answered_one_at_a_time_in_order(house: House, caller: Caller) -> None:
    for number in range(6):
        await caller.post(f"slow 0.0{6 - number}", wait=None)
    messages = await caller.read_until(12)
    assert house.engine.most_open == 1
    replies = [each["text"] for each in messages if each["author"] == "bot"]
    assert replies == [f"echo slow 0.0{6 - number}" for number in range(6)]


async def test_people_do_not_wait_for_each_other(house: House, caller: Caller) -> None:
    other = await house.caller()
    slow = asyncio.create_task(caller.say("slow 1.5"))
    await asyncio.sleep(0.05)
    async with asyncio.timeout(1):
        await other.say("hello")
    await slow


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("/restart", "restart"),
        ("\u3000/restart", "restart"),
        ("\u200b /\u2060/ /forget_me{}", "forget_me{}"),
        ("a\u0000b\u202ec\ud800d", "abcd"),
        ("Die Fa\u0308lscher", "Die Fälscher"),
        ("one\r\n\r\ntwo", "one two"),
        ("👩\u200d🚀 films", "👩\u200d🚀 films"),
    ],
)
async def test_the_engine_gets_clean_text(house: House, caller: Caller, text: str, stored: str) -> None:
    body = json.dumps({"id": str(uuid.uuid4()), "text": text})
    headers = {**caller.headers, "Content-Type": "application/json"}
    answer = await house.http.post("/api/v1/messages?wait=5", content=body, headers=headers)
    assert answer.status_code == 200, answer.text
    assert house.engine.texts == [stored]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"text": "no id"}, 422, "malformed"),
        ({"id": "x", "text": "bad id"}, 422, "malformed"),
        ({"id": 5, "text": "bad id"}, 422, "malformed"),
        ({"id": str(uuid.uuid4())}, 422, "malformed"),
        ({"id": str(uuid.uuid4()), "text": 7}, 422, "malformed"),
        ({"id": str(uuid.uuid4()), "text": "   "}, 422, "empty"),
        ({"id": str(uuid.uuid4()), "text": " / // "}, 422, "empty"),
        ({"id": str(uuid.uuid4()), "text": "x" * 1001}, 413, "too_long"),
        ({"id": str(uuid.uuid4()), "text": "x" * 20000}, 413, "too_long"),
        ({"id": str(uuid.uuid4()), "text": "hi", "language": "fr"}, 422, "malformed"),
        ([1], 422, "malformed"),
    ],
)
async def test_bad_messages_are_refused_with_a_reason(
    house: House, caller: Caller, body: object, status: int, code: str
) -> None:
    answer = await house.http.post("/api/v1/messages", json=body, headers=caller.headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert {"type", "title", "status", "detail"} <= answer.json().keys()
    assert house.engine.calls == []


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 9000, b"null"])
async def test_a_body_that_is_not_json_is_refused(house: House, caller: Caller, content: bytes) -> None:
    headers = {**caller.headers, "Content-Type": "application/json"}
    answer = await house.http.post("/api/v1/messages", content=content, headers=headers)
    assert answer.status_code == 422


@pytest.mark.parametrize("query", ["wait=x", "wait=-1", "wait=nan", "wait=inf"])
async def test_a_wait_that_is_no_number_is_refused(house: House, caller: Caller, query: str) -> None:
    answer = await house.http.get(f"/api/v1/messages?{query}", headers=caller.headers)
    assert (answer.status_code, answer.json()["field"]) == (422, "wait")


async def test_a_thousand_characters_are_fine(caller: Caller) -> None:
    await caller.say("ä" * 1000)


async def test_over_twenty_messages_a_minute_people_are_told_how_long_to_wait(house: House, caller: Caller) -> None:
    first = str(uuid.uuid4())
    await caller.post("0", key=first, wait=None)
    for number in range(1, 20):
        assert (await caller.post(str(number), wait=None)).status_code == 202
    answer = await caller.post("too much", wait=None)
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert (await caller.post("0", key=first)).status_code == 200, "a repetition does not count"
    assert (await (await house.caller()).post("other")).status_code == 200


async def test_clients_cannot_send_metadata(house: House, caller: Caller) -> None:
    await caller.say("hello", metadata={"person": "someone"}, person="someone", language="de")
    metadata = house.engine.metadata
    assert set(metadata) == {"person", "language_hint"}
    assert metadata["person"] != "someone"
    assert metadata["language_hint"] == "de"


async def test_the_language_hint_is_the_browsers_where_none_is_given(house: House, caller: Caller) -> None:
    headers = {**caller.headers, "Accept-Language": "fr, de-AT;q=0.8, en;q=0.5"}
    body = {"id": str(uuid.uuid4()), "text": "hallo"}
    await house.http.post("/api/v1/messages?wait=5", json=body, headers=headers)
    assert house.engine.metadata["language_hint"] == "de"
