"""The conditions a person named as such: genre, country, language, people, years, length."""

from __future__ import annotations

import numpy as np

from index.documents import Item
from index.filters import PEOPLE, span_mask, term_mask
from index.groups import values_meant
from index.request import HARD_KINDS, Request
from index.signals import Scores
from index.signals.people import people_of
from index.wish import Term


class AskedSignal:
    """The share of the named conditions that a film meets; films that only fill up an answer meet fewer."""

    name = "asked"

    def scores(self, request: Request) -> Scores | None:
        """The share of conditions met, shape (films,)."""
        films, wish = request.version.films, request.wish
        masks = [term_mask(request, term) for term in request.hard_terms]
        masks += [span_mask(films.years, wish.years)] if wish.years else []
        masks += [span_mask(films.runtimes, wish.runtime_minutes)] if wish.runtime_minutes else []
        return np.mean(masks, axis=0, dtype=np.float32) if masks else None

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Each fact that meets a condition is worth its share."""
        film, wish = request.version.films.at(row), request.wish
        conditions = len(request.hard_terms) + bool(wish.years) + bool(wish.runtime_minutes)
        found: dict[Item, float] = {}
        for term in request.hard_terms:
            met = self._met(request, row, term)
            found.update(dict.fromkeys(met, 1 / conditions / max(1, len(met))))
        if wish.years and wish.years.holds(film.year):
            found[Item("year", str(film.year))] = 1 / conditions
        if wish.runtime_minutes and film.runtime and wish.runtime_minutes.holds(film.runtime):
            found[Item("runtime", str(film.runtime))] = 1 / conditions
        return found

    def _met(self, request: Request, row: int, term: Term) -> list[Item]:
        film, wanted = request.version.films.at(row), term.key.casefold()
        if term.kind != "person":
            field = HARD_KINDS[term.kind]
            held = request.version.facts[field].of(row)
            return [Item(field, key) for key in values_meant(field, term.key, held)]
        jobs = (PEOPLE[term.role],) if term.role else tuple(PEOPLE.values())
        return [Item(job, name) for job in jobs for name in people_of(film, job) if name.casefold() == wanted]
