"""Small catalogues of our own, and an encoder that needs no model."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from index.building import build
from index.encoder import Advance, Vectors
from index.fusion import Fusion
from index.search import Recommender
from index.settings import ROOT, IndexSettings
from index.store import Store
from index.text import terms
from index.version import Version
from index.weights import read_weights

FILMS = Path(__file__).parent / "films"


class TinyEncoder:
    """Deterministic: every stem has a fixed random direction, a text is their sum."""

    name = "tiny"
    dimensions = 32

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str], *, advance: Advance | None = None) -> Vectors:
        self.texts += texts
        vectors = np.stack([self._one(text) for text in texts]) if texts else np.zeros((0, 32), np.float32)
        if advance:
            advance(len(texts))
        return vectors

    def _one(self, text: str) -> Vectors:
        total = np.full(self.dimensions, 1e-3, dtype=np.float32)
        for word in terms(text, "en"):
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
            total += np.random.default_rng(seed).standard_normal(self.dimensions).astype(np.float32)
        return total / np.linalg.norm(total)


@pytest.fixture
def encoder() -> TinyEncoder:
    return TinyEncoder()


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    shutil.copytree(FILMS, tmp_path / "films")
    return IndexSettings(build=tmp_path / "build", films=tmp_path / "films")


@pytest.fixture(scope="session")
def recommender(tmp_path_factory: pytest.TempPathFactory) -> Recommender:
    tmp_path = tmp_path_factory.mktemp("index")
    return open_recommender(IndexSettings(build=tmp_path / "build", films=FILMS), TinyEncoder())


def open_recommender(settings: IndexSettings, encoder: TinyEncoder) -> Recommender:
    """Build and open a small catalogue with the tiny encoder."""
    build(settings, encoder=encoder)
    version, folder, _ = Store(settings.index_path).open()
    return Recommender(Version(version, folder, encoder), Fusion(read_weights(ROOT / settings.weights)))


@pytest.fixture
def opened(encoder: TinyEncoder) -> Callable[[IndexSettings], Recommender]:
    """Builds and opens whatever catalogue the settings name."""
    return lambda settings: open_recommender(settings, encoder)


@pytest.fixture
def catalogue(tmp_path: Path, encoder: TinyEncoder) -> Callable[..., Recommender]:
    """Makes a recommender over the films whose YAML texts are given by file name."""

    def make(**films: str) -> Recommender:
        folder = tmp_path / "own"
        folder.mkdir()
        for name, text in films.items():
            (folder / f"{name.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
        return open_recommender(IndexSettings(build=tmp_path / "own-build", films=folder), encoder)

    return make
