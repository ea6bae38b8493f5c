"""Keeps an answer from saying one thing three times: one film of a series, and near-copies pushed down (MMR)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.film import Film
from index.text import fold
from index.version import Version

POOL = 60
NUMBER = re.compile(
    r"\b(part|teil|chapter|kapitel|vol|volume|episode)?\s*(\d{1,2}|[ivx]{1,4}|one|two|three|zwei|drei)$"
)


def series_keys(film: Film) -> set[str]:
    """Names that two films of one series share: the series, the title before a colon or number."""
    keys = {f"series:{fold(film.series)}"} if film.series else set()
    for title in (film.title, film.original_title or film.title):
        plain = re.sub(r"[^a-z0-9: ]+", " ", fold(title))
        stem = NUMBER.sub("", re.sub(r"\s+", " ", plain.split(":")[0]).strip()).strip()
        stem = re.sub(r"^(the|der|die|das|le|la|el) ", "", stem)
        if len(stem) > 2:
            keys.add(f"title:{stem}")
    return keys


def choose(
    version: Version, order: Sequence[int], scores: NDArray[np.float32], *, count: int, weight: float
) -> list[int]:
    """Pick `count` rows from the best, greedily: score less `weight` × the closeness to the nearest one picked.

    Formula: maximal marginal relevance, Carbonell and Goldstein 1998.
    """
    pool = list(order[: max(POOL, 3 * count)])
    chosen: list[int] = []
    taken: set[str] = set()
    penalty = dict.fromkeys(pool, 0.0)
    spread = float(scores[pool[0]] - scores[pool[-1]]) if pool else 0.0
    while pool and len(chosen) < count:
        best = max(pool, key=lambda row: float(scores[row]) - weight * spread * penalty[row])
        pool.remove(best)
        keys = series_keys(version.films.at(best))
        if keys & taken:
            continue
        chosen.append(best)
        taken |= keys
        for row, near in zip(pool, _closeness(version, best, pool), strict=True):
            penalty[row] = max(penalty[row], near)
    return chosen


def _closeness(version: Version, row: int, others: Sequence[int]) -> list[float]:
    """Half the cosine of the stories, half the shared genres, one figure per other film."""
    profile, genres = version.profiles["story"], version.facts["genres"]
    vector, own = profile.of(row), set(genres.columns_of(row).tolist())
    found = []
    for other in others:
        theirs = profile.of(other)
        story = float(vector @ theirs) if vector is not None and theirs is not None else 0.0
        shared = set(genres.columns_of(other).tolist())
        found.append(0.5 * story + 0.5 * len(own & shared) / max(1, len(own | shared)))
    return found
