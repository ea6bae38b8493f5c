"""Years told in passing ("late 90s", "around 2004"): who describes a film is rarely far off."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from index.documents import Item
from index.request import Request
from index.signals import Scores
from index.wish import Span

YEARS_EARLIER, YEARS_LATER = 20, 10
TOLD = re.compile(
    r"\b(?P<part>early|mid|late|frühe\w*|mitte|späte\w*)?[\s-]*(?:the|der|den|die)?\s*"
    r"(?:(?P<century>19|20)?(?P<decade>\d)0(?:['’]?s|er)\b|(?P<year>19\d\d|20[0-2]\d)\b)",
    re.IGNORECASE,
)
PARTS = {"e": (0, 4), "f": (0, 4), "m": (3, 7), "l": (5, 9), "s": (5, 9)}


class ToldYearsSignal:
    """1 for a film of the years told, less the further off it is: twenty years earlier or ten later is too far."""

    name = "told_years"

    def scores(self, request: Request) -> Scores | None:
        """Closeness to the years told, shape (films,); None where none are told or years are a condition."""
        span = told_years(request.wish.text)
        if span is None or request.wish.years or not request.is_description:
            return None
        return _closeness(request.version.films.years.astype(np.float32), span)

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """The year is the only fact that counts."""
        scores = self.scores(request)
        year = Item("year", str(int(request.version.films.years[row])))
        return {year: float(scores[row])} if scores is not None else {}


def told_years(text: str) -> Span | None:
    """The years from the earliest to the latest that a text speaks of."""
    spans = [span for match in TOLD.finditer(text) if (span := _span(match))]
    return Span(low=min(low for low, _ in spans), high=max(high for _, high in spans)) if spans else None


def _span(match: re.Match[str]) -> tuple[int, int] | None:
    if match["year"]:
        return int(match["year"]), int(match["year"])
    if not match["century"] and int(match["decade"]) < 2:
        return None
    first = int(match["century"] or 19) * 100 + int(match["decade"]) * 10
    low, high = PARTS[match["part"][0].lower()] if match["part"] else (0, 9)
    return first + low, first + high


def _closeness(years: NDArray[np.float32], span: Span) -> Scores:
    earlier = np.maximum(0, (span.low or 0) - years) / YEARS_EARLIER
    later = np.maximum(0, years - (span.high or 0)) / YEARS_LATER
    return np.asarray(np.maximum(0, 1 - earlier - later), dtype=np.float32)
