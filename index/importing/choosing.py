"""Which importer reads which file of an input, and what its records are said to come from."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from index.importing.cleaning import clean
from index.importing.columns import ColumnsImporter
from index.importing.importer import Importer, Origin
from index.importing.registry import AFTER_FILMS, importer_for, recognised_by


class Choice(NamedTuple):
    """What a person says of an input; what is left empty is found out."""

    format: str = ""
    mapping: Path | None = None
    source: str = ""
    licence: str = ""
    again: bool = False


class Part(NamedTuple):
    """One file (or a folder that is read as one) with its importer."""

    path: Path
    importer: Importer
    origin: Origin
    how: str


def parts_of(path: Path, choice: Choice) -> tuple[list[Part], list[Path]]:
    """What is read of a file or folder, films before what belongs to films; and the files of no known format."""
    if path.is_file() or choice.format or recognised_by(path):
        return [_part(path, _importer(path, choice), choice)], []
    found, unknown = [], []
    for file in sorted(each for each in path.rglob("*") if each.is_file() and not each.is_symlink()):
        importer = ColumnsImporter(choice.mapping) if choice.mapping else recognised_by(file)
        if importer is None:
            unknown.append(file)
        else:
            found.append(_part(file, importer, choice))
    return sorted(found, key=lambda part: part.importer.name in AFTER_FILMS), unknown


def _importer(path: Path, choice: Choice) -> Importer:
    if choice.mapping:
        return ColumnsImporter(choice.mapping)
    return importer_for(path, name=choice.format)


def _part(path: Path, importer: Importer, choice: Choice) -> Part:
    source = choice.source or importer.origin.source or clean(path.name.split(".")[0]) or "a file"
    origin = Origin(source, choice.licence or importer.origin.licence)
    mapping = choice.mapping.read_bytes() if choice.mapping and choice.mapping.is_file() else b""
    how = f"{importer.name}, {source}, {origin.licence}, {hashlib.sha256(mapping).hexdigest()[:12] if mapping else ''}"
    return Part(path, importer, origin, how)
