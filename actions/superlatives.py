"""Which of the films shown is the shortest, longest, newest or oldest."""

from __future__ import annotations

from typing import NamedTuple

from actions.cue_words import cues_in
from actions.turn import Turn
from actions.wiring import House
from index.film import Film


class Superlative(NamedTuple):
    """The film that has most of what was asked for, and the fact that shows it."""

    film: Film
    fact: str


_ASKED = {"shortest": ("runtime", -1), "longest": ("runtime", 1), "newest": ("year", 1), "oldest": ("year", -1)}


def find_superlative(turn: Turn, house: House) -> Superlative | None:
    """The film of the last list that the message asks for, if it asks for the most of something."""
    cues = cues_in(turn.language)
    asked = next((name for name in _ASKED if cues[name].search(turn.text)), None)
    films = [film for film in map(house.film, turn.last_shown) if film]
    if asked is None or turn.mentions.films:
        return None
    fact, sense = _ASKED[asked]
    known = [film for film in films if getattr(film, fact)]
    return Superlative(max(known, key=lambda film: sense * getattr(film, fact)), fact) if known else None
