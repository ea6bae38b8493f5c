"""Every format that can be imported, the most particular first; a new one is a line here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.errors import CatalogueFault
from index.importing.columns import ColumnsImporter
from index.importing.imdb import ImdbImporter
from index.importing.importer import Importer
from index.importing.json_ld import JsonLdImporter
from index.importing.merged_lines import MergedLinesImporter
from index.importing.movielens import MovieLensImporter
from index.importing.nfo import NfoImporter
from index.importing.opening import check_readable
from index.importing.own_lines import OwnLinesImporter
from index.importing.ratings import RatingsImporter
from index.importing.reviews import ReviewsImporter
from index.importing.showings import ShowingsImporter
from index.importing.tmdb import TmdbImporter

IMPORTERS: Sequence[Importer] = (
    OwnLinesImporter(),
    MergedLinesImporter(),
    RatingsImporter(),
    TmdbImporter(),
    ImdbImporter(),
    MovieLensImporter(),
    JsonLdImporter(),
    NfoImporter(),
    ShowingsImporter(),
    ReviewsImporter(),
    ColumnsImporter(),
)
AFTER_FILMS = frozenset({"where", "reviews"})
"""Formats whose records belong to films that another file brings."""


def recognised_by(path: Path) -> Importer | None:
    """The first importer that knows the file or folder."""
    return next((importer for importer in IMPORTERS if importer.recognises(path)), None)


def importer_for(path: Path, *, name: str = "") -> Importer:
    """The importer called `name`, else the first that knows the file or folder."""
    names = ", ".join(importer.name for importer in IMPORTERS)
    if name:
        found = next((importer for importer in IMPORTERS if importer.name == name), None)
        if found is None:
            raise CatalogueFault(f"--format {name}: there is no such format; there are {names}")
        return found
    found = recognised_by(path)
    if found is None:
        if path.is_file():
            check_readable(path)
        raise CatalogueFault(f"{path}: not in a format that can be imported ({names})")
    return found
