"""A catalogue on disk: its films, their sources and the list of what was imported, replaced in one step.

The table of sources is named after the hash of the films it belongs to. It is written first and `films.jsonl` is
replaced last, so a crash at any moment leaves a whole catalogue with its own table: the old one or the new one.
Of the catalogue `films`, which is written by hand, only what imports add to it is kept: `additions.jsonl`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from index.additions import Addition, read_films
from index.catalogue import read_catalogue
from index.importing.merging import Catalogue
from index.importing.sources import Sources
from index.settings import IndexSettings

FORMAT = 1
CHUNK_BYTES = 1 << 20


class Shelf:
    """Where one catalogue stands."""

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self.by_hand = settings.source_path.is_dir()
        """Whether its films are files that people write: imports may add to them, never change them."""
        self.path = settings.additions_path if self.by_hand else settings.source_path
        self.refusals_path = self.path.with_name("refusals.jsonl")
        self._imports_path = self.path.with_name("imports.json")

    def open(self) -> Catalogue:
        """The catalogue as it is; empty where there is none yet."""
        sources_path = self._sources_path(digest_of(self.path)) if self.path.is_file() else None
        sources = Sources.read(sources_path) if sources_path and sources_path.is_file() else Sources()
        if self.by_hand:
            return Catalogue(read_films(self._settings), sources)
        return Catalogue(read_catalogue(self.path) if self.path.is_file() else (), sources)

    def taken(self) -> dict[str, str]:
        """What was imported whole into the catalogue as it is: how it was read, by the input's hash."""
        if not self.path.is_file() or not self._imports_path.is_file():
            return {}
        try:
            known = json.loads(self._imports_path.read_text(encoding="utf-8"))
        except ValueError:
            return {}
        fits = known.get("format") == FORMAT and known.get("catalogue") == digest_of(self.path)
        return dict(known["taken"]) if fits else {}

    def write(self, catalogue: Catalogue, taken: dict[str, str]) -> None:
        """Replace the catalogue by this one."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        try:
            digest = _write_lines(part, self._lines(catalogue))
            catalogue.sources.write(self._sources_path(digest))
            part.replace(self.path)
        finally:
            part.unlink(missing_ok=True)
        known = {"format": FORMAT, "catalogue": digest, "taken": taken}
        part.write_text(json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
        part.replace(self._imports_path)
        for old in self.path.parent.glob("sources-*.csv"):
            if old != self._sources_path(digest):
                old.unlink(missing_ok=True)

    def counts(self) -> tuple[int, int]:
        """How many films the catalogue holds, and how many of them with a synopsis, without reading them whole."""
        if self.by_hand:
            films = list(read_catalogue(self._settings.source_path))
            return len(films), sum(bool(film.synopsis) for film in films)
        with self.path.open("rb") as lines:
            told = [b'"synopsis":{"' in line for line in lines]
        return len(told), sum(told)

    def sources_path(self) -> Path:
        """The table of sources of the catalogue as it is."""
        return self._sources_path(digest_of(self.path))

    def _sources_path(self, digest: str) -> Path:
        return self.path.with_name(f"sources-{digest[:12]}.csv")

    def _lines(self, catalogue: Catalogue) -> Iterator[bytes]:
        if not self.by_hand:
            return (film.model_dump_json(exclude_defaults=True).encode() for film in catalogue.films.values())
        return self._additions(catalogue)

    def _additions(self, catalogue: Catalogue) -> Iterator[bytes]:
        for film in read_catalogue(self._settings.source_path):
            now = catalogue.films[film.id]
            where = tuple(each for each in now.where if each not in film.where)
            reviews = tuple(each for each in now.reviews if each not in film.reviews)
            if where or reviews:
                addition = Addition(id=film.id, where=where, reviews=reviews)
                yield addition.model_dump_json(exclude_defaults=True).encode()


def digest_of(path: Path) -> str:
    """SHA-256 of a file, or of a folder's files and their names."""
    found = hashlib.sha256()
    for file in (path,) if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file()):
        if file != path:
            found.update(f"\0{file.relative_to(path)}\0".encode())
        with file.open("rb") as stream:
            while chunk := stream.read(CHUNK_BYTES):
                found.update(chunk)
    return found.hexdigest()


def _write_lines(path: Path, lines: Iterable[bytes]) -> str:
    """Write and sync lines; returns the file's SHA-256."""
    found = hashlib.sha256()
    with path.open("wb") as file:
        for line in lines:
            file.write(line + b"\n")
            found.update(line + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return found.hexdigest()
