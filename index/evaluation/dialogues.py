"""Learns from recommendation dialogues: which films people name, which together, and how much that should count."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.evaluation.sets import Question
from index.evaluation.tuning import FOLDS, Lesson, learn, score
from index.fusion import Fusion
from index.ranker import count_dialogues, write_ranker
from index.version import Version

SETS = ("inspired", "redial-turn", "redial-dialog")
SIGNALS = (
    *("dialogue_prior", "dialogue_pairs", "known", "known_with_seeds", "known_like_seeds"),
    *("story", "shared_tags", "genres", "people", "period", "words_of_seeds"),
    *("passages", "words_of_wish", "gist_story", "wished"),
)
QUESTIONS_EACH = 400
# A set with few dialogues would drown among the others: each of its questions is learned from so many times.
TIMES = {"inspired": 3}
KNOWN_FILMS = 3000
SEED = 3


def dialogue_of(question: Question) -> str:
    """The dialogue a question was cut from: `redial-2422-8` and `redial-d-2422` are both `redial-2422`."""
    name = question.id.replace("redial-d-", "redial-")
    return re.sub(r"-\d+$", "", name) if name.count("-") > 1 else name


def learn_ranker(
    version: Version,
    fusion: Fusion,
    questions: Mapping[str, Sequence[Question]],
    folder: Path,
    *,
    report: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Learn the tables and weights from the dialogue sets, write them, and return cross-validated figures."""
    every = [(name, question) for name in SETS for question in questions.get(name, ())]
    named: dict[str, set[int]] = {}
    for _, question in every:
        named.setdefault(dialogue_of(question), set()).update(question.mentioned, question.gold)
    folds = {dialogue: at % FOLDS for at, dialogue in enumerate(sorted(named))}
    lessons = _lessons(version, fusion, every, named, folds, report)
    figures = _cross_validate(lessons)
    report(f"cross-validated: {figures}")
    weights = learn(_repeated(lessons))
    chosen = {name: round(float(each), 4) for name, each in zip(SIGNALS, weights, strict=True)}
    dialogues = [[version.films.ids[row] for row in rows] for rows in named.values()]
    name = write_ranker(folder, dialogues, chosen, f"{len(dialogues)} dialogues; cross-validated {figures}")
    return {"name": name, "cross_validated": figures, "weights": chosen}


def _lessons(
    version: Version,
    fusion: Fusion,
    every: Sequence[tuple[str, Question]],
    named: Mapping[str, set[int]],
    folds: Mapping[str, int],
    report: Callable[[str], None],
) -> list[tuple[str, int, Lesson]]:
    """One lesson a question, its tables counted without its own fold."""
    found: list[tuple[str, int, Lesson]] = []
    chosen = _sampled(every)
    for fold in range(FOLDS):
        version.ranker = count_dialogues(
            (sorted(rows) for dialogue, rows in named.items() if folds[dialogue] != fold), len(version.films)
        )
        keep = _well_known(version)
        for name, question in chosen:
            if folds[dialogue_of(question)] == fold:
                found.append((name, fold, Lesson(version, fusion, question, SIGNALS, keep=keep)))
        report(f"dialogues: fold {fold + 1} of {FOLDS}")
    return found


def _sampled(every: Sequence[tuple[str, Question]]) -> list[tuple[str, Question]]:
    generator = random.Random(SEED)  # noqa: S311 (a sample, not a secret)
    found = []
    for name in SETS:
        right = [pair for pair in every if pair[0] == name]
        found += generator.sample(right, min(QUESTIONS_EACH, len(right)))
    return found


def _well_known(version: Version) -> NDArray[np.bool_]:
    """Nobody recommends the unknown in these dialogues: learning looks at the best-known films and those named."""
    keep = np.zeros(len(version.films), dtype=bool)
    keep[np.argsort(-version.films.known)[:KNOWN_FILMS]] = True
    if version.ranker is not None:
        keep |= version.ranker.prior > 0
    return keep


def _repeated(lessons: Sequence[tuple[str, int, Lesson]]) -> list[Lesson]:
    return [lesson for name, _, lesson in lessons for _ in range(TIMES.get(name, 1))]


def _cross_validate(lessons: Sequence[tuple[str, int, Lesson]]) -> dict[str, float]:
    values: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        weights = learn(_repeated([each for each in lessons if each[1] != fold]))
        for name, own, lesson in lessons:
            if own == fold:
                values.setdefault(name, []).append(score(lesson, weights, name))
    return {name: round(float(np.mean(each)), 4) for name, each in values.items()}
