"""Learns how much each common word of a description tells of the film meant, beside all that else speaks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from index.evaluation.sets import Question
from index.evaluation.tuning import FOLDS
from index.fusion import Fusion
from index.request import Request
from index.version import Version

WORDS = "words_of_wish"
RIVALS, OTHERS = 400, 300
QUESTIONS_AT_LEAST = 8
COMMON = 5.0
PENALTY = 0.3
STEPS = 40
SEED = 5
FILLER_BELOW = 0.25
Values = NDArray[np.float64]


class Description:
    """One description's words, and for the film meant and its rivals what each word and all else is worth."""

    def __init__(self, version: Version, fusion: Fusion, question: Question, generator: np.random.Generator) -> None:
        request = Request(question.wish, version)
        ranked, lexical = fusion.rank(request), version.lexical["en"]
        self.words = [word for word in request.counted if lexical.idf(word) > 0]
        self.counts = np.array([request.counted[word] for word in self.words])
        self.idf = np.array([lexical.idf(word) for word in self.words])
        allowed = np.flatnonzero(version.films.has_synopsis)
        order = allowed[np.argsort(-ranked.total[allowed], kind="stable")]
        self.meant = next(iter(question.gold))
        self.found = self.meant in order[:RIVALS]
        others = generator.choice(order[RIVALS:], min(OTHERS, max(0, len(order) - RIVALS)), replace=False)
        self.rows = np.unique(np.concatenate([order[:RIVALS], others, [self.meant]]))
        rest = ranked.total - fusion.weights.signals[WORDS] * ranked.parts.get(WORDS, np.float32(0))
        self.rest = rest[self.rows].astype(np.float64)
        self.table = np.stack([lexical.scores({word: 1.0})[self.rows] for word in self.words], axis=1)
        self.place = int(np.searchsorted(self.rows, self.meant))

    def scores(self, factors: Values, scale: Values) -> Values:
        """The fused scores of the film meant and its rivals; `scale` weighs words and all else."""
        weights = self.counts * factors
        share = self.table @ weights / max(1e-9, float(weights @ self.idf))
        return np.asarray(scale[0] * share + scale[1] * self.rest, dtype=np.float64)


def learn_telling(version: Version, fusion: Fusion, questions: Sequence[Question]) -> tuple[dict[str, float], float]:
    """The factor of every common word, and Recall@10 among the strongest rivals, cross-validated."""
    generator = np.random.default_rng(SEED)
    asked = [question for question in questions if question.gold]
    every = [Description(version, fusion, question, generator) for question in asked]
    hits = 0
    for fold in range(FOLDS):
        words, found = _learn([each for at, each in enumerate(every) if at % FOLDS != fold])
        for each in every[fold::FOLDS]:
            scores = each.scores(_factors(each, _filler(words, found), found), found[:2])
            hits += each.found and int((scores > scores[each.place]).sum()) < 10
    words, found = _learn(every)
    kept = {word: float(np.exp(found[2 + at])) for word, at in _filler(words, found).items()}
    return kept, hits / max(1, len(questions))


def _filler(words: dict[str, int], values: Values) -> dict[str, int]:
    """The words that tell little: they are few and the same everywhere; finer factors are within the noise."""
    return {word: at for word, at in words.items() if np.exp(values[2 + at]) < FILLER_BELOW}


def _learn(every: Sequence[Description]) -> tuple[dict[str, int], Values]:
    """The place of each common word, and the scales followed by the words' logarithmic factors."""
    said = Counter(word for each in every for word in each.words)
    common = [word for word, times in sorted(said.items()) if times >= QUESTIONS_AT_LEAST]
    words = {word: at for at, word in enumerate(common)}
    # A word of every second description can tell little: that is where learning starts from.
    start = np.array([-COMMON * said[word] / len(every) for word in common])

    def loss(values: Values) -> tuple[float, Values]:
        pull = values[2:] - start
        total = PENALTY * float(pull @ pull)
        slope = np.concatenate([np.zeros(2), 2 * PENALTY * pull])
        for each in every:
            total += _add(each, words, values, slope)
        return total / len(every), slope / len(every)

    first = np.concatenate([[30.0, 1.0], start])
    found = minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return words, np.asarray(found.x)


def _add(each: Description, words: dict[str, int], values: Values, slope: Values) -> float:
    """The surprise at the film meant (softmax); adds its slope."""
    weights = each.counts * _factors(each, words, values)
    whole = max(1e-9, float(weights @ each.idf))
    share = each.table @ weights / whole
    scores = values[0] * share + values[1] * each.rest
    chances = np.exp(scores - scores.max())
    surprise = float(np.log(chances.sum()) + scores.max() - scores[each.place])
    off = chances / chances.sum()
    off[each.place] -= 1
    slope[0] += off @ share
    slope[1] += off @ each.rest
    pulls = values[0] * weights / whole * (each.table.T @ off - each.idf * float(share @ off))
    for word, pull in zip(each.words, pulls, strict=True):
        if word in words:
            slope[2 + words[word]] += pull
    return surprise


def _factors(each: Description, words: dict[str, int], values: Values) -> Values:
    return np.array([np.exp(values[2 + words[word]]) if word in words else 1.0 for word in each.words])
