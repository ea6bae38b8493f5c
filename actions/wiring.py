"""Builds the real objects once; tests put fakes through the same door.

rasa-sdk builds every action with no arguments, so what actions need waits here until they are called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from actions.memory import Memory
from actions.words import Words
from index.film import Film, Language
from index.reason import Answer, Reason
from index.wish import Wish


class Compared(Protocol):
    """What two films share and where they part."""

    @property
    def shared(self) -> tuple[Reason, ...]:
        """Reasons that hold for both."""

    @property
    def different(self) -> tuple[Reason, ...]:
        """Reasons that hold for one of them."""


class Vocabulary(Protocol):
    """Names of the catalogue's controlled terms."""

    def name(self, kind: str, key: str, language: Language) -> str:
        """How a term reads in a language."""


class Recommender(Protocol):
    """The index, as far as the actions know it."""

    @property
    def films(self) -> Mapping[str, Film]:
        """Every film by id."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Names of terms."""

    def refresh(self) -> bool:
        """Take a newly published version."""

    def series_of(self, film_id: str) -> tuple[str, ...]:
        """The films of the series that a film belongs to, by id."""

    def recommend(self, wish: Wish) -> Answer:
        """Rank films for a wish."""

    def explain(self, wish: Wish, film_id: str) -> tuple[Reason, ...]:
        """The long form of why a film fits."""

    def compare(self, left: str, right: str, language: Language) -> Compared:
        """What two films share and where they part."""


@dataclass(frozen=True)
class House:
    """Everything an action works with. `film_key` shortens a film's id for buttons."""

    recommender: Recommender
    memory: Memory
    secret: bytes
    words: Words
    film_key: Callable[[str], str]
    deadline_seconds: float = 8.0

    def film(self, film_id: str | None) -> Film | None:
        """A film by its id, if the catalogue has it."""
        return self.recommender.films.get(film_id) if film_id else None


_furnished: list[House] = []


def furnish(house: House) -> None:
    """Put a house in place for every action of this process."""
    _furnished[:] = [house]


def house() -> House:
    """The house in place; a process that calls actions has furnished one before."""
    if not _furnished:
        raise RuntimeError("actions were called before wiring.furnish(); start them with python -m actions")
    return _furnished[0]
