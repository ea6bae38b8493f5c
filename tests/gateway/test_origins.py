"""Foreign websites are refused, those on the list may embed the widget, and every answer is guarded."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from tests.gateway.conftest import House, open_house

FRIEND = "https://cinema.example"


async def test_a_foreign_website_is_refused(house: House) -> None:
    answer = await house.http.post("/api/v1/sessions", headers={"Origin": "https://evil.example"})
    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin")
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("origin", ["null", "file://", "https://127.0.0.1.evil.example"])
async def test_strange_origins_are_refused(house: House, origin: str) -> None:
    assert (await house.http.post("/api/v1/sessions", headers={"Origin": origin})).status_code == 403


async def test_our_own_page_is_welcome(house: House) -> None:
    answer = await house.http.post("/api/v1/sessions", headers={"Origin": house.url})
    assert answer.status_code == 201
    assert "set-cookie" in answer.headers


async def test_a_website_on_the_list_works_with_a_token_and_gets_no_cookie(tmp_path: Path) -> None:
    async with open_house(tmp_path, origins=(FRIEND,)) as house:
        wish = {"Origin": FRIEND, "Access-Control-Request-Method": "POST"}
        preflight = await house.http.request("OPTIONS", "/api/v1/messages", headers=wish)
        assert preflight.status_code == 204
        assert "authorization" in preflight.headers["access-control-allow-headers"].lower()
        made = await house.http.post("/api/v1/sessions", headers={"Origin": FRIEND})
        assert made.headers["access-control-allow-origin"] == FRIEND
        assert "set-cookie" not in made.headers
        assert "access-control-allow-credentials" not in made.headers
        headers = {"Origin": FRIEND, "Authorization": f"Bearer {made.json()['token']}"}
        body = {"id": str(uuid.uuid4()), "text": "hi"}
        answer = await house.http.post("/api/v1/messages?wait=5", json=body, headers=headers)
        assert answer.status_code == 200
        refused = await house.http.get("/api/v1/messages", headers={"Origin": FRIEND})
        assert refused.status_code == 401
        assert refused.headers["access-control-allow-origin"] == FRIEND, "the widget can read why"


@pytest.mark.parametrize("path", ["/", "/api/v1/messages", "/nothing", "/health/live"])
async def test_every_answer_carries_the_security_headers(house: House, path: str) -> None:
    headers = (await house.http.get(path)).headers
    assert headers["content-security-policy"].startswith("default-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


async def test_files_outside_the_build_are_not_served(house: House) -> None:
    for path in ("/../settings.py", "/%2e%2e/settings.py", "/..%2f..%2fsettings.py", "//etc/passwd"):
        assert (await house.http.get(path)).status_code == 404
