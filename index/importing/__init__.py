"""Brings films that others recorded into a catalogue of their own, ready to be indexed and served."""

from __future__ import annotations

from index.importing.choosing import Choice
from index.importing.importer import Importer, Refusal
from index.importing.importing import ImportReport, Preview, import_catalogue, preview

__all__ = ["Choice", "ImportReport", "Importer", "Preview", "Refusal", "import_catalogue", "preview"]
