"""Every format that can be imported, the most particular first; a new one is a line here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.errors import CatalogueFault
from index.importing.importer import Importer
from index.importing.merged_lines import MergedLinesImporter

IMPORTERS: Sequence[Importer] = (MergedLinesImporter(),)


def importer_for(path: Path, *, name: str = "") -> Importer:
    """The importer called `name`, else the first that recognises the file or folder."""
    for importer in IMPORTERS:
        if importer.name == name or (not name and importer.recognises(path)):
            return importer
    names = ", ".join(importer.name for importer in IMPORTERS)
    if name:
        raise CatalogueFault(f"--format {name}: there is no such format; there are {names}")
    raise CatalogueFault(f"{path}: not in a format that can be imported ({names})")
