"""What a person wants, as one typed record: the only thing the actions hand to a search."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from index.film import Language, Record

Kind = Literal["genre", "theme", "mood", "style", "country", "language", "person", "content_note", "provider", "award"]
Direction = Literal[
    "shorter",
    "longer",
    "newer",
    "older",
    "funnier",
    "sadder",
    "darker",
    "lighter",
    "slower",
    "faster",
    "more_romantic",
    "stranger",
    "less_violent",
    "more_exciting",
    "less_known",
    "better_known",
    "different",
]


class Term(Record):
    """One named property that films can have, by its catalogue key (`genre` `science fiction`, `person` `Amy Adams`).

    `role` narrows a person to one job; `text` holds the person's own words, quoted as evidence.
    """

    kind: Kind
    key: str
    role: Literal["director", "cast", "writer", "music", "cinematography"] | None = None
    text: str | None = None


class Span(Record):
    """A closed range of whole numbers (years, minutes); an open end is `None`."""

    low: int | None = None
    high: int | None = None

    def holds(self, value: int) -> bool:
        """Whether `value` lies in the range."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


class Wish(Record):
    """Everything that shapes one search.

    Seeds, terms and text combine; `without_*` cut before ranking; `critique` moves the ranking (a feeling) or
    cuts it (a fact) relative to the films in `relative_to`.
    """

    language: Language = "en"
    text: str = ""
    seeds: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    without_terms: tuple[Term, ...] = ()
    years: Span | None = None
    runtime_minutes: Span | None = None
    max_age: int | None = Field(default=None, ge=0, le=120)
    critique: tuple[Direction, ...] = ()
    relative_to: tuple[str, ...] = ()
    liked: tuple[str, ...] = ()
    disliked: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    familiarity: float = Field(default=0.0, ge=-1.0, le=1.0)
    count: int = Field(default=3, ge=1, le=50)

    @property
    def is_empty(self) -> bool:
        """Whether nothing says what kind of film is wanted."""
        return not (
            self.text.strip()
            or self.seeds
            or self.terms
            or self.without_terms
            or self.years
            or self.runtime_minutes
            or self.max_age is not None
            or self.critique
            or self.liked
        )
