"""Sessions: nobody reads or continues another's conversation."""

from __future__ import annotations

import uuid

import httpx
import pytest

from bot.gateway.identity import Signer, new_id
from tests.gateway.conftest import Caller, House


async def test_a_session_comes_with_a_token_and_a_cookie_no_script_can_read(house: House) -> None:
    answer = await house.http.post("/api/v1/sessions")
    assert answer.status_code == 201
    assert set(answer.json()) == {"session", "token"}
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


async def test_the_cookie_alone_is_enough_for_the_page(house: House, caller: Caller) -> None:
    assert house.http.cookies.get("usher") == caller.token
    answer = await house.http.get("/api/v1/messages", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 200


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
async def test_the_cookie_does_not_count_from_elsewhere(house: House, caller: Caller, headers: dict[str, str]) -> None:
    answer = await house.http.get("/api/v1/messages", headers=headers)
    assert answer.status_code in (401, 403)


async def test_a_token_in_the_address_does_not_count(house: House, caller: Caller) -> None:
    house.http.cookies.clear()
    answer = await house.http.get(f"/api/v1/messages?token={caller.token}")
    assert (answer.status_code, answer.json()["code"]) == (401, "no_token")


@pytest.mark.parametrize("damage", ["x", "u1.", lambda t: t[:-1], lambda t: t[:-1] + "g", lambda t: t + "0"])
async def test_a_forged_token_is_refused_even_beside_a_good_cookie(
    house: House, caller: Caller, damage: object
) -> None:
    token = damage(caller.token) if callable(damage) else damage
    answer = await house.http.get("/api/v1/messages", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_token_signed_with_another_secret_is_refused(house: House, caller: Caller) -> None:
    person = caller.token.split(".")[1]
    forged = Signer(b"another secret of that length....").token(person)
    answer = await house.http.get("/api/v1/messages", headers={"Authorization": f"Bearer {forged}"})
    assert answer.status_code == 401


async def test_a_good_signature_for_nobody_is_refused(house: House) -> None:
    token = house.gateway.signer.token(new_id())
    answer = await house.http.get("/api/v1/messages", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401


async def test_people_see_only_their_own_thread_and_the_engine_keeps_them_apart(house: House) -> None:
    anna, ben = await house.caller(), await house.caller()
    await anna.say("hello", sender=ben.session, session=ben.session)
    assert await ben.read() == []
    senders = [row[0] for row in house.engine.store.execute("SELECT sender FROM turns")]
    assert senders == [anna.session]
    assert anna.session != ben.session


async def test_sessions_of_one_address_are_limited(house: House) -> None:
    house.gateway.sessions._most = 2
    for _ in range(2):
        assert (await house.http.post("/api/v1/sessions")).status_code == 201
    answer = await house.http.post("/api/v1/sessions")
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


async def test_a_problem_speaks_the_callers_language(house: House) -> None:
    german = await house.http.get("/api/v1/messages", headers={"Accept-Language": "de-CH,de;q=0.9"})
    english = await house.http.get("/api/v1/messages", headers={"Accept-Language": "fr"})
    assert german.json()["detail"].startswith("Dieses Gespräch")
    assert english.json()["detail"].startswith("This conversation")


async def test_a_session_keeps_its_language(house: House) -> None:
    caller = await house.caller(language="de")
    await caller.say("her")
    assert house.engine.metadata["language_hint"] == "de"


async def test_a_conversation_starts_anew_after_a_long_silence_but_the_thread_goes_on(
    house: House, caller: Caller
) -> None:
    await caller.say("one")
    house.gateway.store._idle_seconds = 0.0
    await caller.say("again")
    senders = {row[0] for row in house.engine.store.execute("SELECT sender FROM turns")}
    assert len(senders) == 2
    assert [each["sequence"] for each in await caller.read()] == [1, 2, 3, 4]


async def test_a_body_that_is_not_declared_as_json_is_refused(house: House, caller: Caller) -> None:
    content = f'{{"id": "{uuid.uuid4()}", "text": "hi"}}'
    headers = {**caller.headers, "Content-Type": "text/plain"}
    answer = await house.http.post("/api/v1/messages", content=content, headers=headers)
    assert answer.status_code == 415


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nothing", 404), ("PUT", "/api/v1/messages", 405)])
async def test_wrong_addresses_are_problems_too(house: House, method: str, path: str, status: int) -> None:
    answer: httpx.Response = await house.http.request(method, path)
    assert answer.status_code == status
    assert answer.json()["status"] == status
