"""The recommender: a wish in, ranked films with reasons out."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from threading import Lock

import numpy as np

from index.caveats import caveat_for, is_weak
from index.changed import describe_change
from index.compare import Comparison, compare
from index.errors import IndexFault
from index.explain import case_for, explain, explain_at_length
from index.film import Film, Language
from index.filters import Filter, Mask, blank_fields, filters_of, never_shown
from index.fusion import Fusion, Ranked
from index.reason import Answer, Reason, Recommendation
from index.relief import find_relief
from index.request import Request
from index.settings import ROOT, IndexSettings
from index.similarity import similarity
from index.store import Store
from index.variety import choose
from index.version import Version, open_version
from index.vocabulary import Vocabulary
from index.weights import read_weights
from index.wish import Wish

FILL_BELOW = 3
log = logging.getLogger(__name__)


class Recommender:
    """Answers wishes from one index version, and takes the next one when it is published."""

    def __init__(self, version: Version, fusion: Fusion, settings: IndexSettings | None = None) -> None:
        self._opened = version, fusion
        self._settings = settings
        self._opening = Lock()
        self._refused = ""

    @classmethod
    def open(cls, settings: IndexSettings) -> Recommender:
        """Open the live version of the catalogue that the settings name."""
        return cls(*_open(settings), settings)

    def refresh(self) -> bool:
        """Take a newly published version if there is one; a damaged one is left alone, and the log says so once."""
        if self._settings is None:
            return False
        published = Store(self._settings.index_path).current()
        if published in (None, self._version.id, self._refused) or not self._opening.acquire(blocking=False):
            return False
        try:
            self._opened = _open(self._settings)
        except IndexFault:
            self._refused = str(published)
            log.exception("version %s cannot be served, the one before it stays", published)
            return False
        finally:
            self._opening.release()
        return True

    @property
    def _version(self) -> Version:
        return self._opened[0]

    @property
    def _fusion(self) -> Fusion:
        return self._opened[1]

    def series_of(self, film_id: str) -> tuple[str, ...]:
        """The ids of all films of the series that a film belongs to, itself included; none if it stands alone."""
        films, series = self._version.films, self._version.facts["series"]
        row = films.rows.get(film_id)
        names = series.of(row) if row is not None else []
        return tuple(films.ids[each] for name in names for each in series.films_with(name))

    @property
    def films(self) -> Mapping[str, Film]:
        """The films of the version in use, by id."""
        return self._version.films

    @property
    def vocabulary(self) -> Vocabulary:
        """The controlled lists of the version in use."""
        return self._version.vocabulary

    @property
    def version(self) -> str:
        """The id of the version in use."""
        return self._version.id

    def recommend(self, wish: Wish) -> Answer:
        """The films that fit best, at most `wish.count`, each with reasons."""
        request = Request(wish, self._version)
        filters = filters_of(request)
        allowed = self._recommendable(request)
        fitting = allowed & _all_of(filters)
        ranked = self._fusion.rank(request)
        rows = self._pick(request, ranked, fitting, wish.count)
        if len(rows) < min(FILL_BELOW, wish.count):
            rows += self._fill(request, ranked, allowed, filters, rows)
        weak = is_weak(request, ranked, rows, self._fusion.weights.similarity)
        films = [self._recommend_one(request, ranked, filters, row, weak=weak) for row in rows]
        return Answer(
            recommendations=tuple(films),
            candidates=int(fitting.sum()),
            changed=describe_change(request, [each.film for each in films]),
            relief=find_relief(request, filters, allowed) if int(fitting.sum()) < min(FILL_BELOW, wish.count) else None,
            weak=weak,
        )

    def order(self, wish: Wish, *, exclude: frozenset[int] = frozenset()) -> list[int]:
        """The rows of the films that fit best, without reasons: what an evaluation measures."""
        request = Request(wish, self._version)
        mask = self._recommendable(request) & _all_of(filters_of(request))
        mask[list(exclude)] = False
        return self._pick(request, self._fusion.rank(request), mask, wish.count)

    @property
    def opened(self) -> tuple[Version, Fusion]:
        """The version and the fusion in use, for those who measure them."""
        return self._opened

    def explain(self, wish: Wish, film_id: str) -> tuple[Reason, ...]:
        """Everything worth saying for one film under a wish; nothing for a film that is not in the catalogue."""
        row = self._version.films.rows.get(film_id)
        if row is None:
            return ()
        return explain_at_length(case_for(self._fusion, Request(wish, self._version), row))

    def compare(self, left: str, right: str, language: Language) -> Comparison:
        """What two films share and where they part."""
        rows = self._version.films.rows
        if left not in rows or right not in rows:
            return Comparison((), ())
        return compare(self._version, rows[left], rows[right], language)

    def similarity(self, seed: str, film: str) -> float:
        """How alike two films are, 0–1, whatever else is in the catalogue; 0 for an unknown film."""
        rows = self._version.films.rows
        if seed not in rows or film not in rows:
            return 0.0
        return similarity(self._version, rows[seed], rows[film], self._fusion.weights.similarity)

    def _recommendable(self, request: Request) -> Mask:
        films = request.version.films
        allowed = films.has_synopsis & ~never_shown(request)
        return allowed if allowed.any() else ~never_shown(request)

    def _pick(self, request: Request, ranked: Ranked, mask: Mask, count: int) -> list[int]:
        rows = np.flatnonzero(mask)
        order = rows[np.argsort(-ranked.total[rows], kind="stable")]
        if request.is_description:
            # Who describes one film wants that film, not a varied handful, and it may be any of its series.
            return [int(row) for row in order[:count]]
        return choose(request.version, order.tolist(), ranked.total, count=count, weight=self._fusion.weights.variety)

    def _fill(
        self, request: Request, ranked: Ranked, allowed: Mask, filters: Sequence[Filter], rows: Sequence[int]
    ) -> list[int]:
        """Films of which it is only unknown whether they fit, to make up three."""
        mask = allowed.copy()
        for each in filters:
            mask &= each.holds | each.unknown if each.unknown is not None else each.holds
        mask[list(rows)] = False
        return self._pick(request, ranked, mask, min(FILL_BELOW, request.wish.count) - len(rows)) if mask.any() else []

    def _recommend_one(
        self, request: Request, ranked: Ranked, filters: list[Filter], row: int, *, weak: bool
    ) -> Recommendation:
        case = case_for(self._fusion, request, row)
        top = float(ranked.total.max(initial=0.0))
        return Recommendation(
            film=case.film,
            score=min(1.0, max(0.0, float(ranked.total[row]) / top)) if top > 0 else 0.0,
            reasons=explain(case),
            caveat=caveat_for(case, weak=weak),
            unknown=blank_fields(case.film, filters, row),
        )


def _all_of(filters: Sequence[Filter]) -> Mask | bool:
    return np.logical_and.reduce([each.holds for each in filters]) if filters else True


def _open(settings: IndexSettings) -> tuple[Version, Fusion]:
    version, weights = open_version(settings), read_weights(ROOT / settings.weights)
    talk = version.ranker.weights if version.ranker is not None else None
    return version, Fusion(weights.for_version(version), talk=talk)
