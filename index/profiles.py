"""One vector a film and group of passages: the mean of what its story, its notes and its tags say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.passage_table import PassageTable
from index.passages import SOURCES

GROUPS = {"story": SOURCES.index("synopsis"), "notes": SOURCES.index("review"), "tags": SOURCES.index("vocabulary")}
GERMAN = 1


class Profile:
    """Unit mean vectors of one group for the films that have it; `place` finds a film's row in them."""

    def __init__(self, vectors: Vectors, films: NDArray[np.int32], count: int) -> None:
        self.vectors = vectors
        self.films = films
        self.place = np.full(count, -1, dtype=np.int32)
        self.place[films] = np.arange(len(films), dtype=np.int32)

    def of(self, film: int) -> Vectors | None:
        """The mean vector of one film, or None where it has no such passages."""
        place = self.place[film]
        return self.vectors[place] if place >= 0 else None

    def scores(self, query: Vectors) -> Vectors:
        """Cosine of every film with a query vector, shape (films,); 0 where a film has no such passages."""
        total = np.zeros(len(self.place), dtype=np.float32)
        if len(self.films):
            total[self.films] = self.vectors @ query
        return total

    def between(self, films: Sequence[int]) -> Vectors:
        """Cosine of some films with every film, shape (len(films), all films); 0 where one has no such passages."""
        total = np.zeros((len(films), len(self.place)), dtype=np.float32)
        places = self.place[np.asarray(films, dtype=np.int64)]
        having = np.flatnonzero(places >= 0)
        if len(having) and len(self.films):
            total[np.ix_(having, self.films)] = self.vectors[places[having]] @ self.vectors.T
        return total


def counted(passages: PassageTable, group: str) -> NDArray[np.bool_]:
    """Which passages count in a group's means: the English ones, the German ones only where a film has no other."""
    chosen = passages.sources == GROUPS[group]
    german = passages.languages == GERMAN
    has_english = np.zeros(len(passages.starts) - 1, dtype=bool)
    has_english[passages.films[chosen & ~german]] = True
    return np.asarray(chosen & (~german | ~has_english[passages.films]), dtype=bool)


def build_profiles(passages: PassageTable, vectors: NDArray[np.float16], folder: Path) -> None:
    """Write each group's unit mean vectors and the films that have them."""
    for group in GROUPS:
        chosen = np.flatnonzero(counted(passages, group))
        films, starts = np.unique(passages.films[chosen], return_index=True)
        means = np.zeros((len(films), vectors.shape[1]), dtype=np.float32)
        if len(films):
            means = np.add.reduceat(np.asarray(vectors[chosen], dtype=np.float32), starts, axis=0)
            means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
        np.save(folder / f"profile-{group}.npy", means.astype(np.float32))
        np.save(folder / f"profile-{group}-films.npy", films.astype(np.int32))


def open_profiles(folder: Path, films: int) -> dict[str, Profile]:
    """Open what `build_profiles` wrote, memory-mapped."""
    return {
        group: Profile(
            np.asarray(np.load(folder / f"profile-{group}.npy", mmap_mode="r")),
            np.load(folder / f"profile-{group}-films.npy"),
            films,
        )
        for group in GROUPS
    }
