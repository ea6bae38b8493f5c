"""Learns the weights of the signals: a logistic regression that tells right films from others, on development sets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from index.evaluation.measures import ndcg, recall
from index.evaluation.sets import Question
from index.fusion import Fusion
from index.request import Request
from index.version import Version
from index.weights import Weights

FOLDS = 5
RIVALS = 2000
PENALTY = 0.02
Rows = NDArray[np.int64]
Parts = NDArray[np.float16]
# Which signals each set can teach: the seeds' from "films like", the words' from descriptions in either language.
TAUGHT: Mapping[str, tuple[str, ...]] = {
    "similar": ("story", "tags", "words_of_seeds", "shared_tags", "genres", "people", "period",
                "known_with_seeds", "known_like_seeds"),
    "tomt": ("passages", "gist_story", "gist_tags", "words_of_wish", "wished", "known", "told_years"),
}  # fmt: skip


class Lesson:
    """Every signal's scores for the candidates of one question, and which of them are right."""

    def __init__(
        self,
        version: Version,
        fusion: Fusion,
        question: Question,
        names: Sequence[str],
        *,
        keep: NDArray[np.bool_] | None = None,
    ) -> None:
        ranked = fusion.rank(Request(question.wish, version))
        allowed = version.films.has_synopsis.copy()
        allowed &= keep if keep is not None else True
        allowed[list(question.excluded)] = False
        self.rows: Rows = np.flatnonzero(allowed)
        blank = np.zeros(len(version.films), dtype=np.float32)
        self.parts: Parts = np.stack([ranked.parts.get(name, blank)[self.rows] for name in names], axis=1).astype(
            np.float16
        )
        self.question = question
        self.right = np.isin(self.rows, list(question.gold))

    def scaled(self, scale: NDArray[np.float64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The right films, and the films among which they must stand out: right ones and the highest others."""
        parts = (self.parts / scale).astype(np.float32)
        high = np.argsort(-parts.sum(axis=1), kind="stable")[:RIVALS]
        return parts[self.right], parts[np.union1d(high, np.flatnonzero(self.right))]


def learn(lessons: Sequence[Lesson], *, penalty: float = PENALTY) -> NDArray[np.float64]:
    """Weights, none negative, that make right films likeliest among all (softmax per question)."""
    taught = [lesson for lesson in lessons if lesson.right.any()]
    deviations = [lesson.parts.astype(np.float32).std(axis=0) for lesson in taught]
    scale = np.maximum(np.mean(deviations, axis=0), 1e-6).astype(np.float64)
    scaled = [lesson.scaled(scale) for lesson in taught]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = penalty * float(weights @ weights), 2 * penalty * weights
        for right, every in scaled:
            scores = every @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            total += (np.log(np.exp(scores - scores.max()).sum()) + scores.max() - (right @ weights).mean()) / len(
                scaled
            )
            slope = slope + (every.T @ chances - right.mean(axis=0)) / len(scaled)
        return total, slope

    count = len(scale)
    found = minimize(loss, np.full(count, 0.3), jac=True, method="L-BFGS-B", bounds=[(0, None)] * count)
    return np.asarray(found.x / scale, dtype=np.float64)


def score(lesson: Lesson, weights: NDArray[np.float64], name: str) -> float:
    """The set's measure for one question under some weights."""
    totals = lesson.parts.astype(np.float32) @ weights
    best = np.argpartition(-totals, 10)[:10]
    ranking = [int(lesson.rows[at]) for at in best[np.argsort(-totals[best])]]
    measure = ndcg if name == "similar" else recall
    return measure(ranking, lesson.question.gold, lesson.question.missing)


def cross_validate(lessons: Sequence[Lesson], names: Sequence[str], name: str) -> dict[str, float]:
    """The mean over questions, each scored with weights learned without its fold: whole, and without each signal."""
    values: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        weights = learn([lesson for at, lesson in enumerate(lessons) if at % FOLDS != fold])
        for lesson in lessons[fold::FOLDS]:
            values.setdefault("whole", []).append(score(lesson, weights, name))
            for at, signal in enumerate(names):
                less = weights.copy()
                less[at] = 0.0
                values.setdefault(f"without {signal}", []).append(score(lesson, less, name))
    return {key: round(float(np.mean(each)), 4) for key, each in values.items()}


def tune(
    version: Version,
    fusion: Fusion,
    known: Weights,
    questions: Mapping[str, Sequence[Question]],
    *,
    report: Callable[[str], None] = print,
) -> tuple[Weights, dict[str, Any]]:
    """The `known` weights with the `plain` ones learned anew, and what each signal is worth, set by set.

    The `fusion` has to run every signal that is to be learned.
    """
    weights, notes = dict(known.plain), {}
    for name, signals in TAUGHT.items():
        lessons = [Lesson(version, fusion, question, signals) for question in questions.get(name, ())]
        if not lessons:
            continue
        report(f"{name}: {len(lessons)} questions")
        notes[name] = cross_validate(lessons, signals, name)
        report(f"{name}, cross-validated: {notes[name]}")
        weights.update(zip(signals, _rescaled(learn(lessons)), strict=True))
    figures = ", ".join(f"{name} {each['whole']}" for name, each in notes.items())
    told = f"{datetime.now(UTC):%Y-%m-%d}, cross-validated on development sets: {figures}"
    return known.model_copy(update={"plain": weights, "provenance": {**known.provenance, "plain": told}}), notes


def _rescaled(weights: NDArray[np.float64]) -> list[float]:
    """The same ranking with weights that sum to three, so that sets learned apart stay comparable."""
    return [round(float(each), 4) for each in 3 * weights / max(float(weights.sum()), 1e-9)]
