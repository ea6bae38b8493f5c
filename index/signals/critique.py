"""Funnier, sadder, darker …: what a feeling asks of moods, genres and style, relative to the films shown."""

from __future__ import annotations

import numpy as np

from index.documents import Item
from index.request import Request
from index.signals import Scores
from index.signals.directions import PULLS
from index.wish import Direction


class CritiqueSignal:
    """How much more a film has of what the critique asks for than the films it is measured against."""

    name = "critique"

    def scores(self, request: Request) -> Scores | None:
        """The sum of the pulls of a film's tags, about -1 to 1, or None without a feeling in the critique."""
        directions = [each for each in request.wish.critique if each in PULLS or each == "different"]
        if not directions:
            return None
        return np.asarray(np.mean([self._pulled(request, each) for each in directions], axis=0), dtype=np.float32)

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Each tag that pulls in the right direction is worth its pull."""
        found: dict[Item, float] = {}
        directions = [each for each in request.wish.critique if each in PULLS]
        for direction in directions:
            for field, pulls in PULLS[direction].items():
                held = request.version.facts[field].of(row)
                for key, pull in pulls.items():
                    if key in held:
                        item = Item(field, key)
                        found[item] = found.get(item, 0.0) + pull / 2 / len(directions)
        return found

    def _pulled(self, request: Request, direction: Direction) -> Scores:
        if direction == "different":
            return -_closest(request)
        scores = np.zeros(len(request.version.films), dtype=np.float32)
        for field, pulls in PULLS[direction].items():
            table = request.version.facts[field]
            for key, pull in pulls.items():
                scores[table.films_with(key)] += pull / 2
        return np.clip(scores, -1.5, 1.5)


def _closest(request: Request) -> Scores:
    profile = request.version.profiles["story"]
    vectors = [vector for row in request.relative_to if (vector := profile.of(row)) is not None]
    if not vectors:
        return np.zeros(len(request.version.films), dtype=np.float32)
    return np.asarray(np.max([profile.scores(vector) for vector in vectors], axis=0), dtype=np.float32)
