"""The films, people and terms that can be recognised, as `titles.json` lists them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bot.engine.nlu.names import Form, forms
from bot.engine.nlu.text import name_words

FORMAT = 1
# A small catalogue was chosen by hand: each of its films is one that people know.
FEW_FILMS = 10_000
_LEAST_KNOWN = 0.6


class FilmName(NamedTuple):
    """A film as the linker knows it; `known` (0–1) is how likely people mean it."""

    id: str
    key: str
    title: str
    year: int
    known: float
    directors: tuple[str, ...]


class PersonName(NamedTuple):
    """A person of the catalogue: the jobs held and in how many films."""

    name: str
    jobs: tuple[str, ...]
    films: int


class TermName(NamedTuple):
    """A vocabulary term and what it is called."""

    kind: str
    key: str
    names: tuple[str, ...]


class Match(NamedTuple):
    """One film that a name may stand for, and how much of the film's title the name keeps."""

    film: int
    form: Form


@dataclass(frozen=True)
class Gazetteer:
    """Everything of one `titles.json` that can be looked up."""

    version: str = ""
    films: tuple[FilmName, ...] = ()
    people: tuple[PersonName, ...] = ()
    terms: tuple[TermName, ...] = ()
    names: Mapping[str, int | tuple[int, ...]] = field(default_factory=dict)
    by_key: Mapping[str, int] = field(default_factory=dict)
    by_id: Mapping[str, int] = field(default_factory=dict)
    title_words: Mapping[str, int] = field(default_factory=dict)

    def matches(self, name: str) -> tuple[Match, ...]:
        """The films that a run-together name may stand for, in no order."""
        packed = self.names.get(name)
        if packed is None:
            return ()
        return tuple(_unpacked(one) for one in ((packed,) if isinstance(packed, int) else packed))


def _unpacked(packed: int) -> Match:
    return Match(packed >> 3, Form(packed & 7))


def _film(record: Mapping[str, Any]) -> FilmName:
    return FilmName(
        sys.intern(str(record["id"])),
        str(record.get("key", "")),
        str(record["title"]),
        int(record["year"]),
        float(record.get("known") or 0.0),
        tuple(record.get("directors") or ()),
    )


def _written_names(record: Mapping[str, Any]) -> Iterable[str]:
    names: Mapping[str, list[str]] = record.get("names") or {}
    listed = [name for group in ("en", "de", "other") for name in names.get(group) or ()]
    return dict.fromkeys([str(record["title"]), *listed])


def _index_names(records: Iterable[Mapping[str, Any]]) -> tuple[dict[str, int | tuple[int, ...]], Counter[str]]:
    best: dict[str, dict[int, int]] = {}
    title_words: Counter[str] = Counter()
    for place, record in enumerate(records):
        for name in _written_names(record):
            title_words.update(set(name_words(name)))
            for key, form in forms(name):
                held = best.setdefault(key, {})
                held[place] = min(form, held.get(place, form))
    packed = {key: tuple(place << 3 | form for place, form in held.items()) for key, held in best.items()}
    return {key: many[0] if len(many) == 1 else many for key, many in packed.items()}, title_words


def gazetteer_from(content: Mapping[str, Any]) -> Gazetteer:
    """The lookup tables of one parsed `titles.json`."""
    if content.get("format") != FORMAT:
        raise ValueError(
            f"titles.json has format {content.get('format')!r}, {FORMAT} is needed; run the index build again"
        )
    records = content.get("films") or []
    films = tuple(_film(record) for record in records)
    names, title_words = _index_names(records)
    if len(films) < FEW_FILMS:
        films = tuple(film._replace(known=_LEAST_KNOWN + (1 - _LEAST_KNOWN) * film.known) for film in films)
    return Gazetteer(
        version=str(content.get("version", "")),
        films=films,
        people=tuple(
            PersonName(str(person["name"]), tuple(person.get("jobs") or ()), int(person.get("films") or 0))
            for person in content.get("people") or []
        ),
        terms=tuple(_term(record) for record in content.get("terms") or []),
        names=names,
        by_key={film.key: place for place, film in enumerate(films) if film.key},
        by_id={film.id: place for place, film in enumerate(films)},
        title_words=title_words,
    )


def _term(record: Mapping[str, Any]) -> TermName:
    names: Mapping[str, list[str]] = record.get("names") or {}
    listed = [name for group in names.values() for name in group]
    return TermName(str(record["kind"]), str(record["key"]), tuple(dict.fromkeys([str(record["key"]), *listed])))
