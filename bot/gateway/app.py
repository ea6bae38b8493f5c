"""Builds the real objects and connects them; tests pass fakes through the same door."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.types import ASGIApp

from actions.memory import Memory, MemoryFault, load_secret
from bot.gateway.api import buttons, health, me, messages, page, sessions, stream
from bot.gateway.engine import Engine, HttpEngine
from bot.gateway.errors import Problem
from bot.gateway.gateway import Gateway
from bot.gateway.headers import SecurityHeaders
from bot.gateway.hub import Hub
from bot.gateway.identity import Signer
from bot.gateway.limits import ConnectionLimit, RateLimit
from bot.gateway.metrics import Metrics
from bot.gateway.origins import OriginGuard
from bot.gateway.privacy import PersonMemory, Privacy
from bot.gateway.problems import tell_fault, tell_http_error, tell_memory_fault, tell_problem
from bot.gateway.readiness import Readiness
from bot.gateway.settings import GatewaySettings
from bot.gateway.store import Store
from bot.gateway.turns import Turns

log = logging.getLogger(__name__)

OPENAPI = Path(__file__).with_name("openapi.json")
_PROBE_SECONDS = 1.0
_TIDY_SECONDS = 3600.0


def build_gateway(
    settings: GatewaySettings, *, engine: Engine | None = None, memory: PersonMemory | None = None
) -> Gateway:
    """Build every part of a gateway; whatever is given takes the place of the real one."""
    secret = load_secret(settings.secret, settings.secret_path)
    store = Store(settings.store_place, idle_seconds=settings.conversation_hours * 3600, alone=True)
    engine = engine or HttpEngine(settings.engine_url, attempt_seconds=settings.attempt_seconds)
    hub, metrics = Hub(), Metrics()
    turns = Turns(settings, store, engine, hub, metrics)
    connections = ConnectionLimit(settings.connections_per_address)
    metrics.watch(waiting=lambda: len(turns), connections=lambda: len(connections))
    return Gateway(
        settings=settings,
        store=store,
        engine=engine,
        hub=hub,
        turns=turns,
        signer=Signer(secret),
        secret=secret,
        messages=RateLimit(settings.messages_per_minute),
        sessions=RateLimit(settings.sessions_per_minute),
        connections=connections,
        metrics=metrics,
        privacy=Privacy(store, engine, memory or Memory.open(settings.memory_path), turns, hub),
        readiness=Readiness(engine),
    )


def build_app(gateway: Gateway) -> ASGIApp:
    """Build the web application around a gateway."""
    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(OriginGuard, allowed=gateway.settings.allowed_origins)],
        exception_handlers={
            Problem: tell_problem,
            MemoryFault: tell_memory_fault,
            HTTPException: tell_http_error,
            Exception: tell_fault,
        },
        lifespan=_lifespan,
    )
    app.state.gateway = gateway
    # Around everything, so that even the answer to a fault of ours carries them.
    return SecurityHeaders(app)


def _routes() -> list[Any]:
    api = [
        _resource("/openapi.json", GET=_openapi),
        _resource("/sessions", POST=sessions.create_session),
        _resource("/messages", POST=messages.post_message, GET=messages.get_messages),
        _resource("/actions", POST=buttons.post_action),
        _resource("/me", GET=me.export_me, DELETE=me.erase_me),
        _resource("/me/memory", GET=me.show_memory),
        _resource("/stream", GET=stream.stream_events),
        WebSocketRoute("/stream", stream.stream_socket),
    ]
    return [
        Route("/", page.page),
        Route("/health/live", health.live),
        Route("/health/ready", health.ready),
        # Apart from the files below, which would answer for a method that an address here does not take.
        Mount("/api/v1", routes=api),
        Mount("/", GZipMiddleware(page.built_files(), minimum_size=1000)),
    ]


def _resource(path: str, **endpoints: Callable[[Request], Awaitable[Response]]) -> Route:
    """Return one route for all methods of an address: only then a refusal names each of them."""

    async def answer(request: Request) -> Response:
        return await endpoints["GET" if request.method == "HEAD" else request.method](request)

    return Route(path, answer, methods=list(endpoints))


async def _openapi(_: Request) -> Response:
    return FileResponse(OPENAPI, media_type="application/json")


@contextlib.asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    """Take up what waited, run what runs beside, and end in good order."""
    gateway: Gateway = app.state.gateway
    settings = gateway.settings
    await gateway.turns.resume()
    stop_metrics = gateway.metrics.serve(settings.metrics_port) if settings.metrics_port else None
    beside = [asyncio.create_task(gateway.privacy.run()), asyncio.create_task(_tidy(gateway))]
    beside.append(asyncio.create_task(_await_engine(gateway)))
    try:
        yield
    finally:
        gateway.hub.close()
        # The time that requests had to end counts: a supervisor does not wait for ever.
        drained = time.monotonic() - (gateway.hub.closed or 0)
        await gateway.turns.stop(max(0.1, settings.drain_seconds - drained))
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        if stop_metrics is not None:
            stop_metrics()
        await gateway.engine.close()
        gateway.store.close()


async def _await_engine(gateway: Gateway) -> None:
    """Find out when the engine answers for the first time."""
    while gateway.turns.troubled:
        if await gateway.readiness.check():
            gateway.turns.note_answer()
        else:
            await asyncio.sleep(_PROBE_SECONDS)


async def _tidy(gateway: Gateway) -> None:
    """Delete what is too old, every hour."""
    settings = gateway.settings
    while True:
        try:
            gone = await gateway.store.expire(
                messages_days=settings.retention_days,
                turns_days=settings.resend_days,
                people_days=settings.person_days,
            )
            await gateway.privacy.work_off()
            log.info("tidied", extra={"rows": gone})
        except Problem:
            log.warning("not tidied: the store cannot be written")
        await asyncio.sleep(_TIDY_SECONDS)
