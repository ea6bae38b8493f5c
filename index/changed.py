"""Says what a critique did to the answer: "all between 84 and 101 minutes"."""

from __future__ import annotations

from collections.abc import Sequence

from index.film import Film
from index.request import Request
from index.sentences import listed, named, say
from index.signals.directions import PULLS
from index.wish import Direction

FACTS = {"shorter": "minutes", "longer": "minutes", "newer": "years", "older": "years"}
VALUES_AT_MOST = 3


def describe_change(request: Request, films: Sequence[Film]) -> str | None:
    """One sentence on the latest critique, or None where there is none or nothing was found."""
    if not request.wish.critique or not films:
        return None
    direction = request.wish.critique[-1]
    language = request.wish.language
    if unit := FACTS.get(direction):
        measures = [film.runtime if unit == "minutes" else film.year for film in films]
        numbers = sorted(value for value in measures if value)
        if not numbers:
            return None
        same = "yes" if numbers[0] == numbers[-1] else "no"
        span = say(language, f"{unit}-span", same=same, low=numbers[0], high=numbers[-1])
        return say(language, f"changed-{direction}", span=span)
    if direction not in PULLS:
        return say(language, f"changed-{direction}")
    names = _tags(request, direction, films)
    values = say(language, "changed-values", values=listed(language, names)) if names else ""
    return say(language, f"changed-{direction}", values=values)


def _tags(request: Request, direction: Direction, films: Sequence[Film]) -> list[str]:
    """The tags that speak for the direction and that most of the films have, most frequent first."""
    counts: dict[tuple[str, str], int] = {}
    for field, pulls in PULLS[direction].items():
        for key, pull in pulls.items():
            holding = sum(key in getattr(film, field) for film in films)
            if pull > 0 and holding:
                counts[field, key] = holding
    chosen = sorted(counts, key=lambda pair: -counts[pair])[:VALUES_AT_MOST]
    return [named(request.version, field, key, request.wish.language) for field, key in chosen]
