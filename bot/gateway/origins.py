"""Which websites may talk to us: our own page, and those on the allow-list."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.gateway.errors import ForeignOrigin
from bot.gateway.problems import language_of, problem_response

_METHODS = "GET, POST, DELETE, OPTIONS"
_REQUEST_HEADERS = "Authorization, Content-Type, Accept-Language, Last-Event-ID"
_ANSWER_HEADERS = "Retry-After, Content-Language"


def is_own_origin(headers: Headers) -> bool:
    """Return whether a request comes from our own page, or from no website at all."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "none") in {"same-origin", "none"}
    parts = urlsplit(origin)
    return parts.scheme in {"http", "https"} and parts.netloc.lower() == headers.get("host", "").lower()


class OriginGuard:
    """Refuses foreign websites under /api, and lets those on the allow-list read answers (CORS)."""

    def __init__(self, app: ASGIApp, allowed: frozenset[str]) -> None:
        self._app = app
        self._allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, answer a preflight, or refuse; WebSockets are judged where they are accepted."""
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin", "").lower()
        if not origin or is_own_origin(headers):
            await self._app(scope, receive, send)
        elif origin not in self._allowed:
            await problem_response(ForeignOrigin(), language_of(Request(scope)))(scope, receive, send)
        elif scope["method"] == "OPTIONS":
            await self._preflight(send, headers["origin"])
        else:
            await self._app(scope, receive, _allowing(send, headers["origin"]))

    async def _preflight(self, send: Send, origin: str) -> None:
        headers = MutableHeaders()
        _allow(headers, origin)
        headers["Access-Control-Allow-Methods"] = _METHODS
        headers["Access-Control-Allow-Headers"] = _REQUEST_HEADERS
        headers["Access-Control-Max-Age"] = "600"
        await send({"type": "http.response.start", "status": 204, "headers": headers.raw})
        await send({"type": "http.response.body", "body": b""})


def _allow(headers: MutableHeaders, origin: str) -> None:
    headers["Access-Control-Allow-Origin"] = origin
    headers["Access-Control-Expose-Headers"] = _ANSWER_HEADERS
    headers.add_vary_header("Origin")


def _allowing(send: Send, origin: str) -> Send:
    async def send_allowed(message: Message) -> None:
        if message["type"] == "http.response.start":
            _allow(MutableHeaders(raw=message["headers"]), origin)
        await send(message)

    return send_allowed
