"""How well known a film is: a dial from rarities (-1) to favourites (+1)."""

from __future__ import annotations

import numpy as np

from index.documents import Item
from index.request import Request
from index.signals import Scores


class KnownSignal:
    """Known films first; `familiarity` and the critiques less/better known turn the dial."""

    name = "known"

    def scores(self, request: Request) -> Scores | None:
        """How well known each film is, turned by the dial."""
        known = request.version.films.known
        dial = dial_of(request)
        return np.asarray(known * (1 + 2 * dial) if dial >= 0 else known + 3 * dial * known, dtype=np.float32)

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Fame is nothing to cite."""
        del request, row
        return {}


def dial_of(request: Request) -> float:
    """The dial of a wish, with what a critique adds."""
    shift = {"less_known": -1.0, "better_known": 1.0}
    return max(-1.0, min(1.0, request.wish.familiarity + sum(shift.get(each, 0) for each in request.wish.critique)))
