"""How well known a film is: a dial from rarities (-1) to favourites (+1), and as well known as the seeds."""

from __future__ import annotations

import numpy as np

from index.documents import Item
from index.request import Request
from index.signals import Scores, together


class KnownSignal:
    """Known films first; `familiarity` and the critiques less/better known turn the dial."""

    def __init__(self, name: str, *, with_seeds: bool) -> None:
        self.name = name
        self._with_seeds = with_seeds

    def scores(self, request: Request) -> Scores | None:
        """How well known each film is; a guess (no votes in the catalogue) never outweighs likeness to a seed."""
        dial = dial_of(request)
        if bool(request.seeds) != self._with_seeds or (
            self._with_seeds and not request.version.films.voted and not dial
        ):
            return None
        known = request.version.films.known
        return np.asarray(known * (1 + 2 * dial) if dial >= 0 else known + 3 * dial * known, dtype=np.float32)

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Fame is nothing to cite."""
        del request, row
        return {}


class KnownLikeSignal:
    """As well known as the seeds: who names a rarity looks for rarities."""

    name = "known_like_seeds"

    def scores(self, request: Request) -> Scores | None:
        """1 less the distance in how well known they are, joined over the seeds; None where that is only guessed."""
        films = request.version.films
        if not request.seeds or not films.voted or dial_of(request):
            return None
        return together([1 - np.abs(films.known - films.known[seed]) for seed in request.seeds])

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Fame is nothing to cite."""
        del request, row
        return {}


def dial_of(request: Request) -> float:
    """The dial of a wish, with what a critique adds."""
    shift = {"less_known": -1.0, "better_known": 1.0}
    return max(-1.0, min(1.0, request.wish.familiarity + sum(shift.get(each, 0) for each in request.wish.critique)))
