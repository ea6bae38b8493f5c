"""All parts of a running gateway in one place, for the endpoints."""

from __future__ import annotations

from dataclasses import dataclass

from bot.gateway.engine import Engine
from bot.gateway.hub import Hub
from bot.gateway.identity import Signer
from bot.gateway.limits import ConnectionLimit, RateLimit
from bot.gateway.metrics import Metrics
from bot.gateway.privacy import Privacy
from bot.gateway.readiness import Readiness
from bot.gateway.settings import GatewaySettings
from bot.gateway.store import Store
from bot.gateway.turns import Turns


@dataclass(frozen=True)
class Gateway:
    """What `app.state.gateway` holds; built in `app.py` only."""

    settings: GatewaySettings
    store: Store
    engine: Engine
    hub: Hub
    turns: Turns
    signer: Signer
    secret: bytes
    messages: RateLimit
    sessions: RateLimit
    connections: ConnectionLimit
    metrics: Metrics
    privacy: Privacy
    readiness: Readiness
