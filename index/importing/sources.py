"""Which field of which film came from where, and on what terms: one small table beside a catalogue."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from index.errors import CatalogueFault
from index.importing.importer import Origin
from index.spreadsheet import harmless, unescaped

COLUMNS = ("film", "source", "licence", "fields")
BETWEEN = "; "
SHARED = frozenset({"reviews", "more keywords", "more other_titles"})
"""Fields that several sources give together."""
Fields = tuple[str, ...]


class Sources:
    """The origin of every imported field, by film. A field's name may say more: `synopsis.de`, `where DE Netflix`."""

    def __init__(self) -> None:
        self._origins: dict[Origin, int] = {}
        self._names: list[str] = []
        self._fields: dict[str, dict[int, Fields]] = {}
        self._shared: dict[Fields, Fields] = {}

    def of(self, film_id: str) -> Mapping[str, str]:
        """The name of the source of each field of a film."""
        held = self._fields.get(film_id, {})
        return {field: self._names[number] for number, fields in held.items() for field in fields}

    def films(self) -> Iterable[str]:
        """The films of which something is noted."""
        return self._fields.keys()

    def note(self, film_id: str, origin: Origin, fields: Iterable[str]) -> None:
        """Keep that these fields of a film now come from `origin`."""
        if (number := self._origins.setdefault(origin, len(self._origins))) == len(self._names):
            self._names.append(origin.source)
        new = tuple(fields)
        held = self._fields.setdefault(film_id, {})
        if held:
            for other in [each for each in held if each != number]:
                self._set(held, other, tuple(field for field in held[other] if field not in new or field in SHARED))
            new = tuple(dict.fromkeys((*held.get(number, ()), *new)))
        self._set(held, number, new)

    def forget(self, film_id: str, field: str) -> None:
        """A field that is gone has no source either."""
        held = self._fields.get(film_id, {})
        for number in list(held):
            self._set(held, number, tuple(each for each in held[number] if each != field))
        if not held:
            self._fields.pop(film_id, None)

    def _set(self, held: dict[int, Fields], number: int, fields: Fields) -> None:
        if fields:
            held[number] = self._shared.setdefault(fields, fields)
        else:
            held.pop(number, None)

    def write(self, path: Path) -> None:
        """Write the table, films in the order in which they came."""
        origins = list(self._origins)
        joined = {fields: BETWEEN.join(fields) for fields in self._shared}
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(COLUMNS)
            for film_id, held in self._fields.items():
                for number, fields in sorted(held.items(), key=lambda each: origins[each[0]]):
                    rows.writerow((film_id, *map(harmless, origins[number]), joined[fields]))

    @classmethod
    def read(cls, path: Path) -> Sources:
        """Read what `write` wrote."""
        sources = cls()
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            if tuple(next(rows, ())) != COLUMNS:
                raise CatalogueFault(f"{path}:1: is no table of sources; remove it and import again")
            for film_id, source, licence, fields in rows:
                sources.note(film_id, Origin(unescaped(source), unescaped(licence)), fields.split(BETWEEN))
        return sources
