"""The passage of a film that comes closest to the person's words."""

from __future__ import annotations

import numpy as np

from index.documents import Item, passage_item
from index.request import Request
from index.signals import Scores

PASSAGES_SEARCHED = 400


class PassageSignal:
    """Cosine of the person's words with the nearest passage of each film, any aspect."""

    name = "passages"

    def scores(self, request: Request) -> Scores | None:
        """The best passage's cosine; 0 for films none of whose passages is among the nearest."""
        if request.query is None:
            return None
        version = request.version
        found, rows = version.vectors.search(request.query, count=PASSAGES_SEARCHED)
        scores = np.zeros(len(version.films), dtype=np.float32)
        np.maximum.at(scores, version.passages.films[rows], found.astype(np.float32))
        return scores

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Only the best passage counts: without it the second best does."""
        rows = request.version.passages.of_film(row)
        if request.query is None or not len(rows):
            return {}
        scores = request.version.vectors.rows(slice(rows.start, rows.stop)) @ request.query
        order = np.argsort(-scores)
        second = max(0.0, float(scores[order[1]])) if len(order) > 1 else 0.0
        return {passage_item(int(order[0])): max(0.0, float(scores[order[0]])) - second}
