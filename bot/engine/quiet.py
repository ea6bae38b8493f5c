"""What the engine writes to its log: warnings and errors, never what a person said."""

from __future__ import annotations

import logging


def quiet_rasa() -> None:
    """Send only warnings and errors to standard error, Rasa's structured log included."""
    import structlog

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
