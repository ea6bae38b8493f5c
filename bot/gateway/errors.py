"""What can go wrong in the gateway.

GatewayError
├── SettingError            the environment says something impossible
├── Problem                 told to a client as an RFC 9457 document
│   ├── NoToken 401  ForeignOrigin 403  NotFound 404  WrongMethod 405  TooLong 413  WrongType 415
│   ├── Malformed 422  TooMany 429  TooManyConnections 429
│   └── StoreDown 503  Overloaded 503  NotReady 503  Draining 503  PageMissing 503
└── EngineError
    ├── EngineUnreachable   nothing answered
    └── TurnFailed          the engine answered that the turn failed, or answered garbage
        └── ActionsUnreachable  it failed because the action server is not there
"""

from __future__ import annotations

from typing import ClassVar


class GatewayError(Exception):
    """Every error this room raises on purpose."""


class SettingError(GatewayError):
    """A setting is wrong; the message names it, its value and the cure."""


class Problem(GatewayError):
    """A refusal that the client is told; its sentence is `problem.<code>` in the words."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal"

    def __init__(self, *, retry_after: float | None = None, field: str | None = None, **values: object) -> None:
        super().__init__(self.code)
        self.retry_after = retry_after
        self.field = field
        self.values = values


class NoToken(Problem):
    """No session, a forged one, or one that was erased."""

    status, code = 401, "no_token"


class ForeignOrigin(Problem):
    """A website that is not on the allow-list."""

    status, code = 403, "foreign_origin"


class NotFound(Problem):
    """No such address."""

    status, code = 404, "not_found"


class WrongMethod(Problem):
    """The address is right, the method is not."""

    status, code = 405, "wrong_method"


class TooLong(Problem):
    """A text or a body over its limit."""

    status, code = 413, "too_long"


class WrongType(Problem):
    """A body that says it is something else than JSON."""

    status, code = 415, "wrong_type"


class Malformed(Problem):
    """A body or a parameter that does not say what it should."""

    status, code = 422, "malformed"


class Empty(Problem):
    """A message without a word in it."""

    status, code = 422, "empty"


class IdReused(Problem):
    """A message id that already stands for another text."""

    status, code = 422, "id_reused"


class BadButton(Problem):
    """A button that we did not make, or made for someone else."""

    status, code = 422, "bad_button"


class TooMany(Problem):
    """More messages a minute than the limit."""

    status, code = 429, "too_many"


class TooManyConnections(Problem):
    """More open connections of one address than the limit."""

    status, code = 429, "too_many_connections"


class StoreDown(Problem):
    """The inbox cannot be written: locked, full or gone. Nothing was accepted."""

    status, code = 503, "store_down"


class Overloaded(Problem):
    """Too many turns wait already."""

    status, code = 503, "overloaded"


class NotReady(Problem):
    """The engine does not answer yet."""

    status, code = 503, "not_ready"


class Draining(Problem):
    """The gateway is stopping."""

    status, code = 503, "draining"


class PageMissing(Problem):
    """The page was not built."""

    status, code = 503, "page_missing"


class Internal(Problem):
    """A fault of ours."""

    status, code = 500, "internal"


class EngineError(GatewayError):
    """The engine gave no answer; the message says what it gave instead."""


class EngineUnreachable(EngineError):
    """Nothing answered in time."""


class TurnFailed(EngineError):
    """The engine answered, but not with a stored turn."""


class ActionsUnreachable(TurnFailed):
    """The engine is there, the action server is not: worth waiting for, unlike a message that always fails."""
