"""From the same years, in the same language, from the same country as the seeds."""

from __future__ import annotations

import numpy as np

from index.documents import Item
from index.request import Request
from index.signals import Scores, together, together_one

YEARS_APART = 12.0


class PeriodSignal:
    """Falls off with the years between a film and the seed."""

    name = "period"

    def scores(self, request: Request) -> Scores | None:
        """exp(-years apart / 12), joined over the seeds."""
        years = request.version.films.years.astype(np.float32)
        each = [np.exp(-np.abs(years - years[seed]) / YEARS_APART).astype(np.float32) for seed in request.seeds]
        return together(each) if each else None

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """The year is the only fact that counts."""
        years = request.version.films.years
        if not request.seeds:
            return {}
        each = [float(np.exp(-abs(int(years[row]) - int(years[seed])) / YEARS_APART)) for seed in request.seeds]
        return {Item("year", str(int(years[row]))): together_one(each)}
