"""Who someone is: 128 random bits made here, signed, carried by a cookie or a bearer token."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

_PREFIX = "u1"
_TOKEN = re.compile(r"u1\.([0-9a-f]{32})\.([0-9a-f]{64})")


def new_id() -> str:
    """Return 128 random bits as 32 hexadecimal digits."""
    return secrets.token_hex(16)


class Signer:
    """Makes and checks tokens; only the holder of the secret can."""

    def __init__(self, secret: bytes) -> None:
        # A key of its own, so that no signature made elsewhere with the same secret passes for a token.
        self._key = hmac.new(secret, b"usher gateway session", hashlib.sha256).digest()

    def token(self, person: str) -> str:
        """Return the token of a person."""
        return f"{_PREFIX}.{person}.{self._mac(person)}"

    def person(self, token: str) -> str | None:
        """Return the person a token was made for, None if we did not make it."""
        match = _TOKEN.fullmatch(token)
        if match is None or not hmac.compare_digest(match[2], self._mac(match[1])):
            return None
        return match[1]

    def _mac(self, person: str) -> str:
        return hmac.new(self._key, person.encode("ascii"), hashlib.sha256).hexdigest()
