"""What comes back from a search: films, each with reasons, each reason with evidence that can be read."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from index.film import Aspect, Film, Language, Record

Source = Literal["synopsis", "review", "vocabulary", "fact", "request"]
Condition = Literal["years", "runtime_minutes", "max_age", "terms", "without_terms", "critique", "seen", "shown"]


class Evidence(Record):
    """Words that can be checked: a passage letter for letter, a named fact, or the person's own words.

    `film` is `None` only for `request`; `field` names the record's field for `fact` and `vocabulary`.
    """

    film: str | None
    source: Source
    language: Language | None = None
    text: str
    field: str | None = None
    author: str | None = None


class Reason(Record):
    """One sentence in the wish's language on one aspect, and what it rests on."""

    aspect: Aspect
    text: str
    evidence: tuple[Evidence, ...]
    weight: float = 0.0


class Recommendation(Record):
    """One film of an answer. `score` is in 0–1 and comparable only within one answer."""

    film: Film
    score: float
    reasons: tuple[Reason, ...]
    caveat: str | None = None
    unknown: tuple[str, ...] = ()


class Relief(Record):
    """The one condition whose removal frees most films, when nothing (or too little) fits."""

    condition: Condition
    key: str | None = None
    label: str
    films: int


class Answer(Record):
    """A ranked list. `changed` says what a critique did, `relief` is set when fewer than asked fit."""

    recommendations: tuple[Recommendation, ...]
    candidates: int = Field(ge=0)
    changed: str | None = None
    relief: Relief | None = None
    weak: bool = False
