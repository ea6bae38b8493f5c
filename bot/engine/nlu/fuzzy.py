"""Names that a misspelt name may stand for: a trigram shortlist, then edit distance on the shortlist only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import OSA

_SHORTLIST = 24
_SHORTEST = 5


class Near(NamedTuple):
    """One known name and how alike it is (0–1)."""

    name: str
    likeness: float


def _grams(name: str) -> set[str]:
    padded = f"^{name}$"
    return {padded[place : place + 3] for place in range(len(padded) - 2)}


def allowed_edits(length: int) -> int:
    """How many wrong letters a name of `length` letters may have before it is another name."""
    if length < _SHORTEST:
        return 0
    return 1 if length < 8 else 2 if length < 13 else 3


class NearNames:
    """An index over run-together names, built once for a gazetteer."""

    def __init__(self, names: Iterable[str]) -> None:
        # Sorted by length, so that the names of a likely length are one slice of every posting list.
        self._names = sorted((name for name in names if len(name) >= _SHORTEST - 1), key=len)
        places: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            for gram in _grams(name):
                places.setdefault(gram, []).append(place)
        self._places = {gram: np.array(found, dtype=np.int32) for gram, found in places.items()}
        self._lengths = np.array([len(name) for name in self._names], dtype=np.int16)

    def near(self, name: str, *, edits: int | None = None, limit: int = 6) -> list[Near]:
        """The names within `edits` wrong letters of `name`, nearest first (default: `allowed_edits`)."""
        most = allowed_edits(len(name)) if edits is None else edits
        if not most or not self._names:
            return []
        found = []
        for place in self._shortlist(name, most):
            other = self._names[place]
            distance = OSA.distance(name, other, score_cutoff=most)
            if distance <= most and (other[0] == name[0] or distance == 1 or other[1:3] == name[1:3]):
                found.append(Near(other, 1 - distance / max(len(name), len(other))))
        return sorted(found, key=lambda near: -near.likeness)[:limit]

    def _shortlist(self, name: str, most: int) -> list[int]:
        """Places of the names that share enough trigrams: each wrong letter spoils at most three."""
        low = int(np.searchsorted(self._lengths, len(name) - most))
        high = int(np.searchsorted(self._lengths, len(name) + most, side="right"))
        grams = _grams(name)
        slices = []
        for gram in grams:
            places = self._places.get(gram)
            if places is not None:
                begin, end = np.searchsorted(places, (low, high))
                slices.append(places[begin:end])
        if high <= low or not slices:
            return []
        shared = np.bincount(np.concatenate(slices) - low, minlength=1)
        fewest = max(1, len(grams) - 3 * most - 1)
        kept = np.flatnonzero(shared >= fewest)
        if len(kept) > _SHORTLIST:
            kept = kept[np.argsort(-shared[kept], kind="stable")[:_SHORTLIST]]
        return [int(place) + low for place in kept]
