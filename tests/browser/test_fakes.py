"""What the fake engine says is what the real one may say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.gateway.records import Turn
from tests.browser.talker import KINDS, Talker

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs" / "reply.schema.json").read_text("utf-8"))


TEXTS = ["films like Her", "why the first one?", "who directed Arrival?", "something shorter", *KINDS]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_replies_follow_the_schema(text: str, language: str) -> None:
    turn = Turn(
        person="p", id="1", key="1", conversation="c", text=text, engine_text=text, language=language,  # type: ignore[arg-type]
        choice=None, state="waiting", apologised=False, sequence=1, accepted=0.0,
    )  # fmt: skip
    for _, custom in Talker().answer(turn):
        jsonschema.validate(custom, SCHEMA)
