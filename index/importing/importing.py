"""Runs an importer over a file and writes the catalogue it makes, whole or not at all."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from index.errors import CatalogueFault
from index.film import Film
from index.importing.importer import Importer, Record, Refusal
from index.importing.registry import importer_for
from index.settings import IndexSettings

Progress = Callable[[int], None]
REPORT_EVERY = 500


class ImportReport(NamedTuple):
    """What an import did: films written, records merged into another, records refused, and where both lists are."""

    catalogue: str
    films: int
    with_synopsis: int
    merged: int
    refused: int
    path: Path
    refusals_path: Path
    seconds: float


def import_catalogue(
    source: Path, settings: IndexSettings, *, progress: Progress | None = None, importer: Importer | None = None
) -> ImportReport:
    """Import a file as the catalogue that the settings name; the same file again gives the same catalogue."""
    began = time.monotonic()
    if settings.catalogue == "films":
        raise CatalogueFault(
            "USHER_CATALOGUE is `films`, which is written by hand; name another catalogue to import into"
        )
    if not source.is_file():
        raise CatalogueFault(f"{source}: there is no such file to import")
    chosen = importer or importer_for(source)
    path = settings.source_path
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        films, refusals, merged = _collect(chosen.read(source), progress)
        if not films:
            raise CatalogueFault(f"{source}: no film in it could be taken; the first reason: {_first(refusals)}")
        with part.open("wb") as file:
            file.writelines(film.model_dump_json(exclude_defaults=True).encode() + b"\n" for film in films.values())
        refusals_path = path.with_name("refusals.jsonl")
        lines = (json.dumps(refusal._asdict(), ensure_ascii=False) + "\n" for refusal in refusals)
        refusals_path.write_text("".join(lines), encoding="utf-8")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    counts = len(films), sum(bool(film.synopsis) for film in films.values()), merged, len(refusals)
    return ImportReport(settings.catalogue, *counts, path, refusals_path, time.monotonic() - began)


def _collect(records: Iterable[Record], progress: Progress | None) -> tuple[dict[str, Film], list[Refusal], int]:
    films: dict[str, Film] = {}
    refusals: list[Refusal] = []
    merged = 0
    for count, record in enumerate(records, 1):
        if isinstance(record, Refusal):
            refusals.append(record)
        elif not isinstance(record, Film):
            continue
        elif record.id in films and _same(films[record.id], record):
            films[record.id] = _merge(films[record.id], record)
            merged += 1
        else:
            free = _free_id(record.id, films)
            films[free] = record if free == record.id else record.model_copy(update={"id": free})
        if progress and count % REPORT_EVERY == 0:
            progress(count)
    return films, refusals, merged


def _same(one: Film, other: Film) -> bool:
    """Whether two records of one title and year are one film: nothing they both know speaks against it."""
    ids = [(one.ids.imdb, other.ids.imdb), (one.ids.tmdb, other.ids.tmdb)]
    if any(left and left == right for left, right in ids):
        return True
    different = any(left and right and left != right for left, right in ids)
    apart = bool(one.directors and other.directors) and not set(one.directors) & set(other.directors)
    return not different and not apart


def _merge(one: Film, other: Film) -> Film:
    """The first record, with what only the second knows."""
    blank = {
        name: getattr(other, name) for name in Film.model_fields if not getattr(one, name) and getattr(other, name)
    }
    return one.model_copy(update=blank)


def _free_id(film_id: str, films: dict[str, Film]) -> str:
    number, free = 2, film_id
    while free in films:
        free, number = f"{film_id}-{number}", number + 1
    return free


def _first(refusals: Sequence[Refusal]) -> str:
    return f"line {refusals[0].line}: {refusals[0].reason}" if refusals else "it is empty"
