"""The same people before and behind the camera."""

from __future__ import annotations

import numpy as np

from index.documents import Item
from index.film import Film
from index.request import Request
from index.signals import Scores, together

JOBS = {"directors": 1.0, "writers": 0.5, "cast": 0.35, "music": 0.2, "cinematography": 0.2}
LEAD_ROLES = 5
BEHIND_LEADS = 0.4


class PeopleSignal:
    """People shared with the seeds, in the same job, each worth its job's weight, the sum capped at 1."""

    name = "people"

    def scores(self, request: Request) -> Scores | None:
        """The summed worth of shared people, joined over the seeds."""
        each = [self._one(request, seed) for seed in request.seeds]
        return together(each) if each else None

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Each shared person is worth the job's weight (less where the cap already holds)."""
        film = request.version.films.at(row)
        worth: dict[Item, float] = {}
        for seed in request.seeds:
            for item, value in shared_people(film, request.version.films.at(seed)).items():
                worth[item] = worth.get(item, 0.0) + value / len(request.seeds)
        total = sum(worth.values())
        scale = min(1.0, total) / total if total else 0.0
        return {item: value * scale for item, value in worth.items()}

    def _one(self, request: Request, seed: int) -> Scores:
        scores = np.zeros(len(request.version.films), dtype=np.float32)
        for field, weight in JOBS.items():
            table = request.version.facts[field]
            by_value = table.by_value
            for place, column in enumerate(table.columns_of(seed)):
                films = by_value.indices[by_value.indptr[column] : by_value.indptr[column + 1]]
                scores[films] += weight * _billing(field, place)
        return np.minimum(scores, 1)


def shared_people(film: Film, seed: Film) -> dict[Item, float]:
    """The people who did the same job in both films, with what each is worth."""
    found: dict[Item, float] = {}
    for field, weight in JOBS.items():
        theirs = set(people_of(film, field))
        for place, name in enumerate(people_of(seed, field)):
            if name in theirs:
                found[Item(field, name)] = weight * _billing(field, place)
    return found


def people_of(film: Film, field: str) -> tuple[str, ...]:
    """The names in one job of a film."""
    return tuple(member.name for member in film.cast) if field == "cast" else tuple(getattr(film, field))


def _billing(field: str, place: int) -> float:
    return BEHIND_LEADS if field == "cast" and place >= LEAD_ROLES else 1.0
