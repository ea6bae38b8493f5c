"""Signed button payloads: `b.<act>.<argument>.<mac>`, at most 64 bytes, good for one person only.

Telegram allows 64 bytes of callback data, so films travel as their ten-letter key and the MAC is cut to 128 bits.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass

LIMIT_BYTES = 64
ACTS = (
    "why",
    "more_like",
    "seen",
    "like",
    "not_for_me",
    "watch",
    "unwatch",
    "about",
    "relax",
    "pick",
    "forget",
    "keep",
    "forget_entry",
)
_SHAPE = re.compile(r"b\.([a-z_]{1,12})\.([a-z0-9_-]{0,24})\.([A-Za-z0-9_-]{22})")
_ARGUMENT = re.compile(r"[a-z0-9_-]{0,24}")


@dataclass(frozen=True)
class Choice:
    """What a pressed button stands for: the act and the film key, condition or entry it is about (may be empty)."""

    act: str
    argument: str


def sign(secret: bytes, person: str, act: str, argument: str = "") -> str:
    """The payload of a button that only `person` can press (`sign(b"…", "p1", "why", "abcdefghij")`)."""
    if act not in ACTS or not _ARGUMENT.fullmatch(argument):
        raise ValueError(f"no such button: act {act!r}, argument {argument!r}; acts are {', '.join(ACTS)}")
    return f"b.{act}.{argument}.{_mac(secret, person, act, argument)}"


def verify(secret: bytes, person: str, payload: str) -> Choice | None:
    """What the button says, or `None` when it is malformed, forged or was given to someone else."""
    shape = _SHAPE.fullmatch(payload) if len(payload) <= LIMIT_BYTES else None
    if shape is None:
        return None
    act, argument, mac = shape.groups()
    if act not in ACTS or not hmac.compare_digest(mac, _mac(secret, person, act, argument)):
        return None
    return Choice(act, argument)


def _mac(secret: bytes, person: str, act: str, argument: str) -> str:
    # Lengths are not needed: neither act nor argument can hold the separator, and the person comes last.
    message = "\0".join((act, argument, person)).encode("utf-8", "surrogatepass")
    digest = hmac.new(secret, message, hashlib.sha256).digest()[:16]
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
