"""The engine's input channel: whole replies, the message's own id, and an honest error when a turn failed.

Stock `RestInput` splits `text` from `custom`, cuts text at blank lines, drops the message id, answers 200 with `[]`
when anything failed, and gives up a turn whose caller went away.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.engine.patches import TurnFailed
from bot.engine.stored import add_stored_routes

logger = logging.getLogger(__name__)

SENDER = re.compile(r"[a-z0-9-]{1,64}")
LONGEST_TEXT = 4000
UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LEADING_SLASHES = re.compile(r"^[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff/]*/+")

Turn = Callable[[UserMessage], Awaitable[Any]]


class UsherOutput(CollectingOutputChannel):
    """Keeps each utterance as one `{"text", "custom"}`, never split."""

    @classmethod
    def name(cls) -> str:
        """Name of the channel, for responses that are meant for it alone."""
        return "rest"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep one utterance."""
        del recipient_id
        self.messages.append({"text": message.get("text") or "", "custom": message.get("custom") or {}})


class UsherInput(RestInput):
    """`POST /webhooks/rest/webhook` for the gateway, on loopback."""

    def blueprint(self, on_new_message: Turn) -> Blueprint:
        """Build the routes: a health check, the webhook, and what is stored."""
        routes = Blueprint("usher_channel", "bot.engine.channel")

        @routes.route("/", methods=["GET"])
        async def health(_: Request) -> HTTPResponse:
            """Say that the engine is up."""
            return response.json({"status": "ok"})

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            """Take one message and answer with every reply of its turn."""
            return await answer(request, on_new_message)

        add_stored_routes(routes)
        return routes


async def answer(request: Request, on_new_message: Turn) -> HTTPResponse:
    """Run one turn and answer with its replies, or with a problem document."""
    try:
        message = read_message(request.json)
    except (ValueError, SanicException) as error:
        return problem(422, "The message is malformed", str(error))
    # Shielded: a caller who goes away must not take the turn with it.
    turn = asyncio.ensure_future(on_new_message(message))
    try:
        await asyncio.shield(turn)
    except TurnFailed as error:
        return problem(503, "The turn failed and was not stored", str(error))
    except Exception as error:  # the gateway retries on a 503; Rasa's own channel would answer 200
        logger.exception("A turn failed and was not stored.")
        return problem(503, "The turn failed and was not stored", type(error).__name__)
    if not message.output_channel.messages:
        return problem(503, "Nothing was said", "The engine has no model loaded, or no rule for this message.")
    return response.json(message.output_channel.messages)


def read_message(body: Any) -> UserMessage:
    """Check a request's body and make it a message; a `ValueError` names the field that is wrong."""
    fields = body if isinstance(body, dict) else {}
    sender, text, metadata = fields.get("sender"), fields.get("message"), fields.get("metadata") or {}
    if not isinstance(sender, str) or not SENDER.fullmatch(sender):
        raise ValueError("sender: 1 to 64 of a-z, 0-9 and -")
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise ValueError(f"message: a text of at most {LONGEST_TEXT} characters")
    return UserMessage(
        clean_text(text),
        UsherOutput(),
        sender,
        input_channel=UsherInput.name(),
        message_id=fields.get("message_id"),
        metadata=metadata if isinstance(metadata, dict) else {},
    )


def clean_text(text: str) -> str:
    """Make a text safe to parse and store: no lone surrogates, no control characters, no leading slash.

    A leading slash would name an intent in Rasa; what a person types is text, so only the words count.
    """
    text = UNSAFE.sub(" ", text.encode("utf-8", "replace").decode("utf-8"))
    return LEADING_SLASHES.sub("", text).strip() or "?"


def problem(status: int, title: str, detail: str) -> HTTPResponse:
    """Build an RFC 9457 problem document."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return response.json(body, status=status, content_type="application/problem+json")
