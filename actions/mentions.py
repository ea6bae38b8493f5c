"""What the engine recognised in a message, as types: films, people, terms, ranges, directions, ordinals, facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar, cast, get_args

from index.wish import Direction, Kind, Span

Polarity = Literal["like", "dislike", "seen", "without"]
Entity = Mapping[str, Any]
_Mention = TypeVar("_Mention")
_TERM_KINDS: Mapping[str, Kind] = {
    "genre": "genre",
    "theme": "theme",
    "mood": "mood",
    "style": "style",
    "content_note": "content_note",
    "country": "country",
    "spoken_language": "language",
    "award": "award",
    "provider": "provider",
}
_DESCRIBING = frozenset({"genre", "theme", "mood", "style"})


@dataclass(frozen=True)
class FilmMention:
    """A film of the catalogue that the message names; `alternatives` are other films the words could mean."""

    id: str
    title: str = ""
    year: int | None = None
    polarity: Polarity | None = None
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnknownTitle:
    """Words that read like a title no film has, and the ids of the films that come nearest."""

    words: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class PersonMention:
    """Someone who makes films; `job` when the sentence says which."""

    name: str
    job: str | None = None
    polarity: Polarity | None = None
    text: str = ""


@dataclass(frozen=True)
class TermMention:
    """A word of the vocabulary, a country or a spoken language; `negated` when it must not be."""

    kind: Kind
    key: str
    negated: bool = False
    polarity: Polarity | None = None
    text: str = ""


@dataclass(frozen=True)
class Mentions:
    """Everything recognised in one message.

    `spans` are the (start, end) places in the text that are understood, `named_spans` those of them that hold no
    description (titles, people, numbers, negated words).
    """

    films: tuple[FilmMention, ...] = ()
    unknown: tuple[UnknownTitle, ...] = ()
    people: tuple[PersonMention, ...] = ()
    terms: tuple[TermMention, ...] = ()
    years: Span | None = None
    runtime: Span | None = None
    age: int | None = None
    directions: tuple[Direction, ...] = ()
    ordinals: tuple[int, ...] = ()
    facts: tuple[str, ...] = ()
    role: str | None = None
    spans: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    named_spans: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    @property
    def says_wish(self) -> bool:
        """Whether something in the message narrows down a film."""
        ranges = self.years or self.runtime or self.age is not None
        return bool(self.films or self.people or self.terms or self.directions or ranges)

    def films_with(self, *polarities: Polarity | None) -> tuple[FilmMention, ...]:
        """The films said with one of these polarities."""
        return tuple(film for film in self.films if film.polarity in polarities)


def read_mentions(entities: Iterable[Entity]) -> Mentions:
    """Sort the entities of a message by what they are; unknown kinds are left out."""
    found = [entity for entity in entities if entity.get("value") is not None]
    return Mentions(
        films=(*_each(found, {"film"}, _film), *_same_title(found)),
        unknown=_each([each for each in found if not _nearest_is_same(each)], {"unknown_title"}, _unknown),
        people=_each(found, {"person"}, _person),
        terms=_each(found, _TERM_KINDS, _term),
        years=_span(found, "years"),
        runtime=_span(found, "runtime"),
        age=next((int(entity["value"]) for entity in found if entity["entity"] == "age"), None),
        directions=cast("tuple[Direction, ...]", _values(found, "direction", get_args(Direction))),
        ordinals=tuple(int(value) for value in _values(found, "ordinal")),
        facts=tuple(str(value) for value in _values(found, "fact")),
        role=next((str(entity["role"]) for entity in found if entity["entity"] == "fact" and entity.get("role")), None),
        # A content note wished for is no condition: its words are sought like any others.
        spans=_spans(each for each in found if each["entity"] != "content_note" or each.get("negated")),
        named_spans=_spans(each for each in found if not _describes(each)),
    )


def _describes(entity: Entity) -> bool:
    return entity["entity"] in (*_DESCRIBING, "content_note") and not entity.get("negated")


def _spans(found: Iterable[Entity]) -> tuple[tuple[int, int], ...]:
    placed = (entity for entity in found if entity["entity"] != "language" and entity.get("start") is not None)
    return tuple((int(entity["start"]), int(entity["end"])) for entity in placed)


def _each(found: Iterable[Entity], names: Iterable[str], read: Callable[[Entity], _Mention]) -> tuple[_Mention, ...]:
    wanted = set(names)
    return tuple(dict.fromkeys(read(entity) for entity in found if entity["entity"] in wanted))


def _values(found: Iterable[Entity], name: str, allowed: Iterable[Any] | None = None) -> tuple[Any, ...]:
    values = dict.fromkeys(entity["value"] for entity in found if entity["entity"] == name)
    return tuple(value for value in values if allowed is None or value in allowed)


def _film(entity: Entity) -> FilmMention:
    return FilmMention(
        id=str(entity["value"]),
        title=str(entity.get("title") or ""),
        year=entity.get("year"),
        polarity=entity.get("polarity"),
        confidence=float(entity.get("confidence_entity") or 1.0),
        alternatives=tuple(str(film_id) for film_id in entity.get("alternatives") or ()),
    )


def _unknown(entity: Entity) -> UnknownTitle:
    return UnknownTitle(str(entity["value"]), tuple(str(near["id"]) for near in entity.get("nearest") or ()))


def _nearest_is_same(entity: Entity) -> bool:
    """Whether the nearest film of an unknown title has just that title: then it was known after all."""
    nearest: list[Entity] = entity.get("nearest") or []
    return bool(nearest) and str(nearest[0].get("title")).casefold() == str(entity["value"]).casefold()


def _same_title(found: Iterable[Entity]) -> tuple[FilmMention, ...]:
    unknown = (each for each in found if each["entity"] == "unknown_title" and _nearest_is_same(each))
    return tuple(
        FilmMention(str(near["id"]), str(near["title"]), near.get("year"))
        for near in (entity["nearest"][0] for entity in unknown)
    )


def _person(entity: Entity) -> PersonMention:
    name = str(entity["value"])
    return PersonMention(name, entity.get("job"), entity.get("polarity"), str(entity.get("text") or name))


def _term(entity: Entity) -> TermMention:
    key = str(entity["value"])
    polarity = entity.get("polarity")
    negated = bool(entity.get("negated")) or polarity == "without"
    return TermMention(_TERM_KINDS[entity["entity"]], key, negated, polarity, str(entity.get("text") or key))


def _span(found: Iterable[Entity], name: str) -> Span | None:
    """The tightest range of all that were said; one negated open end is turned round."""
    spans = [_turned(entity) for entity in found if entity["entity"] == name]
    lows = [span.low for span in spans if span and span.low is not None]
    highs = [span.high for span in spans if span and span.high is not None]
    if not lows and not highs:
        return None
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        return next(span for span in spans if span)  # two years of one message that exclude each other
    return Span(low=low, high=high)


def _turned(entity: Entity) -> Span | None:
    low, high = entity["value"].get("low"), entity["value"].get("high")
    if not entity.get("negated"):
        return Span(low=low, high=high)
    if low is not None and high is not None:
        return None  # a range cut out of the middle is no range
    return Span(low=None if high is None else high + 1, high=None if low is None else low - 1)
