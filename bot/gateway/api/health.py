"""Whether the gateway lives and whether it can answer."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.gateway.api.common import gateway_of
from bot.gateway.errors import NotReady


async def live(_: Request) -> Response:
    """Answer at all."""
    return JSONResponse({"status": "live"})


async def ready(request: Request) -> Response:
    """Have a canary message answered by engine and actions."""
    gateway = gateway_of(request)
    if gateway.hub.closing or not await gateway.readiness.check():
        raise NotReady(retry_after=2)
    return JSONResponse({"status": "ready"})
