"""`python -m actions`: opens the index and the memory once and answers the engine on loopback."""

from __future__ import annotations

import logging
import sys

import uvicorn
from pydantic import ValidationError

from actions.memory import MemoryFault, SecretFault
from actions.opening import open_house
from actions.server import build_app, build_executor
from actions.settings import ActionSettings
from actions.wiring import furnish
from index.errors import IndexFault

log = logging.getLogger("actions")


def main() -> int:
    """Serve until stopped; a fault at start is one sentence and a non-zero exit."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    # rasa-sdk warns on every call that the engine is older than itself; the pair is pinned and tested.
    logging.getLogger("rasa_sdk").setLevel(logging.ERROR)
    try:
        settings = ActionSettings()
        furnish(open_house(settings))
    except (IndexFault, MemoryFault, SecretFault, ValidationError) as fault:
        print(f"The action server cannot start: {fault}", file=sys.stderr)
        return 1
    log.info("answering on 127.0.0.1:%s", settings.actions_port)
    app = build_app(build_executor(), body_bytes=settings.action_body_bytes)
    uvicorn.run(app, host="127.0.0.1", port=settings.actions_port, log_level="warning", access_log=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
