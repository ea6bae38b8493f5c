"""Films known by name only: one row of facts each in `known.csv`, recognised and usable as a seed, never written about.

Columns: title, year, german_title, original_title, directors, genres, themes, countries; several values are parted by
`;`, unknown cells are empty. A film that has a file of its own is left out here.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from pathlib import Path

from pydantic import ValidationError

from index.errors import CatalogueFault
from index.film import Film, slug

KNOWN = "known.csv"
COLUMNS = ("title", "year", "german_title", "original_title", "directors", "genres", "themes", "countries")
LISTS = frozenset({"directors", "genres", "themes", "countries"})


def read_known(path: Path, *, written: Collection[str]) -> Iterator[Film]:
    """Every film of `path` whose id is not among the `written` ones; a bad row is a CatalogueFault with its line."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise CatalogueFault(f"{path}:1: the columns are {rows.fieldnames}, wanted are {', '.join(COLUMNS)}")
        for row in rows:
            film = _film(row, path, rows.line_num)
            if film.id not in written:
                yield film


def _film(row: dict[str, str], path: Path, line: int) -> Film:
    if None in row or None in row.values():
        raise CatalogueFault(f"{path}:{line}: has not {len(COLUMNS)} cells; put cells with commas in quotes")
    fields = {name: _split(cell) if name in LISTS else cell.strip() for name, cell in row.items() if cell.strip()}
    try:
        return Film.model_validate({"id": slug(row["title"], int(row["year"])), **fields, "year": int(row["year"])})
    except (ValidationError, ValueError) as fault:
        raise CatalogueFault(f"{path}:{line}: {row['title']!r} cannot be read: {fault}") from fault


def _split(cell: str) -> list[str]:
    return [value.strip() for value in cell.split(";") if value.strip()]
