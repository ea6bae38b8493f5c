"""Close to what the person likes, far from what the person dislikes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.documents import Item
from index.request import Request
from index.signals import Scores

GROUPS = ("story", "tags")
DISLIKE = 1.0
LATEST = 50
"""So many of the films last liked, and of those last disliked, make a taste; the rest is only never shown again."""


class TasteSignal:
    """Mean closeness to liked films less closeness to the nearest disliked one."""

    name = "taste"

    def scores(self, request: Request) -> Scores | None:
        """Between -1 and 1."""
        if not request.liked and not request.disliked:
            return None
        scores = np.zeros(len(request.version.films), dtype=np.float32)
        if request.liked:
            scores += _closeness(request, request.liked[-LATEST:]).mean(axis=0)
        if request.disliked:
            scores -= DISLIKE * _closeness(request, request.disliked[-LATEST:]).max(axis=0)
        return scores

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Taste is told by the films named, not by single passages."""
        del request, row
        return {}


def _closeness(request: Request, rows: Sequence[int]) -> Scores:
    """How close every film comes to each of some films, shape (len(rows), films)."""
    profiles = (request.version.profiles[group] for group in GROUPS)
    total = sum(np.maximum(profile.between(rows), 0) for profile in profiles) / len(GROUPS)
    return np.asarray(total, dtype=np.float32)
