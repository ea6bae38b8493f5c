"""Hands a catalogue out again, for other programs: schema.org JSON-LD, a table, or Usher's own lines."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from index.additions import read_films
from index.errors import CatalogueFault
from index.exporting.json_ld import json_ld
from index.exporting.tables import table
from index.film import Film
from index.settings import IndexSettings

__all__ = ["FORMATS", "export_catalogue"]

Progress = Callable[[int], None]


def own_lines(films: Iterable[Film]) -> Iterator[str]:
    """A line is a film record, whole: what `usher import` reads without loss."""
    return (film.model_dump_json(exclude_defaults=True) + "\n" for film in films)


FORMATS: Mapping[str, Callable[[Iterable[Film]], Iterator[str]]] = {
    "json-ld": json_ld,
    "csv": table,
    "jsonl": own_lines,
}


def export_catalogue(settings: IndexSettings, path: Path, *, format: str, progress: Progress | None = None) -> int:  # noqa: A002
    """Write the catalogue that the settings name into `path`, whole or not at all; returns how many films it holds."""
    if format not in FORMATS:
        raise CatalogueFault(f"--format {format}: there is no such format; there are {', '.join(FORMATS)}")
    written = 0

    def counted() -> Iterator[Film]:
        nonlocal written
        for film in read_films(settings):
            written += 1
            if progress and written % 500 == 0:
                progress(written)
            yield film

    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines(FORMATS[format](counted()))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return written
