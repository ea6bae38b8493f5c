"""What the importers share whose records each say something of a film that the catalogue knows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from index.errors import CatalogueFault
from index.importing.headings import Columns, guess
from index.importing.importer import Origin, Refusal, ReviewOf, ShowingOf
from index.importing.records import Fields, headings_of, read_records

Taken = TypeVar("Taken", ReviewOf, ShowingOf)
FILM = frozenset({"title", "imdb", "tmdb"})


class KeyedImporter(ABC, Generic[Taken]):
    """Any table or file of records that name a film, by id or title, and hold the columns `needed`."""

    name: str
    origin = Origin("")
    names: ClassVar[Mapping[str, str]]
    needed: ClassVar[frozenset[str]]

    def recognises(self, path: Path) -> bool:
        """Whether the headings tell of a film and of all that is needed."""
        try:
            columns = self._columns(path)
        except CatalogueFault:
            return False
        return self.needed <= columns.keys() and bool(FILM & columns.keys())

    def read(self, path: Path) -> Iterator[Taken | Refusal]:
        """What every record says of a film, or why it cannot be taken."""
        columns = self._columns(path)
        for record in read_records(path):
            yield record if isinstance(record, Refusal) else self.take(record, columns, path)

    @abstractmethod
    def take(self, record: Fields, columns: Columns, path: Path) -> Taken | Refusal:
        """What one record says, or why it cannot be taken."""

    def _columns(self, path: Path) -> Columns:
        return guess(headings_of(path), names=self.names)
