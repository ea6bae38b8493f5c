"""Close to what the person likes, far from what the person dislikes."""

from __future__ import annotations

import numpy as np

from index.documents import Item
from index.request import Request
from index.signals import Scores

GROUPS = ("story", "tags")
DISLIKE = 1.0


class TasteSignal:
    """Mean closeness to liked films less closeness to the nearest disliked one."""

    name = "taste"

    def scores(self, request: Request) -> Scores | None:
        """Between -1 and 1."""
        if not request.liked and not request.disliked:
            return None
        scores = np.zeros(len(request.version.films), dtype=np.float32)
        if request.liked:
            scores += np.mean([_closeness(request, row) for row in request.liked], axis=0)
        if request.disliked:
            scores -= DISLIKE * np.max([_closeness(request, row) for row in request.disliked], axis=0)
        return scores

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Taste is told by the films named, not by single passages."""
        del request, row
        return {}


def _closeness(request: Request, row: int) -> Scores:
    total = np.zeros(len(request.version.films), dtype=np.float32)
    for group in GROUPS:
        profile = request.version.profiles[group]
        vector = profile.of(row)
        if vector is not None:
            total += np.maximum(profile.scores(vector), 0) / len(GROUPS)
    return total
