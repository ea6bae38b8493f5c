"""A database on disk for the length of one import, for joins over more rows than fit in memory."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

CACHE_KIB = 32_000


@contextmanager
def scratch(schema: str) -> Iterator[sqlite3.Connection]:
    """An empty database with the tables of `schema`; it is gone when the block ends."""
    with (
        tempfile.TemporaryDirectory(prefix="usher-import-") as folder,
        closing(sqlite3.connect(Path(folder) / "scratch.sqlite", isolation_level=None)) as database,
    ):
        database.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{CACHE_KIB}; {schema}; BEGIN;"
        )
        yield database
