"""The secret that signs buttons: given by setting, or made once and kept in a file only the owner may read."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

MINIMUM_BYTES = 16


class SecretFault(Exception):
    """The secret is too short or its file cannot be read or written."""


def load_secret(given: str, path: Path) -> bytes:
    """`given` (USHER_SECRET) if set, else the content of `path`, which is made with mode 0600 when absent."""
    if given:
        return _checked(given.encode(), "USHER_SECRET")
    try:
        if not path.exists():
            _make(path)
        return _checked(path.read_bytes().strip(), str(path))
    except OSError as fault:
        raise SecretFault(
            f"the secret file {path} cannot be used: {fault.strerror}. Set USHER_SECRET instead"
        ) from fault


def _checked(secret: bytes, source: str) -> bytes:
    if len(secret) < MINIMUM_BYTES:
        raise SecretFault(f"{source} holds {len(secret)} bytes; at least {MINIMUM_BYTES} are needed")
    return secret


def _make(path: Path) -> None:
    """Write a new secret whole or not at all; of two processes starting together one wins and both read the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret-")  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(32))
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        Path(draft).unlink()
