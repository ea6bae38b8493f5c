"""What every importer of one format offers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from index.film import Film


class Refusal(NamedTuple):
    """A record that was not taken: where it stood, why, and its beginning."""

    line: int
    reason: str
    seen: str


class Importer(Protocol):
    """Reads one format, record by record, in bounded memory."""

    name: str

    def recognises(self, path: Path) -> bool:
        """Whether a file looks like this format."""
        ...

    def read(self, path: Path) -> Iterator[Film | Refusal]:
        """Every record of a file, as a film or as the reason why it is none."""
        ...
