"""One thing remembered about a person, with the words it came from."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import asdict, dataclass
from typing import Any, Literal

Shelf = Literal["taste", "seen", "watchlist"]
Verdict = Literal["like", "dislike"]


@dataclass(frozen=True)
class Entry:
    """A film, person or term on one of a person's shelves. `verdict` is set on the taste shelf only.

    `kind` is `film`, `person` or a vocabulary kind; `key` its id there; `name` how it reads; `words` what was said.
    """

    shelf: Shelf
    kind: str
    key: str
    name: str
    words: str
    at: str
    verdict: Verdict | None = None

    @property
    def code(self) -> str:
        """Ten characters that name this entry in a button."""
        digest = hashlib.sha256("\0".join((self.shelf, self.kind, self.key)).encode()).digest()
        return base64.b32encode(digest)[:10].decode().lower()

    def export(self) -> dict[str, Any]:
        """Everything known about the entry, as JSON."""
        return asdict(self) | {"code": self.code}
