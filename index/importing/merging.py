"""A catalogue while imports are added to it: several records of one film become one, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from index.film import Film, Review, Showing
from index.importing.finding import Finder
from index.importing.importer import Origin
from index.importing.sources import Sources

REVIEWS_AT_MOST = 20
OTHER_TITLES_AT_MOST = 50
LISTS_ADDED_TO = frozenset({"other_titles", "keywords"})
PARTED = frozenset({"ids", "certificate", "synopsis"})
ECHOES = ("original_title", "german_title")
"""Titles that a record repeats from its main one where it has no other."""
FIELDS = tuple(name for name in Film.model_fields if name not in ("id", "reviews", "where"))
DEFAULTS: Mapping[str, Any] = {
    name: field.get_default(call_default_factory=True) for name, field in Film.model_fields.items()
}


class Catalogue:
    """Films that know their sources.

    A record fills in what is not known yet. It replaces what its own source said in an earlier import (a corrected
    file corrects), never what another source said before it: so the same files in the same order give the same films.
    """

    def __init__(self, films: Iterable[Film] = (), sources: Sources | None = None) -> None:
        self.films: dict[str, Film] = {}
        self.sources = sources or Sources()
        self._finder = Finder(self.films)
        self._given: dict[str, Set[str]] = {}
        self._shown: set[tuple[str, str]] = set()
        self._numbers: dict[str, int] = {}
        self.find = self._finder.meant
        for film in films:
            self._put(film)

    def add(self, film: Film, origin: Origin, others: Mapping[str, Origin] | None = None) -> bool:
        """Take a record; True where it was merged into a film that was there. `others` are origins of single fields."""
        known = self._finder.same_as(film)
        if known is None:
            film = self._free(film)
            known_parts = [name for name, _ in _parts(film)]
            self._given[film.id] = frozenset(known_parts)
            self._note(film.id, known_parts, origin, others or {})
            known = film.model_copy(update={"reviews": (), "where": ()}) if film.reviews or film.where else film
            self._put(known)
            merged = False
        else:
            self._merge(known, film, origin, others or {})
            merged = True
        for review in film.reviews:
            self.add_review(known, review, origin)
        for showing in film.where:
            self.add_showing(known, showing, origin)
        return merged

    def add_review(self, film: Film, review: Review, origin: Origin) -> str:
        """Put a review to its film; returns why not, where the film has it already or has enough."""
        film = self.films[film.id]
        held = {(each.author, each.text) for each in film.reviews}
        if (review.author, review.text) in held:
            return "the film has this review already"
        if len(held) >= REVIEWS_AT_MOST:
            return f"the film has {REVIEWS_AT_MOST} reviews, which is enough"
        self.films[film.id] = film.model_copy(update={"reviews": (*film.reviews, review)})
        self.sources.note(film.id, origin, ["reviews"])
        return ""

    def add_showing(self, film: Film, showing: Showing, origin: Origin) -> None:
        """Put a place to watch to its film; one of the same country, provider and kind is replaced."""
        film, name = self.films[film.id], showing_name(showing)
        kept = [each for each in film.where if showing_name(each) != name]
        where = tuple(sorted((*kept, showing), key=showing_name))
        self.films[film.id] = film.model_copy(update={"where": where})
        self.sources.note(film.id, origin, [name])
        self._shown.add((film.id, name))

    def drop_showings(self, origin: Origin) -> int:
        """Take out what a source showed in earlier imports and no longer does; returns how many."""
        gone = 0
        for film in [film for film in self.films.values() if film.where]:
            sources = self.sources.of(film.id)
            names = [showing_name(each) for each in film.where]
            old = {n for n in names if sources.get(n) == origin.source and (film.id, n) not in self._shown}
            if old:
                where = tuple(each for each in film.where if showing_name(each) not in old)
                self.films[film.id] = film.model_copy(update={"where": where})
                gone += len(old)
            for name in sorted(old):
                self.sources.forget(film.id, name)
        return gone

    def _put(self, film: Film) -> None:
        self.films[film.id] = film
        self._finder.note(film)

    def _free(self, film: Film) -> Film:
        """The film under an id that no other has."""
        if film.id not in self.films:
            return film
        number = self._numbers.get(film.id, 2)
        while (free := f"{film.id}-{number}") in self.films:
            number += 1
        self._numbers[film.id] = number + 1
        return film.model_copy(update={"id": free})

    def _note(self, film_id: str, fields: list[str], origin: Origin, others: Mapping[str, Origin]) -> None:
        self.sources.note(film_id, origin, (name for name in fields if name not in others) if others else fields)
        for name, other in others.items():
            if name in fields:
                self.sources.note(film_id, other, [name])

    def _merge(self, old: Film, new: Film, origin: Origin, others: Mapping[str, Origin]) -> None:
        sources, given = self.sources.of(old.id), self._given.get(old.id, frozenset())
        known = dict(_parts(old))
        taken: dict[str, Any] = {}
        for name, value in _parts(new):
            own = sources.get(name) == others.get(name, origin).source
            if name in LISTS_ADDED_TO and name in known:
                continue
            if name not in known or (own and name not in given):
                taken[name] = value
        longer = _longer_lists(old, new)
        if update := _whole(old, taken) | longer:
            self.films[old.id] = old.model_copy(update=update)
            self._finder.note(self.films[old.id])
            self._note(old.id, [*taken, *(f"more {name}" for name in longer)], origin, others)
        self._given[old.id] = given | taken.keys()


def showing_name(showing: Showing) -> str:
    """How a showing stands in the table of sources."""
    return f"where {showing.country} {showing.provider} {showing.kind}".replace(";", ",")


def _parts(film: Film) -> Iterator[tuple[str, Any]]:
    """What a film knows, by field; ids, certificates and synopses each on their own."""
    for name in FIELDS:
        value = getattr(film, name)
        if value == DEFAULTS[name] or (name in ECHOES and value == film.title):
            continue
        if name not in PARTED:
            yield name, value
        elif isinstance(value, dict):
            yield from ((f"{name}.{part}", each) for part, each in value.items())
        else:
            yield from ((f"{name}.{part}", each) for part, each in value if each is not None)


def _whole(old: Film, taken: Mapping[str, Any]) -> dict[str, Any]:
    """The update of a film for the parts that were taken."""
    update: dict[str, Any] = {}
    for name, value in taken.items():
        field, _, part = name.partition(".")
        if not part:
            update[field] = value
        elif field == "synopsis":
            update[field] = dict(sorted(({**update.get(field, old.synopsis), part: value}).items(), reverse=True))
        else:
            update[field] = update.get(field, getattr(old, field)).model_copy(update={part: value})
    if (title := update.get("title", old.title)) != old.title:
        update |= {name: title for name in ECHOES if getattr(old, name) == old.title and name not in update}
    return update


def _longer_lists(old: Film, new: Film) -> dict[str, Any]:
    """What the other record adds to the lists that only grow."""
    update: dict[str, Any] = {}
    titles = [name for name in new.names if name not in old.names][: OTHER_TITLES_AT_MOST - len(old.other_titles)]
    if titles:
        update["other_titles"] = (*old.other_titles, *titles)
    if old.keywords and (more := [word for word in new.keywords if word not in old.keywords]):
        update["keywords"] = (*old.keywords, *more)
    return update
