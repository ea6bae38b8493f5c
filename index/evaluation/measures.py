"""How good a ranking is: nDCG and recall a question, AUC over pairs, and how sure one can be of a mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import ir_measures
import numpy as np
from ir_measures import nDCG
from numpy.typing import NDArray
from scipy.stats import rankdata

SEED = 20240229
SAMPLES = 2000
Values = NDArray[np.float64]


class Figure(NamedTuple):
    """A mean over questions with its 95 % interval."""

    value: float
    low: float
    high: float
    questions: int


def ndcg(ranking: Sequence[int], gold: Mapping[int, int], missing: int = 0, *, depth: int = 10) -> float:
    """nDCG as ir-measures computes it; `missing` gold films count as never found (grade 1)."""
    qrels = [ir_measures.Qrel("q", str(row), grade) for row, grade in gold.items()]
    qrels += [ir_measures.Qrel("q", f"missing-{number}", 1) for number in range(missing)]
    run = [ir_measures.ScoredDoc("q", str(row), -place) for place, row in enumerate(ranking[:depth])]
    if not qrels or not run:
        return 0.0
    return float(next(iter(ir_measures.iter_calc([nDCG @ depth], qrels, run))).value)


def recall(ranking: Sequence[int], gold: Mapping[int, int], missing: int = 0, *, depth: int = 10) -> float:
    """The share of the gold films among the first `depth`."""
    return len(set(ranking[:depth]) & set(gold)) / max(1, len(gold) + missing)


def mean(values: Sequence[float]) -> Figure:
    """The mean with a bootstrap interval over questions."""
    array = np.asarray(values, dtype=np.float64)
    if not len(array):
        return Figure(0.0, 0.0, 0.0, 0)
    means = _resampled(array)
    low, high = np.percentile(means, [2.5, 97.5])
    return Figure(float(array.mean()), float(low), float(high), len(array))


def better(ours: Sequence[float], floor: Sequence[float]) -> Figure:
    """The mean difference question by question; above zero throughout its interval means better than the floor."""
    return mean((np.asarray(ours) - np.asarray(floor)).tolist())


def auc(scores: Sequence[float], fits: Sequence[bool], groups: Sequence[int]) -> Figure:
    """AUC pooled over all pairs, with an interval from resampling the seeds."""
    values, truth, seeds = np.asarray(scores), np.asarray(fits), np.asarray(groups)
    if len(set(truth.tolist())) < 2:
        return Figure(0.0, 0.0, 0.0, 0)
    members = [np.flatnonzero(seeds == seed) for seed in np.unique(seeds)]
    generator, found = np.random.default_rng(SEED), []
    for _ in range(SAMPLES // 2):
        rows = np.concatenate([members[at] for at in generator.integers(0, len(members), len(members))])
        if 0 < truth[rows].sum() < len(rows):
            found.append(_auc(values[rows], truth[rows]))
    low, high = np.percentile(found, [2.5, 97.5])
    return Figure(float(_auc(values, truth)), float(low), float(high), len(truth))


def _auc(values: Values, truth: NDArray[np.bool_]) -> float:
    """The chance that a right one scores above a wrong one (Mann and Whitney's U from mean ranks)."""
    right = int(truth.sum())
    ranks = float(rankdata(values)[truth].sum())
    return (ranks - right * (right + 1) / 2) / (right * (len(truth) - right))


def _resampled(array: Values) -> Values:
    generator = np.random.default_rng(SEED)
    draws = generator.integers(0, len(array), (SAMPLES, len(array)))
    return np.asarray(array[draws].mean(axis=1))
