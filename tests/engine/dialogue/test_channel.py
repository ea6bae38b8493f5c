"""The channel: whole replies, safe texts, and a problem document where a turn failed."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from bot.engine.channel import LONGEST_TEXT, UsherOutput, answer, clean_text, read_message
from bot.engine.patches import TurnFailed

BODY = {"sender": "abc-1", "message": "films like Her", "message_id": "m-1", "metadata": {"person": "p"}}


def _ask(turn: Any, body: Any = BODY) -> tuple[int, Any]:
    reply = asyncio.run(answer(SimpleNamespace(json=body), turn))  # type: ignore[arg-type]
    return reply.status, json.loads(reply.body)


async def _say_two(message: UserMessage) -> None:
    await message.output_channel.send_response("abc-1", {"text": "one\n\ntwo", "custom": {"kind": "notice"}})
    await message.output_channel.send_response("abc-1", {"text": "three"})


def test_each_utterance_stays_whole() -> None:
    status, replies = _ask(_say_two)
    assert status == 200
    assert replies == [{"text": "one\n\ntwo", "custom": {"kind": "notice"}}, {"text": "three", "custom": {}}]


@pytest.mark.parametrize("error", [TurnFailed("action server"), RuntimeError("no"), ValueError("surrogates")])
def test_a_failed_turn_is_a_problem(error: BaseException) -> None:
    async def fail(_: UserMessage) -> None:
        raise error

    status, body = _ask(fail)
    assert status == 503
    assert body["status"] == 503
    assert body["title"]


def test_what_was_said_before_a_failure_is_not_sent() -> None:
    async def say_and_fail(message: UserMessage) -> None:
        await _say_two(message)
        raise TurnFailed("store")

    assert _ask(say_and_fail)[0] == 503


def test_silence_is_a_problem() -> None:
    async def stay_silent(_: UserMessage) -> None: ...

    assert _ask(stay_silent)[0] == 503


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "text",
        {"message": "hi"},
        {"sender": "ABC", "message": "hi"},
        {"sender": "a" * 65, "message": "hi"},
        {"sender": "a\ud800", "message": "hi"},
        {"sender": "a\n", "message": "hi"},
        {"sender": "abc", "message": None},
        {"sender": "abc", "message": "x" * (LONGEST_TEXT + 1)},
    ],
)
def test_malformed_messages_are_refused(body: Any) -> None:
    assert _ask(_say_two, body)[0] == 422


def test_id_and_metadata_are_kept() -> None:
    message = read_message(BODY)
    assert (message.sender_id, message.message_id, message.metadata) == ("abc-1", "m-1", {"person": "p"})
    assert isinstance(message.output_channel, UsherOutput)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("/restart", "restart"),
        ('/forget_me{"x": 1}', 'forget_me{"x": 1}'),
        ("  /restart", "restart"),
        ("\u3000/restart", "restart"),
        ("\u200b\u2060/ /restart", "restart"),
        ("\ufeff//restart", "restart"),
        ("/", "?"),
        ("", "?"),
        ("a/b", "a/b"),
        ("Face/Off", "Face/Off"),
        ("bad \ud800 half", "bad ? half"),
        ("nul\x00byte", "nul byte"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_texts_are_made_safe(text: str, safe: str) -> None:
    assert clean_text(text) == safe


def test_a_caller_who_goes_away_does_not_take_the_turn_along() -> None:
    finished = []

    async def take_a_while(message: UserMessage) -> None:
        await asyncio.sleep(0.05)
        finished.append(message.text)

    async def leave_early() -> None:
        request = asyncio.ensure_future(answer(SimpleNamespace(json=BODY), take_a_while))  # type: ignore[arg-type]
        await asyncio.sleep(0.01)
        request.cancel()
        await asyncio.sleep(0.1)

    asyncio.run(leave_early())
    assert finished == ["films like Her"]
