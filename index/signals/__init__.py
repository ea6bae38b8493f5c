"""What speaks for a film, one signal a file: each scores all films, and says which piece of a film counts.

`scores(request)` is shape (films,), about 0–1, or None where the request gives the signal nothing to work on.
`losses(request, row)` says for each passage or fact of one film how much its score would fall without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.documents import Item
from index.request import Request

Scores = NDArray[np.float32]
LEAST_SHARE = 0.5


class Signal(Protocol):
    """One reason a film may fit."""

    name: str

    def scores(self, request: Request) -> Scores | None:
        """How well every film fits, shape (films,), or None."""
        ...

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """How much the score of one film falls when one piece of it is taken away."""
        ...


def together(each: Sequence[Scores]) -> Scores:
    """Several seeds' scores as one, so that a film near all of them beats one near a single seed."""
    if len(each) == 1:
        return each[0]
    stacked = np.stack(each)
    return np.asarray(LEAST_SHARE * stacked.min(axis=0) + (1 - LEAST_SHARE) * stacked.mean(axis=0), dtype=np.float32)


def together_one(each: Sequence[float]) -> float:
    """The same for one film."""
    return LEAST_SHARE * min(each) + (1 - LEAST_SHARE) * sum(each) / len(each)
