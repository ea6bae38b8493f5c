"""Builds an index version from a catalogue: only texts not encoded before are encoded, and the switch is one step."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.additions import read_films
from index.documents import bags
from index.encoder import BUNDLED, BUNDLED_SHA256, Encoder, SentenceEncoder
from index.encoding import Encoded
from index.errors import CatalogueFault, VersionFault
from index.facts import FactWriter
from index.film import Film
from index.films import Films, FilmWriter
from index.freshness import inputs_digest, note_inputs
from index.lexical import build_lexical
from index.passage_table import PassageTable, PassageWriter
from index.passages import Passage, cut_passages
from index.profiles import build_profiles
from index.query_encoder import encoder_folder
from index.settings import IndexSettings
from index.store import FORMAT, Store, digest
from index.titles import TitleWriter
from index.vectors import build_vectors
from index.vocabulary import LANGUAGES, Vocabulary

Progress = Callable[[str, int, int], None]


class BuildReport(NamedTuple):
    """What a build did; `changed` is False when the live version already was up to date."""

    version: str
    films: int
    passages: int
    encoded: int
    seconds: float
    encode_seconds: float
    changed: bool


def model_name(settings: IndexSettings) -> str:
    """How a manifest names the model that the settings ask for."""
    return settings.model or f"{BUNDLED}@{BUNDLED_SHA256[:12]}"


def build(
    settings: IndexSettings,
    progress: Progress | None = None,
    *,
    encoder: Encoder | None = None,
    fresh: bool = False,
) -> BuildReport:
    """Bring the index up to date, calling `progress(step, done, total)`; a fault leaves the live version."""
    store = Store(settings.index_path)
    with store.building() as folder:
        inputs = inputs_digest(settings)  # before they are read: what changes meanwhile is found by the next build
        done = _build_into(folder, store, settings, progress or _silent, encoder, fresh=fresh)
        name = encoder_folder(settings.encoder_path, encoder.name if encoder else model_name(settings)).name
        note_inputs(settings, inputs, version=done.version, encoder=name)
    return done


def _build_into(
    folder: Path, store: Store, settings: IndexSettings, report: Progress, encoder: Encoder | None, *, fresh: bool
) -> BuildReport:
    began = time.monotonic()
    vocabulary = Vocabulary.read(settings.vocabulary_path)
    titles = TitleWriter()
    films = _write_films(settings, folder, vocabulary, titles, report)
    model = encoder.name if encoder else model_name(settings)
    version = _version_of(folder, model)
    if not fresh and _is_live(store, version) and settings.titles_path.is_file():
        _ensure_query_encoder(settings, encoder, model)
        passages = len(np.load(folder / "passages.npz")["films"])
        return BuildReport(version, films, passages, 0, time.monotonic() - began, 0.0, changed=False)
    table = PassageTable(folder, Films(folder).ids)
    encoded = Encoded(store, model, fresh=fresh)
    count, encode_seconds = _write_vectors(settings, encoded, folder, table, encoder, report)
    _write_lexical(folder, table, vocabulary, report)
    store.seal(folder, version=version, model=model, films=films, passages=len(table))
    known = Films(folder).known
    store.publish(folder, version, keep=settings.versions_kept)
    encoded.forget()
    titles.write(settings.titles_path, version=version, known=known, vocabulary=vocabulary)
    return BuildReport(version, films, len(table), count, time.monotonic() - began, encode_seconds, changed=True)


def _silent(step: str, done: int, total: int) -> None:
    """Show no progress."""
    del step, done, total


def _write_films(
    settings: IndexSettings, folder: Path, vocabulary: Vocabulary, titles: TitleWriter, report: Progress
) -> int:
    films, passages, facts = FilmWriter(folder), PassageWriter(folder), FactWriter()
    shutil.copyfile(settings.vocabulary_path, folder / "vocabulary.yml")
    count = 0
    for film in read_films(settings):
        films.add(film)
        facts.add(film)
        titles.add(film)
        for passage in cut_passages(film, vocabulary):
            passages.add(count, passage)
        count += 1
        if count % 100 == 0:
            report("films", count, 0)
    if count == 0:
        raise CatalogueFault(f"{settings.source_path}: no films there; an index needs at least one")
    films.close()
    passages.close()
    facts.write(folder)
    report("films", count, count)
    return count


def _version_of(folder: Path, model: str) -> str:
    names = ("films.jsonl", "passages.txt", "vocabulary.yml")
    facts = [model, str(FORMAT), *(digest(folder / name) for name in names)]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]


def _is_live(store: Store, version: str) -> bool:
    if store.current() != version:
        return False
    try:
        store.open(version)
    except VersionFault:
        return False
    return True


def _write_vectors(
    settings: IndexSettings,
    encoded: Encoded,
    folder: Path,
    table: PassageTable,
    encoder: Encoder | None,
    report: Progress,
) -> tuple[int, float]:
    missing = encoded.missing(table)
    encoder = encoder or _encoder_for(settings, model_name(settings), needed=bool(missing))
    began = time.monotonic()
    if missing and encoder is not None:
        encoded.encode(table, missing, encoder, report)
    seconds = time.monotonic() - began
    vectors = (
        np.stack([encoded.known[key] for key in table.keys.tolist()]) if len(table) else np.zeros((0, 1), np.float16)
    )
    np.save(folder / "vectors.npy", vectors)
    build_vectors(vectors, folder / "vectors.faiss")
    build_profiles(table, vectors, folder)
    return len(missing), seconds


def _encoder_for(settings: IndexSettings, model: str, *, needed: bool) -> Encoder | None:
    folder = encoder_folder(settings.encoder_path, model)
    if not needed and (folder / "query.onnx").is_file():
        return None
    encoder = SentenceEncoder(settings.model)
    _export(encoder, folder)
    return encoder


def _ensure_query_encoder(settings: IndexSettings, encoder: Encoder | None, model: str) -> None:
    if encoder is None:
        _encoder_for(settings, model, needed=False)


def _export(encoder: SentenceEncoder, folder: Path) -> None:
    if (folder / "manifest.json").is_file():
        return
    part = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    encoder.export(part)
    files = {file.name: digest(file) for file in part.iterdir()}
    (part / "manifest.json").write_text(json.dumps({"model": encoder.name, "files": files}, indent=1))
    shutil.rmtree(folder, ignore_errors=True)
    part.rename(folder)


def _write_lexical(folder: Path, table: PassageTable, vocabulary: Vocabulary, report: Progress) -> None:
    films = Films(folder)
    for language in LANGUAGES:
        texts: list[list[str]] = []
        for film, passages in _with_passages(films, table):
            texts.append([word for _, words in bags(film, passages, vocabulary, language) for word in words])
        report("words", LANGUAGES.index(language) + 1, len(LANGUAGES))
        build_lexical(texts, folder / f"lexical-{language}")


def _with_passages(films: Films, table: PassageTable) -> Iterator[tuple[Film, list[Passage]]]:
    of_film = groupby(table, key=lambda passage: passage.film)
    film_id, group = next(of_film, (None, iter(())))
    for each in films.ids:
        if each == film_id:
            yield films[each], list(group)
            film_id, group = next(of_film, (None, iter(())))
        else:
            yield films[each], []
