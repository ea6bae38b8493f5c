"""How close a film's story, notes or tags come to the seeds' as a whole (mean passage vectors)."""

from __future__ import annotations

import numpy as np

from index.documents import Item, passage_item
from index.encoder import Vectors
from index.profiles import GERMAN, GROUPS
from index.request import Request
from index.signals import Scores, together, together_one


class ProfileSignal:
    """Cosine of mean vectors of one group (story, notes, tags)."""

    def __init__(self, group: str) -> None:
        self.name = group
        self.group = group

    def scores(self, request: Request) -> Scores | None:
        """Cosine with every seed that has such passages, joined."""
        profile = request.version.profiles[self.group]
        seeds = self._seeds(request)
        return np.maximum(together([profile.scores(seed) for seed in seeds]), 0) if seeds else None

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """The fall of the cosine when the mean is taken without one passage."""
        seeds = self._seeds(request)
        places, vectors = counted_passages(request, row, self.group)
        if not seeds or not places:
            return {}
        total = vectors.sum(axis=0)
        whole = self._score(total, seeds)
        return {
            passage_item(place): whole - self._score(total - vector, seeds)
            for place, vector in zip(places, vectors, strict=True)
        }

    def _seeds(self, request: Request) -> list[Vectors]:
        profile = request.version.profiles[self.group]
        return [vector for seed in request.seeds if (vector := profile.of(seed)) is not None]

    def _score(self, total: Vectors, seeds: list[Vectors]) -> float:
        length = float(np.linalg.norm(total))
        if length < 1e-6:
            return 0.0
        return max(0.0, together_one([float(total @ seed) / length for seed in seeds]))


def counted_passages(request: Request, row: int, group: str) -> tuple[list[int], Vectors]:
    """Which passages of a film make its mean vector: their places in the film, and their vectors."""
    table = request.version.passages
    rows = table.of_film(row)
    right = [at for at in rows if table.sources[at] == GROUPS[group]]
    english = [at for at in right if table.languages[at] != GERMAN]
    chosen = english or right
    vectors = request.version.vectors.rows(np.asarray(chosen, dtype=np.int64))
    return [at - rows.start for at in chosen], vectors
