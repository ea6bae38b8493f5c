"""One opened index version: everything a search reads, and nothing that changes."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from index.documents import Item, bags
from index.encoder import Encoder
from index.errors import VersionFault
from index.facts import open_facts
from index.film import Language
from index.films import Films
from index.lexical import open_lexical
from index.passage_table import PassageTable
from index.passages import Passage
from index.profiles import open_profiles
from index.query_encoder import QueryEncoder, encoder_folder
from index.ranker import DialogueRanker, open_ranker
from index.settings import IndexSettings
from index.store import Store, digest
from index.vectors import open_vectors
from index.vocabulary import LANGUAGES, Vocabulary


class Version:
    """The films, passages, vectors, facts and words of one index version."""

    def __init__(self, version: str, folder: Path, encoder: Encoder, *, threads: int = 1) -> None:
        self.id = version
        self.encoder = encoder
        self.films = Films(folder)
        self.passages = PassageTable(folder, self.films.ids)
        self.vectors = open_vectors(folder / "vectors.faiss", folder / "vectors.npy", threads=threads)
        self.profiles = open_profiles(folder, len(self.films))
        self.facts = open_facts(folder)
        self.vocabulary = Vocabulary.read(folder / "vocabulary.yml")
        self.lexical = {language: open_lexical(folder / f"lexical-{language}") for language in LANGUAGES}
        self.ranker: DialogueRanker | None = None
        self.bag = lru_cache(maxsize=512)(self._bag)

    def film_passages(self, row: int) -> list[Passage]:
        """The passages of one film, in order."""
        return [self.passages.at(at) for at in self.passages.of_film(row)]

    def _bag(self, row: int, language: Language) -> tuple[tuple[Item, tuple[str, ...]], ...]:
        found = bags(self.films.at(row), self.film_passages(row), self.vocabulary, language)
        return tuple((item, tuple(words)) for item, words in found)


def open_version(settings: IndexSettings, *, encoder: Encoder | None = None) -> Version:
    """Open the live version after its checksums were compared, with the query encoder of the model that made it."""
    version, folder, manifest = Store(settings.index_path).open()
    model = str(manifest["model"])
    if encoder is None:
        encoder = _query_encoder(settings, model)
    elif encoder.name != model:
        raise VersionFault(f"{folder}: made by the model {model}, not by {encoder.name}; run `usher index build`")
    if settings.model and settings.model != model:
        raise VersionFault(
            f"USHER_MODEL is {settings.model!r}, but the index was made by {model}; run `usher index build`"
        )
    opened = Version(version, folder, encoder, threads=settings.threads)
    opened.ranker = open_ranker(settings.ranker_path, opened.films.rows)
    return opened


def _query_encoder(settings: IndexSettings, model: str) -> QueryEncoder:
    folder = encoder_folder(settings.encoder_path, model)
    try:
        files = json.loads((folder / "manifest.json").read_text())["files"]
    except (OSError, ValueError, KeyError) as fault:
        raise VersionFault(f"{folder}: no query encoder of {model}; run `usher index build`") from fault
    for name, expected in files.items():
        if digest(folder / name) != expected:
            raise VersionFault(f"{folder / name} is damaged (its SHA-256 differs); remove {folder} and build again")
    return QueryEncoder(folder, model, threads=settings.threads)
