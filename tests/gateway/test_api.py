"""The public API does what its own description says, for input that nobody would think of.

schemathesis reads the description, makes valid and invalid requests from it, and judges every answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.python.asgi import ASGIClient
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.gateway import problems
from bot.gateway.app import OPENAPI, build_app, build_gateway
from bot.gateway.engine import HttpEngine
from bot.gateway.text import clean_text, plain_for_engine
from tests.gateway.conftest import settings_in
from tests.gateway.fake_engine import FakeEngine

CONFIG = {
    "seed": 1,
    # Tokens are made below: guessed ones would all be refused.
    "generation": {"max-examples": 25, "deterministic": True, "with-security-parameters": False},
    "max-stream-events": 1,
    "checks": {"negative_data_rejection": {"expected-statuses": [401, 405, 413, 415, 422]}},
}
# A stream does not end by itself, and nothing may be said on it: then it is cut after this.
STREAM_SECONDS = 0.3
MANY = 1_000_000


class Door:
    """Stands for the application, which is made anew whenever it is started: once a test."""

    make: Callable[[], ASGIApp]
    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            self.app = self.make()
        await self.app(scope, receive, send)


door: Any = Door()
schema = schemathesis.openapi.from_path(OPENAPI, config=SchemathesisConfig.from_dict(CONFIG))
schema.app = door


@schema.hook
def filter_body(_: schemathesis.HookContext, body: object) -> bool:
    """Leave out texts without a word: no pattern can say which spaces, slashes and invisible characters count."""
    texts = [body.get(name) for name in ("text", "payload")] if isinstance(body, dict) else []
    return all(plain_for_engine(clean_text(text)) for text in texts if isinstance(text, str) and text)


@pytest.fixture(scope="module")
def new_token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Say how the application is made that is tested, and return what makes a person in it."""

    def make() -> ASGIApp:
        settings = settings_in(
            tmp_path_factory.mktemp("api"),
            longest_wait_seconds=0.05,
            messages_per_minute=MANY,
            sessions_per_minute=MANY,
        )
        transport = httpx.ASGITransport(FakeEngine().app)
        return build_app(build_gateway(settings, engine=HttpEngine("http://e", attempt_seconds=5, transport=transport)))

    door.make = make
    with pytest.MonkeyPatch.context() as patch, ASGIClient(door) as client:
        patch.setattr(problems, "_REFUSAL_SECONDS", 0)
        yield lambda: str(client.post("/api/v1/sessions").json()["token"])


@schema.parametrize()
def test_every_answer_is_as_described(case: schemathesis.Case[Any], new_token: Callable[[], str]) -> None:
    # A person of its own for each request: one erased by a request must not be missed by the next.
    case.call_and_validate(
        headers={"Authorization": f"Bearer {new_token()}"},
        timeout=STREAM_SECONDS if case.path.endswith("stream") else 10,
    )
