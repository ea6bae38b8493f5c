"""Messages no person would write: the bot stays alive and answers each. `USHER_HOSTILE_MESSAGES` sets how many."""

from __future__ import annotations

import json
import os
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conversations.stack import WEB, Stack

COUNT = int(os.environ.get("USHER_HOSTILE_MESSAGES", "200"))
SENDER = f"hostile-{uuid.uuid4().hex[:12]}"
TOO_LONG = 4000

PIECES = st.sampled_from(
    [
        "/restart",
        "\u3000/forget_me{}",
        '/inform{"wish": null}',
        "<script>alert(1)</script>",
        '{"act": "forget"}',
        "{seeds}",
        "0[films]",
        "%s%n",
        "'; DROP TABLE entries;--",
        "\u202e\u202d\u2066",
        "\u0000\u0007\u001b[31m",
        "\ud800",
        "👩‍👩‍👧‍👦" * 20,
        "Z͑ͫa̴l̡g̷o",
        "films like Her",
        "shorter",
        "warum der zweite?",
        "b.forget..AAAAAAAAAAAAAAAAAAAAAA",
        "-1st one",
        "99999999999999999999 minutes",
        "before the year 0",
        "\n" * 50,
    ]
)
ANYTHING = st.text(st.characters(codec=None), max_size=200)
MESSAGES = st.one_of(
    ANYTHING,
    st.lists(st.one_of(PIECES, ANYTHING), min_size=1, max_size=6).map(" ".join),
    st.tuples(PIECES, st.integers(1, 20_000))
    .map(lambda pair: pair[0] * pair[1])
    .filter(lambda text: len(text) < 100_000),
    st.dictionaries(st.text(max_size=5), st.text(max_size=20), max_size=4).map(json.dumps),
)


@pytest.mark.stack
@pytest.mark.timeout(1800, func_only=True)
@settings(max_examples=COUNT, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(MESSAGES)
def test_every_message_gets_an_answer(stack: Stack, text: str) -> None:
    body = json.dumps(
        {"sender": SENDER, "message": text, "message_id": uuid.uuid4().hex, "metadata": {"person": SENDER}}
    )
    answer = WEB.post(
        f"{stack.engine}/webhooks/rest/webhook", content=body, headers={"Content-Type": "application/json"}
    )
    if len(text) > TOO_LONG:
        assert answer.status_code == 422
        return
    assert answer.status_code == 200, answer.text[:300]
    assert answer.json()
    assert all(each["text"].strip() for each in answer.json())
