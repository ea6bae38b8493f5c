"""The engine's settings: the only place of this room that reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class SettingError(ValueError):
    """A setting that cannot be used; the message names it, what was seen and the cure."""


@dataclass(frozen=True)
class EngineSettings:
    """Where the engine listens, whom it calls and where its files lie."""

    engine_port: int
    actions_port: int
    build: Path
    action_timeout_seconds: float
    bundled: Path = ROOT / "bot" / "engine"
    titles: Path = ROOT / "build" / "index" / "films" / "titles.json"

    @property
    def models(self) -> Path:
        """The folder of trained dialogue models."""
        return self.build / "models"

    @property
    def tracker(self) -> Path:
        """The SQLite file that holds the running conversations."""
        return self.build / "tracker.sqlite"


def read_settings() -> EngineSettings:
    """Read and check all settings; relative paths count from the checkout."""
    build = ROOT / (os.environ.get("USHER_BUILD") or "build")
    return EngineSettings(
        engine_port=_read_port("USHER_ENGINE_PORT", 5005),
        actions_port=_read_port("USHER_ACTIONS_PORT", 5055),
        build=build,
        # An action apologises by itself after USHER_ACTION_SECONDS, 8: that answer must still get here. And the turn
        # must end before the gateway's own apology is due, after USHER_TURN_DEADLINE_SECONDS, 14.
        action_timeout_seconds=_read_seconds("USHER_ACTION_TIMEOUT_SECONDS", 10.0),
        titles=_read_titles(build),
    )


def _read_titles(build: Path) -> Path:
    named = os.environ.get("USHER_TITLES")
    catalogue = os.environ.get("USHER_CATALOGUE") or "films"
    return ROOT / named if named else build / "index" / catalogue / "titles.json"


def _read_port(name: str, default: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise SettingError(f"{name}={text!r} is no port: set it to a number from 1 to 65535, or leave it out.")
    return int(text)


def _read_seconds(name: str, default: float) -> float:
    text = os.environ.get(name) or str(default)
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 3600:
        raise SettingError(f"{name}={text!r} is no time: set it to seconds above 0, such as 8.")
    return seconds
