"""What is counted, for Prometheus: the only module that imports prometheus_client."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60)


class Metrics:
    """The gateway's counters, in a registry of their own so that tests can make several."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.turns = Counter("usher_turns", "Turns by outcome", ["outcome"], registry=self.registry)
        self.stages = Histogram(
            "usher_stage_seconds", "Time by stage", ["stage"], buckets=_SECONDS, registry=self.registry
        )
        self.fallbacks = Counter("usher_fallbacks", "Turns in which the bot asked back", registry=self.registry)
        self.apologies = Counter("usher_apologies", "Apologies told", registry=self.registry)
        self.retries = Counter("usher_retries", "Calls of the engine made again", registry=self.registry)
        self.refusals = Counter("usher_refusals", "Requests refused, by code", ["code"], registry=self.registry)
        self.errors = Counter("usher_errors", "Faults by place", ["place"], registry=self.registry)
        self.waiting = Gauge("usher_waiting_turns", "Turns accepted and not yet answered", registry=self.registry)
        self.connections = Gauge("usher_connections", "Open streams and waiting requests", registry=self.registry)

    def watch(self, *, waiting: Callable[[], float], connections: Callable[[], float]) -> None:
        """Read both gauges when asked."""
        self.waiting.set_function(waiting)
        self.connections.set_function(connections)

    def serve(self, port: int) -> Callable[[], None]:
        """Serve /metrics on a loopback port of its own, wherever the page is served; returns what stops it."""
        server, thread = start_http_server(port, "127.0.0.1", registry=self.registry)

        def stop() -> None:
            server.shutdown()
            server.server_close()
            thread.join(timeout=5)

        return stop
