"""The running engine: one Sanic app on loopback, one agent, our channel, and nothing else of Rasa's server."""

from __future__ import annotations

import asyncio
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

from bot.engine.hollow import leave_out
from bot.engine.quiet import quiet_rasa
from bot.engine.settings import ROOT, EngineSettings

if TYPE_CHECKING:
    from sanic import Sanic

    from bot.engine.patches import StrictAgent

HOST = "127.0.0.1"


class StartError(RuntimeError):
    """The engine cannot start; the message says why and what helps."""


def serve(settings: EngineSettings) -> None:
    """Load the newest model and answer until told to stop."""
    model = find_model(settings)
    check_port(settings.engine_port)
    leave_out(ROOT / "config.yml")
    quiet_rasa()
    app = build_app(settings, model)
    print(f"Engine: {model.name} on {HOST}:{settings.engine_port}", flush=True)
    app.run(host=HOST, port=settings.engine_port, access_log=False, workers=1, backlog=200)


def find_model(settings: EngineSettings) -> Path:
    """Return the newest trained model."""
    models = sorted(settings.models.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not models:
        raise StartError(f"No dialogue model in {settings.models}: train one with `python -m bot.engine train`.")
    return models[-1]


def check_port(port: int) -> None:
    """Say plainly when somebody else has the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise StartError(f"Port {port} is taken: stop what uses it, or set USHER_ENGINE_PORT.") from error


def build_app(settings: EngineSettings, model: Path) -> Sanic:
    """Wire endpoints, agent and channel into a Sanic app that is ready before it listens."""
    from rasa.core.channels.channel import register
    from sanic import Sanic

    from bot.engine.channel import UsherInput

    app = Sanic("usher_engine", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = 1_000_000
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.ctx.agent = load_agent(settings, model)
    register([UsherInput()], app, route="/webhooks/")
    return app


def load_agent(settings: EngineSettings, model: Path) -> StrictAgent:
    """Build the agent from `endpoints.yml` and the model."""
    from rasa.core.lock_store import LockStore
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints

    from bot.engine.patches import StrictActionEndpoint, StrictAgent

    os.environ["USHER_ACTIONS_PORT"] = str(settings.actions_port)
    os.environ["USHER_TRACKER"] = str(settings.tracker)
    settings.build.mkdir(parents=True, exist_ok=True)
    endpoints = AvailableEndpoints.read_endpoints(str(settings.bundled / "endpoints.yml"))
    action = StrictActionEndpoint(endpoints.action.url, timeout_seconds=settings.action_timeout_seconds)
    agent = StrictAgent(
        tracker_store=TrackerStore.create(endpoints.tracker_store),
        lock_store=LockStore.create(endpoints.lock_store),
        action_endpoint=action,
    )
    agent.load_model(model)
    # Reads the list of titles now, so that the first person does not wait for it.
    asyncio.run(agent.parse_message("hello"))
    return agent
