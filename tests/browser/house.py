"""A real gateway in a thread, with a fake engine behind it, that can be stopped and started again."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from pathlib import Path
from typing import Any

import uvicorn

from bot.gateway.__main__ import Server
from bot.gateway.app import build_app, build_gateway
from bot.gateway.engine import Engine
from bot.gateway.settings import GatewaySettings
from tests.browser.talker import SECRET, Talker


class House:
    """The gateway at `url`; `stop` and `start` keep the address and what is stored."""

    def __init__(self, folder: Path, *, behind: Engine | None = None, **values: Any) -> None:
        self.engine = Talker()
        self._behind = behind or self.engine
        self._folder, self._values = folder, values
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self._port = int(found.getsockname()[1])
        self.url = f"http://127.0.0.1:{self._port}/"
        self._server: Server | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> House:
        self._thread = threading.Thread(target=self._serve, name="house", daemon=True)
        self._thread.start()
        ends = time.monotonic() + 20
        while self._server is None or not self._server.started:
            assert self._thread.is_alive() and time.monotonic() < ends, "the gateway did not start"
            time.sleep(0.02)
        return self

    def stop(self) -> None:
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(timeout=20)
        self._server = self._thread = None

    def _serve(self) -> None:
        quick = {"retry_seconds": 0.05, "turn_deadline_seconds": 3.0, "drain_seconds": 1.0, "messages_per_minute": 500}
        values = {"secret": SECRET} | quick | self._values
        settings = GatewaySettings(build=self._folder, _env_file=None, **values)
        gateway = build_gateway(settings, engine=self._behind)
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self._port))
        config = uvicorn.Config(
            build_app(gateway), log_config=None, ws="websockets-sansio", timeout_graceful_shutdown=1
        )
        server = Server(config, gateway)
        self._server = server
        asyncio.run(server.serve(sockets=[listener]))
