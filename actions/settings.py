"""The action server's settings: the only place in this room that reads the environment."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class ActionSettings(BaseSettings):
    """Read from `USHER_*` (and `.env`) once at start; a wrong value stops the start and names itself."""

    model_config = SettingsConfigDict(
        env_prefix="USHER_", env_file=ROOT / ".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    actions_port: int = Field(default=5055, ge=1, le=65535)
    build: Path = Path("build")
    memory: Path | None = None
    secret: str = ""
    # The gateway apologises after 15 s; an action that thinks longer than this apologises itself.
    action_seconds: float = Field(default=8.0, gt=0)
    # A tracker with its whole history travels with every call.
    action_body_bytes: int = Field(default=16_000_000, ge=10_000)

    @property
    def memory_path(self) -> Path:
        """Where taste, seen films and watchlists live."""
        return ROOT / (self.memory or self.build / "memory.sqlite")

    @property
    def secret_path(self) -> Path:
        """Where a generated secret is kept."""
        return ROOT / self.build / "secret"
