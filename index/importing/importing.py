"""Adds what importers read of a file or folder to a catalogue, whole or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TextIO

from index.errors import CatalogueFault
from index.importing.choosing import Choice, Part, parts_of
from index.importing.importer import Record, Refusal
from index.importing.keeping import Shelf, digest_of
from index.importing.merging import Catalogue
from index.importing.opening import unpacked
from index.importing.taking import Progress, Taking
from index.settings import IndexSettings

PREVIEWED = 10


class ImportReport(NamedTuple):
    """What the catalogue holds now, what was done, what was refused and why, and where the lists are."""

    catalogue: str
    films: int
    with_synopsis: int
    added: int
    merged: int
    reviews: int
    showings: int
    showings_gone: int
    refused: int
    reasons: tuple[tuple[str, int], ...]
    known_already: tuple[str, ...]
    path: Path
    refusals_path: Path
    seconds: float


class Preview(NamedTuple):
    """The first records of one part, as they would be taken."""

    part: Part
    records: list[Record]


def import_catalogue(
    source: Path, settings: IndexSettings, *, choice: Choice | None = None, progress: Progress | None = None
) -> ImportReport:
    """Add a file or folder to the catalogue that the settings name; the same input again changes nothing."""
    began, chosen, shelf = time.monotonic(), choice or Choice(), Shelf(settings)
    with _found(source) as path:
        parts, unknown = parts_of(path, chosen)
        taken = shelf.taken()
        digests = {part.path: digest_of(part.path) for part in parts}
        new = [part for part in parts if chosen.again or taken.get(digests[part.path]) != part.how]
        with _refusals(shelf) as refusals:
            taking = Taking(shelf.open() if new else Catalogue(), refusals, progress, by_hand=shelf.by_hand)
            for file in unknown:
                taking.refuse(Refusal(0, "in no format that can be imported", "", str(file.relative_to(path))))
            for part in new:
                taking.take(part)
                taken[digests[part.path]] = part.how
                if taking.done:
                    shelf.write(taking.catalogue, taken)
        if new and not taking.done:
            raise CatalogueFault(f"{source}: nothing in it could be taken; the first reason: {taking.first}")
        if not parts:
            raise CatalogueFault(f"{source}: holds no file in a format that can be imported")
    done, reasons = taking.done, taking.reasons
    return ImportReport(
        settings.catalogue, *shelf.counts(),
        done["added"], done["merged"], done["reviews"], done["showings"], done["showings gone"],
        sum(reasons.values()), tuple(reasons.most_common()),
        tuple(part.path.name for part in parts if part not in new),
        shelf.path, shelf.refusals_path, time.monotonic() - began,
    )  # fmt: skip


def preview(source: Path, *, choice: Choice | None = None, count: int = PREVIEWED) -> list[Preview]:
    """The first records of every part as they would be; nothing is written."""
    with _found(source) as path:
        parts, _ = parts_of(path, choice or Choice())
        return [Preview(part, list(islice(part.importer.read(part.path), count))) for part in parts]


def _found(source: Path) -> AbstractContextManager[Path]:
    if not source.exists():
        raise CatalogueFault(f"{source}: there is no such file or folder to import")
    if not source.is_file() and not source.is_dir():
        raise CatalogueFault(f"{source}: neither a file nor a folder; save what comes out of it as a file")
    return unpacked(source)


@contextmanager
def _refusals(shelf: Shelf) -> Iterator[TextIO]:
    """The file of refusals; the last import's stays where this one has read nothing."""
    shelf.path.parent.mkdir(parents=True, exist_ok=True)
    part = shelf.refusals_path.with_name(f".refusals.{os.getpid()}")
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace") as file:
            yield file
        part.replace(shelf.refusals_path)
    finally:
        part.unlink(missing_ok=True)
