"""How close a film's story as a whole comes to the person's words."""

from __future__ import annotations

import numpy as np

from index.documents import Item, passage_item
from index.request import Request
from index.signals import Scores
from index.signals.profile import counted_passages


class GistSignal:
    """Cosine of the person's words with the mean vector of a group of passages."""

    def __init__(self, group: str) -> None:
        self.name = f"gist_{group}"
        self.group = group

    def scores(self, request: Request) -> Scores | None:
        """The cosine, at least 0."""
        if request.query is None:
            return None
        return np.maximum(request.version.profiles[self.group].scores(request.query), 0)

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """The fall of the cosine when the mean is taken without one passage."""
        places, vectors = counted_passages(request, row, self.group)
        if request.query is None or not places:
            return {}
        total = vectors.sum(axis=0)
        rests = total[None, :] - vectors
        lengths = np.maximum(np.linalg.norm(rests, axis=1), 1e-6)
        whole = max(0.0, float(total @ request.query) / max(float(np.linalg.norm(total)), 1e-6))
        left = np.maximum((rests @ request.query) / lengths, 0)
        return {passage_item(place): whole - float(rest) for place, rest in zip(places, left, strict=True)}
