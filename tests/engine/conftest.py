"""The engine's tests run as the engine does: without TensorFlow, which would cost each run a quarter of a minute."""

from __future__ import annotations

from bot.engine.without_tensorflow import leave_tensorflow_out

leave_tensorflow_out()
