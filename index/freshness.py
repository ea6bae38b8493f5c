"""Whether an index is up to date, told from what goes into it: reading a thousand films takes seconds, hashing none.

Imports nothing heavy, because every start asks this first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from index.errors import VersionFault
from index.settings import ROOT, IndexSettings
from index.store import Store, write_whole

NAME = "inputs.json"


def is_up_to_date(settings: IndexSettings) -> bool:
    """Whether the live version was built from these very inputs, and is whole."""
    store = Store(settings.index_path)
    try:
        noted = json.loads((settings.index_path / NAME).read_text())
        made = [settings.titles_path, settings.encoder_path / noted["encoder"] / "query.onnx"]
        if noted["version"] != store.current() or not all(path.is_file() for path in made):
            return False
        if noted["inputs"] != inputs_digest(settings):
            return False
        store.open()
    except (OSError, ValueError, KeyError, TypeError, VersionFault):
        return False
    return True


def note_inputs(settings: IndexSettings, inputs: str, *, version: str, encoder: str) -> None:
    """Remember that the inputs of this digest make the live version, which the encoder of this folder name serves."""
    noted = {"inputs": inputs, "version": version, "encoder": encoder}
    write_whole(settings.index_path / NAME, json.dumps(noted))


def inputs_digest(settings: IndexSettings) -> str:
    """The SHA-256 over all that a version depends on: films, vocabulary, the model's name, the code that builds."""
    whole = hashlib.sha256(settings.model.encode())
    for path in _inputs(settings):
        whole.update(f"\0{path.name}\0".encode())
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def _inputs(settings: IndexSettings) -> Iterator[Path]:
    source = settings.source_path
    films = [*source.glob("*.yml"), *source.glob("*.csv")] if source.is_dir() else [source]
    yield from sorted(films)
    yield from (path for path in (settings.additions_path, settings.vocabulary_path) if path.is_file())
    yield from sorted((ROOT / "index").glob("*.py"))
