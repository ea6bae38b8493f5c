"""Which films may be shown at all: every condition of a wish as one mask, so that each can be taken back on its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.film import Film
from index.films import UNKNOWN
from index.groups import is_group, values_meant
from index.reason import Condition
from index.request import HARD_KINDS, SOFT_KINDS, Request
from index.wish import Direction, Span, Term

Mask = NDArray[np.bool_]
PEOPLE = {
    "director": "directors",
    "cast": "cast",
    "writer": "writers",
    "music": "music",
    "cinematography": "cinematography",
}
FIELDS = {**HARD_KINDS, **SOFT_KINDS, "content_note": "content_notes"}


@dataclass(frozen=True)
class Filter:
    """One condition: the films that hold it, and those of which it is not known whether they do."""

    condition: Condition
    key: str | None
    holds: Mask
    unknown: Mask | None = None
    field: str | None = None


def never_shown(request: Request) -> Mask:
    """Films that no answer may hold: the seeds, what was seen, shown, liked or disliked."""
    mask = np.zeros(len(request.version.films), dtype=bool)
    wish, rows = request.wish, request.version.films.rows
    for film_id in (*wish.seeds, *wish.seen, *wish.shown, *wish.liked, *wish.disliked):
        if film_id in rows:
            mask[rows[film_id]] = True
    return mask


def filters_of(request: Request) -> list[Filter]:
    """Every condition of the wish."""
    wish, films = request.wish, request.version.films
    found = [Filter("terms", term.key, term_mask(request, term)) for term in request.hard_terms]
    found += [Filter("without_terms", term.key, ~term_mask(request, term)) for term in wish.without_terms]
    if wish.years is not None:
        found.append(Filter("years", None, span_mask(films.years, wish.years)))
    if wish.runtime_minutes is not None:
        unknown = films.runtimes == UNKNOWN
        found.append(
            Filter(
                "runtime_minutes", None, span_mask(films.runtimes, wish.runtime_minutes) & ~unknown, unknown, "runtime"
            )
        )
    if wish.max_age is not None:
        found.append(Filter("max_age", None, np.asarray(films.ages <= wish.max_age)))
    for direction in wish.critique:
        if (cut := critique_filter(request, direction)) is not None:
            found.append(cut)
    return found


def term_mask(request: Request, term: Term) -> Mask:
    """Which films have the named property."""
    facts = request.version.facts
    if term.kind == "person":
        jobs = (PEOPLE[term.role],) if term.role else tuple(PEOPLE.values())
        return np.asarray(np.logical_or.reduce([facts.mask(job, term.key) for job in jobs]), dtype=bool)
    field = FIELDS[term.kind]
    if is_group(field, term.key):
        masks = [facts.mask(field, value) for value in values_meant(field, term.key, facts[field].values)]
        return np.asarray(np.logical_or.reduce(masks or [np.zeros(facts.films, dtype=bool)]), dtype=bool)
    return facts.mask(field, term.key)


def span_mask(values: NDArray[np.int32], span: Span) -> Mask:
    """Which values lie in the range."""
    mask = np.ones(len(values), dtype=bool)
    if span.low is not None:
        mask &= values >= span.low
    if span.high is not None:
        mask &= values <= span.high
    return mask


def critique_filter(request: Request, direction: Direction) -> Filter | None:
    """The cut that a critique of fact makes against the films it is measured by; None for a feeling."""
    films = request.version.films
    values, up = {
        "shorter": (films.runtimes, False),
        "longer": (films.runtimes, True),
        "older": (films.years, False),
        "newer": (films.years, True),
    }.get(direction, (None, False))
    if values is None:
        return None
    known = [int(values[row]) for row in request.relative_to if values[row] != UNKNOWN]
    if not known:
        return None
    edge = max(known) if up else min(known)
    holds = (values > edge) if up else (values < edge) & (values != UNKNOWN)
    if not (holds & ~never_shown(request)).any():
        middle = sorted(known)[len(known) // 2]
        holds = (values > middle) if up else (values < middle) & (values != UNKNOWN)
    unknown = values == UNKNOWN if values is films.runtimes else None
    return Filter("critique", direction, np.asarray(holds), unknown, "runtime" if unknown is not None else None)


def blank_fields(film: Film, filters: list[Filter], row: int) -> tuple[str, ...]:
    """The fields that a filter needed and of which the film says nothing."""
    blank = [each.field for each in filters if each.field and each.unknown is not None and each.unknown[row]]
    return tuple(dict.fromkeys(field for field in blank if getattr(film, field, None) is None))
