"""Buttons: only those we made for this person work, and they travel as a label with a choice."""

from __future__ import annotations

import uuid

import httpx
import pytest

from actions.memory import sign
from bot.gateway.wording import say
from tests.gateway.conftest import Caller, House


async def press(house: House, caller: Caller, payload: object, key: str | None = None) -> httpx.Response:
    body = {"id": key or str(uuid.uuid4()), "payload": payload}
    return await house.http.post("/api/v1/actions?wait=5", json=body, headers=caller.headers)


def button(house: House, caller: Caller, act: str, argument: str = "") -> str:
    return sign(house.gateway.secret, caller.token.split(".")[1], act, argument)


async def test_a_button_sends_its_label_and_what_it_stands_for(house: House, caller: Caller) -> None:
    house.engine.secret_button = button(house, caller, "why", "abcdefghij")
    await caller.say("card")
    answer = await press(house, caller, house.engine.secret_button)
    assert answer.status_code == 200
    assert answer.json()["replies"][0]["text"] == "echo Why?"
    assert house.engine.metadata["choice"] == {"act": "why", "film": "abcdefghij"}
    assert (await caller.read())[2]["text"] == "Why?"


async def test_a_button_about_something_else_carries_an_argument(house: House, caller: Caller) -> None:
    await press(house, caller, button(house, caller, "relax", "years"))
    assert house.engine.metadata["choice"] == {"act": "relax", "argument": "years"}


async def test_a_button_no_longer_shown_still_says_what_it_does(house: House, caller: Caller) -> None:
    answer = await press(house, caller, button(house, caller, "seen", "abcdefghij"))
    assert answer.json()["replies"][0]["text"] == "echo " + say("choice.seen", "en")


async def test_pressed_twice_with_the_same_id_it_is_one_turn(house: House, caller: Caller) -> None:
    payload, key = button(house, caller, "watch", "abcdefghij"), str(uuid.uuid4())
    assert (await press(house, caller, payload, key)).json() == (await press(house, caller, payload, key)).json()
    assert len(house.engine.texts) == 1


async def test_a_plain_payload_is_plain_text(house: House, caller: Caller) -> None:
    await press(house, caller, "/why the first one?")
    assert house.engine.texts == ["why the first one?"]
    assert "choice" not in house.engine.metadata


async def test_another_persons_button_does_not_work(house: House, caller: Caller) -> None:
    other = await house.caller()
    answer = await press(house, other, button(house, caller, "forget"))
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_button")
    assert house.engine.calls == []


@pytest.mark.parametrize("payload", ["b.", "b.why.abcdefghij.AAAAAAAAAAAAAAAAAAAAAA", "b.nothing..x", 5, "", None])
async def test_a_forged_button_is_refused(house: House, caller: Caller, payload: object) -> None:
    assert (await press(house, caller, payload)).status_code == 422
