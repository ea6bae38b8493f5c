"""Which film has which named property, as sparse tables: one a field, a row a film, a column a value."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from index.film import Film

Scores = NDArray[np.float32]
FIELDS: Mapping[str, Callable[[Film], Iterable[str]]] = {
    "genres": lambda film: film.genres,
    "themes": lambda film: film.themes,
    "moods": lambda film: film.moods,
    "style": lambda film: film.style,
    "keywords": lambda film: film.keywords,
    "content_notes": lambda film: film.content_notes,
    "directors": lambda film: film.directors,
    "writers": lambda film: film.writers,
    "cast": lambda film: (member.name for member in film.cast),
    "music": lambda film: film.music,
    "cinematography": lambda film: film.cinematography,
    "countries": lambda film: film.countries,
    "languages": lambda film: film.languages,
    "awards": lambda film: film.awards,
    "series": lambda film: (film.series,) if film.series else (),
    "providers": lambda film: (showing.provider for showing in film.where),
}


class FactField:
    """One field's table: which films hold a value, which values a film holds, how rare each is."""

    def __init__(self, values: Sequence[str], rows: sparse.csr_array) -> None:
        self.values = values
        self.rows = rows

    @cached_property
    def columns(self) -> dict[str, int]:
        """The column of each value."""
        return {value: column for column, value in enumerate(self.values)}

    @cached_property
    def folded(self) -> dict[str, list[int]]:
        """The columns of each value in lower case, for names typed in another case."""
        table: dict[str, list[int]] = {}
        for column, value in enumerate(self.values):
            table.setdefault(value.casefold(), []).append(column)
        return table

    @cached_property
    def by_value(self) -> sparse.csr_array:
        """The same table turned: a row a value, a column a film."""
        return sparse.csr_array(self.rows.T)

    @cached_property
    def idf(self) -> Scores:
        """ln((1 + films) / (1 + n)) of every value, in 0–1 of the rarest possible."""
        holding = np.bincount(self.rows.indices, minlength=len(self.values))
        films = self.rows.shape[0]
        return np.asarray(np.log((1 + films) / (1 + holding)) / np.log(1 + films), dtype=np.float32)

    @cached_property
    def norms(self) -> Scores:
        """The length of every film's vector of idf weights, shape (films,)."""
        squares = self.rows @ (self.idf**2)
        return np.asarray(np.sqrt(squares), dtype=np.float32)

    def of(self, row: int) -> list[str]:
        """The values one film holds."""
        return [self.values[column] for column in self.columns_of(row)]

    def columns_of(self, row: int) -> NDArray[np.int32]:
        """The columns of the values one film holds."""
        return self.rows.indices[self.rows.indptr[row] : self.rows.indptr[row + 1]]

    def films_with(self, value: str) -> NDArray[np.int32]:
        """The rows of the films that hold a value, whatever its case."""
        table = self.by_value
        parts = [table.indices[table.indptr[at] : table.indptr[at + 1]] for at in self.folded.get(value.casefold(), ())]
        return np.concatenate(parts) if parts else np.zeros(0, np.int32)


class Facts:
    """Every field's table."""

    def __init__(self, fields: Mapping[str, FactField], films: int) -> None:
        self._fields = fields
        self.films = films

    def __getitem__(self, field: str) -> FactField:
        return self._fields[field]

    def __iter__(self) -> Iterable[str]:
        return iter(self._fields)

    def mask(self, field: str, value: str) -> NDArray[np.bool_]:
        """Which films hold a value, shape (films,)."""
        chosen = np.zeros(self.films, dtype=bool)
        chosen[self._fields[field].films_with(value)] = True
        return chosen


class FactWriter:
    """Collects the tables film by film, then writes them."""

    def __init__(self) -> None:
        self._columns: dict[str, dict[str, int]] = {field: {} for field in FIELDS}
        self._indices: dict[str, list[int]] = {field: [] for field in FIELDS}
        self._starts: dict[str, list[int]] = {field: [0] for field in FIELDS}

    def add(self, film: Film) -> None:
        """Append one film as the next row."""
        for field, read in FIELDS.items():
            columns, indices = self._columns[field], self._indices[field]
            indices.extend(columns.setdefault(value, len(columns)) for value in dict.fromkeys(read(film)))
            self._starts[field].append(len(indices))

    def write(self, folder: Path) -> None:
        """Write all tables: `facts.npz` and the values' names beside it."""
        arrays: dict[str, NDArray[np.int32]] = {}
        for field in FIELDS:
            arrays[f"{field}.indices"] = np.asarray(self._indices[field], dtype=np.int32)
            arrays[f"{field}.starts"] = np.asarray(self._starts[field], dtype=np.int32)
        np.savez(folder / "facts.npz", allow_pickle=False, **arrays)
        names = {field: list(columns) for field, columns in self._columns.items()}
        (folder / "facts.json").write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")


def open_facts(folder: Path) -> Facts:
    """Read what `FactWriter` wrote."""
    names = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    fields, films = {}, 0
    with np.load(folder / "facts.npz", allow_pickle=False) as arrays:
        for field in FIELDS:
            indices, starts = arrays[f"{field}.indices"], arrays[f"{field}.starts"]
            films = len(starts) - 1
            ones = np.ones(len(indices), dtype=np.float32)
            rows = sparse.csr_array((ones, indices, starts), shape=(films, len(names[field])))
            fields[field] = FactField(names[field], rows)
    return Facts(fields, films)
