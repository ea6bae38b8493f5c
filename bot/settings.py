"""What the `usher` command and its supervisor read from the environment (and `.env`), cast and checked once."""

from __future__ import annotations

import os
from pathlib import Path

from dotenv import load_dotenv
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = "127.0.0.1"
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, never listened on here


class SettingsFault(Exception):
    """A setting has a value that cannot be used; the message names it, what was seen and what is allowed."""


class Settings(BaseSettings):
    """Ports and folders that more than one process has to agree on."""

    model_config = SettingsConfigDict(env_prefix="USHER_", extra="ignore", env_ignore_empty=True)

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    engine_port: int = Field(default=5005, ge=1, le=65535)
    actions_port: int = Field(default=5055, ge=1, le=65535)
    build: Path = Path("build")
    start_timeout_seconds: float = Field(default=180.0, gt=0)

    @property
    def build_folder(self) -> Path:
        """The folder of everything derived, absolute."""
        return self.build if self.build.is_absolute() else ROOT / self.build

    @property
    def address(self) -> str:
        """Where the page is reached from this machine."""
        host = LOOPBACK if self.host in EVERYWHERE else self.host
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"


def load_settings() -> Settings:
    """Read `.env`, then the environment; raises SettingsFault naming the setting that cannot be used."""
    load_dotenv(ROOT / ".env", override=False)
    try:
        return Settings()
    except ValidationError as fault:
        raise SettingsFault(describe(fault)) from fault


def describe(fault: ValidationError) -> str:
    """One sentence on the first setting that cannot be used: its name, what was seen, what is wrong with it."""
    first = fault.errors()[0]
    name = "USHER_" + "_".join(str(part) for part in first["loc"]).upper()
    return f"{name} is {os.environ.get(name, first['input'])!r}: {first['msg']}. See .env.example."
