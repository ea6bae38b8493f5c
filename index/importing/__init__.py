"""Brings films that others recorded into a catalogue of their own, ready to be indexed and served."""

from __future__ import annotations

from index.importing.choosing import Choice
from index.importing.importer import Importer, RatingOf, Record, Refusal
from index.importing.importing import ImportReport, Preview, import_catalogue, preview
from index.importing.ratings import read_ratings

__all__ = [
    "Choice",
    "ImportReport",
    "Importer",
    "Preview",
    "RatingOf",
    "Record",
    "Refusal",
    "import_catalogue",
    "preview",
    "read_ratings",
]
