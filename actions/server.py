"""rasa-sdk's webhook, served by ourselves: on loopback, with a cap on bodies, deflated ones included.

rasa-sdk's own server listens everywhere, inflates without a limit and sends whole requests back in its errors.
"""

from __future__ import annotations

import json
import logging
import zlib
from typing import Any

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actions.roster import ROSTER

log = logging.getLogger(__name__)


class TooLarge(Exception):
    """A body is larger than the cap, as sent or when inflated."""


def build_executor() -> ActionExecutor:
    """rasa-sdk's executor with every action registered."""
    executor = ActionExecutor()
    for request in ROSTER:
        executor.register_action(request)
    return executor


def build_app(executor: ActionExecutor, *, body_bytes: int) -> Starlette:
    """The web application: `POST /webhook`, `GET /health`."""

    async def webhook(request: Request) -> Response:
        """Run one action and answer with its events and messages."""
        try:
            call = json.loads(await _body(request, body_bytes))
        except TooLarge:
            return _problem(413, f"the body is larger than {body_bytes} bytes")
        except (ValueError, zlib.error):
            return _problem(400, "the body is no JSON")
        if not isinstance(call, dict) or not isinstance(call.get("tracker"), dict):
            return _problem(400, "the body is no action call: tracker is missing")
        return await _run(executor, call)

    async def health(_: Request) -> Response:
        """Say that the action server is up."""
        return JSONResponse({"status": "ok"})

    return Starlette(routes=[Route("/webhook", webhook, methods=["POST"]), Route("/health", health)])


async def _run(executor: ActionExecutor, call: dict[str, Any]) -> Response:
    name = str(call.get("next_action"))
    try:
        result = await executor.run(call)
    except ActionExecutionRejection as rejection:
        return JSONResponse({"error": rejection.message, "action_name": name}, status_code=400)
    except ActionNotFoundException as missing:
        log.exception("no action is called %s", name)
        return JSONResponse({"error": missing.message, "action_name": name}, status_code=404)
    return JSONResponse(result.model_dump() if result else None)


async def _body(request: Request, limit: int) -> bytes:
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > limit:
            raise TooLarge
        pieces.append(piece)
    body = b"".join(pieces)
    return _inflated(body, limit) if request.headers.get("content-encoding") == "deflate" else body


def _inflated(body: bytes, limit: int) -> bytes:
    inflater = zlib.decompressobj()
    inflated = inflater.decompress(body, limit)
    if inflater.unconsumed_tail:
        raise TooLarge
    return inflated


def _problem(status: int, detail: str) -> Response:
    return JSONResponse({"error": detail}, status_code=status)
