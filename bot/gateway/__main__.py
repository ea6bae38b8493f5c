"""Runs the gateway: `python -m bot.gateway`."""

from __future__ import annotations

import logging
import socket
import sys

import uvicorn

from actions.memory import MemoryFault, SecretFault
from bot.gateway.app import build_app, build_gateway
from bot.gateway.errors import SettingError
from bot.gateway.gateway import Gateway
from bot.gateway.logs import set_up_logs
from bot.gateway.protocol import GuardedProtocol
from bot.gateway.settings import GatewaySettings, read_settings

log = logging.getLogger("bot.gateway")


class Server(uvicorn.Server):
    """A server that tells open streams to end before it waits for them."""

    def __init__(self, config: uvicorn.Config, gateway: Gateway) -> None:
        super().__init__(config)
        self._gateway = gateway

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Drain: streams close, waiting requests answer with what there is, running turns end."""
        self._gateway.hub.close()
        await super().shutdown(sockets)


def main() -> int:
    """Serve until told to stop; a wrong setting or a taken port is one clear sentence."""
    set_up_logs()
    # The thread that writes the inbox hands over to the event loop sooner than after the usual 5 ms.
    sys.setswitchinterval(0.0005)
    try:
        settings = read_settings()
        # Before anything else, so that a second gateway never touches the first one's inbox.
        listener = _bind(settings)
        gateway = build_gateway(settings)
    except (SettingError, SecretFault, MemoryFault) as error:
        print(f"usher gateway: {error}", file=sys.stderr)
        return 1
    log.info("listening", extra={"host": settings.host, "port": settings.port})
    Server(server_config(gateway), gateway).run(sockets=[listener])
    log.info("stopped")
    return 0


def server_config(gateway: Gateway) -> uvicorn.Config:
    """Return how the web server is run: no header or log that tells too much, nothing longer than a body may be."""
    settings = gateway.settings
    return uvicorn.Config(
        build_app(gateway),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=settings.proxies or None,
        timeout_graceful_shutdown=max(1, round(settings.drain_seconds)),
        http=GuardedProtocol,
        ws="websockets-sansio",
        ws_max_size=settings.body_bytes,
    )


def _bind(settings: GatewaySettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(2048)
    except OSError as error:
        listener.close()
        raise SettingError(
            f"USHER_HOST {settings.host}, USHER_PORT {settings.port} cannot be used ({error.strerror}): "
            "stop what listens there or choose another port."
        ) from error
    listener.set_inheritable(True)
    return listener


if __name__ == "__main__":
    sys.exit(main())
