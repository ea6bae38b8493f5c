"""The gateway's settings: the only module here that reads the environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.gateway.errors import SettingError

ROOT = Path(__file__).resolve().parents[2]


class GatewaySettings(BaseSettings):
    """Everything that can be set, each as an environment variable USHER_<NAME> or a line in .env."""

    model_config = SettingsConfigDict(
        env_prefix="USHER_", env_file=ROOT / ".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8000
    engine_port: Annotated[int, Field(ge=1, le=65535)] = 5005
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = 0  # 0: no metrics are served
    build: Path = Path("build")
    secret: str = ""  # empty: generated once into <build>/secret
    memory: Path | None = None  # taste, seen, watchlist; default <build>/memory.sqlite
    gateway_store: str = ""  # inbox and outbox: a file, or postgresql://…; default <build>/gateway.sqlite

    origins: Annotated[tuple[str, ...], NoDecode] = ()  # other sites that may embed the widget
    proxies: str = ""  # addresses of reverse proxies whose X-Forwarded-* are believed
    secure_cookie: bool = False  # set it when the page is served over https by a proxy

    text_characters: Annotated[int, Field(ge=1, le=4000)] = 1000  # the engine refuses more
    body_bytes: Annotated[int, Field(ge=256)] = 16 * 1024
    messages_per_minute: Annotated[int, Field(ge=1)] = 20
    sessions_per_minute: Annotated[int, Field(ge=1)] = 600  # an address
    connections_per_address: Annotated[int, Field(ge=1)] = 100  # open streams and waiting requests
    waiting_turns: Annotated[int, Field(ge=1)] = 1000  # all people together; over it people are told to wait
    turns_at_once: Annotated[int, Field(ge=1)] = 16

    turn_deadline_seconds: Annotated[float, Field(gt=0)] = 14.0  # then an apology, so that it is there within 15
    attempt_seconds: Annotated[float, Field(gt=0)] = 30.0  # longest wait for one call of the engine
    retry_seconds: Annotated[float, Field(gt=0)] = 1.0  # first pause; doubles, with jitter
    patience_seconds: Annotated[float, Field(gt=0)] = (
        600.0  # how long an engine or action server that is away is waited for
    )
    failure_patience_seconds: Annotated[float, Field(gt=0)] = 120.0  # how long a turn the engine refuses is tried
    drain_seconds: Annotated[float, Field(ge=0)] = 20.0
    longest_wait_seconds: Annotated[float, Field(gt=0)] = 60.0  # cap of ?wait=

    retention_days: Annotated[int, Field(ge=1)] = 30  # messages
    person_days: Annotated[int, Field(ge=1)] = 365  # people who never come back, with all they own
    resend_days: Annotated[int, Field(ge=1)] = 7  # how long a message id is remembered
    conversation_hours: Annotated[float, Field(gt=0)] = 24.0  # idle time after which the dialogue starts anew

    @property
    def store_place(self) -> Path | str:
        """Where inbox and outbox live: a file, or the address of a PostgreSQL database."""
        if self.gateway_store.startswith(("postgresql://", "postgres://")):
            return self.gateway_store
        return ROOT / (self.gateway_store or self.build / "gateway.sqlite")

    @property
    def secret_path(self) -> Path:
        """Where the generated secret lies; the action server signs buttons with the same one."""
        return ROOT / self.build / "secret"

    @property
    def memory_path(self) -> Path:
        """Where the memory of people lives, which `actions.memory` opens."""
        return ROOT / (self.memory or self.build / "memory.sqlite")

    @property
    def engine_url(self) -> str:
        """The engine's address; it listens on loopback only."""
        return f"http://127.0.0.1:{self.engine_port}"

    @property
    def allowed_origins(self) -> frozenset[str]:
        """The allow-list as browsers write origins."""
        return frozenset(origin.strip().rstrip("/").lower() for origin in self.origins if origin.strip())


def read_settings() -> GatewaySettings:
    """Read the environment; a wrong value ends in one sentence that names it."""
    origins = os.environ.get("USHER_ORIGINS", "")
    try:
        settings = GatewaySettings(origins=tuple(origins.replace(",", " ").split()))
    except ValidationError as error:
        first = error.errors()[0]
        name = "USHER_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingError(
            f"{name} is {first['input']!r}: {first['msg']}. Correct it in the environment or .env."
        ) from error
    return settings
