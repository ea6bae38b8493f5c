"""The engine's tests run as the engine does: without what Rasa imports and never calls, a quarter of a minute a run."""

from __future__ import annotations

from bot.engine.hollow import leave_out
from bot.engine.settings import ROOT

leave_out(ROOT / "config.yml")
