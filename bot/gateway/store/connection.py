"""What a database has to offer: one small set of statements runs on SQLite and on PostgreSQL alike.

The statements keep to what both understand, with `?` or `:name` for values; a driver translates those where it must.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")
Values = Sequence[Any] | Mapping[str, Any]


class Rows(Protocol):
    """What a statement gave; a row is read by the names of its columns."""

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""

    def fetchone(self) -> Any:
        """Return the next row, None after the last."""

    def fetchall(self) -> list[Any]:
        """Return all rows."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """Runs statements inside a transaction."""

    def execute(self, sql: str, values: Values = ..., /) -> Rows:
        """Run one statement."""


Work = Callable[[Connection], Result]


class Driver(Protocol):
    """One kind of database; all writing is done by one thread."""

    faults: tuple[type[Exception], ...]  # the database's own
    lost: tuple[type[Exception], ...]  # after which nothing of a transaction can be saved

    def begin(self) -> Connection:
        """Begin to write, on a connection that is made anew if it was lost."""

    def commit(self) -> None:
        """Return when what was written is on the disk."""

    def rollback(self) -> None:
        """Undo what was written; fine if the connection is gone."""

    def scrub(self) -> None:
        """Remove what was erased from where it was logged, as far as we can."""

    async def read(self, work: Work[Result]) -> Result:
        """Run `work` on one state of what is committed; a writer does not hold it up."""

    def close(self) -> None:
        """Close all connections."""
