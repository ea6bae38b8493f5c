"""Brings films that others recorded into a catalogue of their own, ready to be indexed and served."""

from __future__ import annotations

from index.importing.importer import Importer, Refusal
from index.importing.importing import ImportReport, import_catalogue

__all__ = ["ImportReport", "Importer", "Refusal", "import_catalogue"]
