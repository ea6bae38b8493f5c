"""Are the reasons true of the ranking? Takes the cited piece away and sees whether the film's score falls more than
when a random uncited piece of the same film is taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from index.documents import Item
from index.evaluation.without import items_of, without
from index.explain import case_for, choose_drafts
from index.fusion import Fusion
from index.request import Request
from index.search import Recommender
from index.version import Version
from index.wish import Wish

CONTROLS = 5
FILMS_EACH = 2
SEED = 7


class Fidelity(NamedTuple):
    """Shares of reasons: faithful, also losing rank, and the share of faithful ones if they are dealt at random."""

    reasons: int
    faithful: float
    loses_rank: float
    at_random: float


def measure_fidelity(
    recommender: Recommender,
    wishes: Sequence[Wish],
    *,
    films: int = FILMS_EACH,
    advance: Callable[[], None] | None = None,
) -> Fidelity:
    """Test every reason of the first films for every wish."""
    version, fusion = recommender.opened
    generator = np.random.default_rng(SEED)
    faithful: list[bool] = []
    ranks: list[bool] = []
    dealt: list[bool] = []
    for wish in wishes:
        for each in recommender.recommend(wish.model_copy(update={"count": films})).recommendations:
            row = version.films.rows[each.film.id]
            _test_film(_Film(version, fusion, wish, row, generator), faithful, ranks, dealt)
        if advance:
            advance()
    return Fidelity(len(faithful), _share(faithful), _share(ranks), _share(dealt))


class _Film:
    """One recommended film, and what its score would be without some pieces."""

    def __init__(self, version: Version, fusion: Fusion, wish: Wish, row: int, generator: np.random.Generator) -> None:
        self.version, self.fusion, self.wish, self.row = version, fusion, wish, row
        self.generator = generator
        self.request = Request(wish, version)
        self.total = fusion.rank(self.request).total
        self.score = float(self.total[row])

    def loss(self, items: Sequence[Item]) -> float:
        """How much the score falls without these pieces."""
        patched = self.version
        for item in sorted(items, key=lambda each: each.is_passage):
            patched = without(patched, self.row, item)
        return self.score - float(self.fusion.rank(Request(self.wish, patched)).total[self.row])


def _test_film(film: _Film, faithful: list[bool], ranks: list[bool], dealt: list[bool]) -> None:
    drafts = choose_drafts(case_for(film.fusion, film.request, film.row))
    cited = {item for draft in drafts for item in draft.items}
    uncited = [item for item in items_of(film.version, film.row) if item not in cited]
    if not uncited or not cited:
        return
    picks = film.generator.choice(len(uncited), min(CONTROLS, len(uncited)), replace=False)
    control = float(np.mean([film.loss([uncited[at]]) for at in picks]))
    everything = items_of(film.version, film.row)
    for draft in drafts:
        if not draft.items:
            continue
        loss = film.loss([draft.items[0]])
        faithful.append(loss > control)
        ranks.append(_rank(film, film.score - loss) > _rank(film, film.score))
        dealt.append(film.loss([everything[int(film.generator.integers(len(everything)))]]) > control)


def _rank(film: _Film, score: float) -> int:
    others = np.delete(film.total, film.row)
    return int((others > score).sum())


def _share(values: Sequence[bool]) -> float:
    return float(np.mean(values)) if values else 0.0
